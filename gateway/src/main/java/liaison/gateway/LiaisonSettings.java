package liaison.gateway;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.nio.file.Path;
import liaison.gateway.seal.Algorithm;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What is set for the product as a whole.
 *
 * @param demo whether the demo district is loaded and secrets may be made up; not set: when both stores are embedded
 * @param rulesDir overrides the shipped rule book
 */
@Validated
@ConfigurationProperties("liaison")
record LiaisonSettings(Path dataDir, @Nullable Path rulesDir, @Nullable Boolean demo, @DefaultValue Seal seal, @DefaultValue Redis redis,
        @DefaultValue @Valid Request request) {
    /** How personal text is sealed; the key is Base64 of 32 bytes. */
    record Seal(@DefaultValue("sm4") Algorithm algorithm, @DefaultValue("") String key) {
        @Override
        public String toString() {
            return "Seal[" + algorithm + "]";
        }
    }

    /** Where Redis answers; not set: the embedded one. */
    record Redis(@Nullable URI uri) {
        @Override
        public String toString() {
            return "Redis";
        }
    }

    /** By when a request is answered, in working days. */
    record Request(@DefaultValue("7") @Min(1) @Max(60) int answerWorkdays) {
    }
}
