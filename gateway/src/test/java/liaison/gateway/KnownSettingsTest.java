package liaison.gateway;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ClassPathResource;

final class KnownSettingsTest {
    private final StandardEnvironment environment = new StandardEnvironment();

    @ParameterizedTest
    @ValueSource(strings = {"liaison.nosuch", "liaison.datadirs", "liaison.seal.keys", "liaison.request.answer", "liaison.gate.port"})
    void require_whatIsNoSettingIsNamed(String name) {
        environment.getPropertySources().addFirst(new MapPropertySource("given", Map.of(name, "1")));
        assertThatThrownBy(() -> KnownSettings.require(environment)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(name + " is no setting");
    }

    @ParameterizedTest
    @ValueSource(strings = {"liaison.data-dir", "liaison.dataDir", "liaison.redis.uri", "liaison.gateway.port",
            "liaison.wechat.accounts.demo.api-base", "liaison.wechat.accounts.demo.stations[0]", "liaisons.nosuch", "other.thing"})
    void require_settingsAndWhatIsNotOursPass(String name) {
        environment.getPropertySources().addFirst(new MapPropertySource("given", Map.of(name, "1")));
        assertThatCode(() -> KnownSettings.require(environment)).doesNotThrowAnyException();
    }

    @Test
    void require_environmentVariablesAreLeftAlone() {
        environment.getPropertySources().addFirst(new SystemEnvironmentPropertySource("systemEnvironment",
                new HashMap<>(Map.of("LIAISON_PORT_8080_TCP", "tcp://10.0.0.1:8080"))));
        assertThatCode(() -> KnownSettings.require(environment)).doesNotThrowAnyException();
    }

    @Test
    void require_theShippedSettingsPass() throws IOException {
        new YamlPropertySourceLoader().load("shipped", new ClassPathResource("application.yml"))
                .forEach(environment.getPropertySources()::addLast);
        assertThatCode(() -> KnownSettings.require(environment)).doesNotThrowAnyException();
    }
}
