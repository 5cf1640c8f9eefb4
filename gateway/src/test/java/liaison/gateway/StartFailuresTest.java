package liaison.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import liaison.gateway.chat.ChatSettings;
import liaison.gateway.embedded.EmbeddedStores;
import liaison.gateway.embedded.Role;
import liaison.gateway.jdbc.LedgerCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.MapPropertySource;

final class StartFailuresTest {
    private final StartFailures failures = new StartFailures();

    @Test
    void analyze_whatOurCodeSaysStandsAlone() {
        var wrapped = new RuntimeException("bean of", new IllegalArgumentException("liaison.x is empty", new Exception("deeper")));
        assertThat(failures.analyze(wrapped)).extracting(FailureAnalysis::getDescription).isEqualTo("liaison.x is empty");
    }

    @Test
    void analyze_aFaultKeepsItsTrace() {
        assertThat(failures.analyze(new RuntimeException("bean of", new NullPointerException("it is null")))).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"liaison.request.answer-workdays; a whole number", "liaison.seal.algorithm; one of sm4, aes",
            "liaison.demo; true or false"})
    void analyze_aSettingOfTheWrongKindIsNamedWithoutItsValue(String name, String wanted) {
        var failure = bound("liaison", Map.of("liaison.data-dir", "/tmp", name, "hidden"), LiaisonSettings.class);
        assertThat(failures.analyze(new RuntimeException("bean of", failure))).extracting(FailureAnalysis::getDescription)
                .isEqualTo(name + " cannot be read: give " + wanted);
    }

    @Test
    void analyze_aBeatThatIsTooLongIsNamedByItsSetting() {
        var failure = catchThrowable(() -> new ChatSettings(Duration.ofSeconds(60), 1, Duration.ofSeconds(1), List.of()));
        assertThat(failures.analyze(failure)).extracting(FailureAnalysis::getDescription).asString().startsWith("liaison.chat.beat: ");
    }

    @Test
    void analyze_aFolderThatCannotBeMadeIsNamed(@TempDir Path folder) throws IOException {
        var inside = Files.createFile(folder.resolve("file")).resolve("data");
        var failure = catchThrowable(() -> EmbeddedStores.open(inside, Role.SERVE));
        assertThat(failures.analyze(failure)).extracting(FailureAnalysis::getDescription).asString().contains(folder.toString(),
                "liaison.data-dir");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:h2:mem:x", "jdbc:postgresql:/secret@x", "nothing"})
    void analyze_anAddressThatIsNotPostgresqlsIsNamedAndNotShown(String url) {
        var failure = catchThrowable(() -> LedgerCheck.await(url, "u", "secret", Duration.ZERO));
        assertThat(failures.analyze(failure)).extracting(FailureAnalysis::getDescription).asString()
                .startsWith("spring.datasource.url is no ")
                .doesNotContain("secret");
    }

    @Test
    void analyze_aLedgerThatDoesNotAnswerIsNamedAndNotWaitedForAgain() throws IOException {
        int closed;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        var failure = catchThrowable(
                () -> LedgerCheck.await("jdbc:postgresql://127.0.0.1:" + closed + "/x", "u", "secret", Duration.ZERO));
        assertThat(failures.analyze(failure)).extracting(FailureAnalysis::getDescription).asString()
                .contains("PostgreSQL does not answer", "127.0.0.1:" + closed, "spring.datasource.url").doesNotContain("secret");
        assertThat(LedgerCheck.isAway(failure)).isFalse();
    }

    private static Throwable bound(String prefix, Map<String, String> values, Class<?> into) {
        var binder = new Binder(ConfigurationPropertySources.from(new MapPropertySource("given", new HashMap<>(values))));
        return catchThrowable(() -> binder.bind(prefix, Bindable.of(into)));
    }
}
