package liaison.gateway;

import java.nio.file.Path;
import liaison.gateway.StoresConfiguration.Stores;
import liaison.gateway.seal.MasterKey;
import liaison.gateway.seal.Sealer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How personal text is sealed. */
@Configuration(proxyBeanMethods = false)
class SealConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(SealConfiguration.class);

    @Bean
    Sealer seals(LiaisonSettings settings, Stores stores) {
        return sealer(settings.seal(), settings.dataDir(), stores.isDemo(settings.demo()));
    }

    private static Sealer sealer(LiaisonSettings.Seal seal, Path dataDir, boolean demo) {
        if (seal.key().isBlank() && !demo) {
            throw new IllegalArgumentException(
                    "liaison.seal.key is empty: set Base64 of 32 random bytes (openssl rand -base64 32), and keep it apart from the database");
        }
        if (!demo && MasterKey.of(seal.key()).isSample(Samples::isKey)) {
            throw new IllegalArgumentException("liaison.seal.key is a sample: set Base64 of 32 random bytes (openssl rand -base64 32)");
        }
        if (seal.key().isBlank()) {
            LOG.info("The demo's sealing key is {}", dataDir.resolve("seal.key"));
        }
        return new Sealer(seal.key().isBlank() ? MasterKey.kept(dataDir) : MasterKey.of(seal.key()), seal.algorithm());
    }
}
