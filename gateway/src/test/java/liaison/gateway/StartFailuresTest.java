package liaison.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalysis;

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
}
