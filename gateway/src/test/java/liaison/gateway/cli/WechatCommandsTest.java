package liaison.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

final class WechatCommandsTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final List<String> done = new ArrayList<>();
    private boolean usedUp;
    private List<String> accounts = List.of("a");
    private Supplier<Optional<String>> menu = () -> Optional.of("{\"menu\":{}}");

    @Test
    void menu_isOfTheOnlyAccount() {
        assertThat(run("menu", "show")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("{\"menu\":{}}\n");
        assertThat(run("menu", "set")).isZero();
        assertThat(run("menu", "delete")).isZero();
        assertThat(done).containsExactly("set a", "delete a");
    }

    @Test
    void menu_thatIsMissingIsSaid() {
        menu = Optional::empty;
        assertThat(run("menu", "show")).isZero();
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("a has none");
    }

    @Test
    void account_mustBeNamedWhereThereAreSeveral() {
        accounts = List.of("a", "b");
        assertThat(run("menu", "set")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("--account is one of a, b");
        assertThat(run("menu", "set", "--account", "c")).isEqualTo(2);
        assertThat(run("menu", "set", "--account", "b")).isZero();
        assertThat(done).containsExactly("set b");
    }

    @Test
    void quota_isOfAllAccounts() {
        accounts = List.of("a", "b");
        assertThat(run("quota")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("{\"account\":\"a\"}\n{\"account\":\"b\"}\n");
    }

    @Test
    void quota_isCountedAnewWhereThePlatformClearedIt() {
        accounts = List.of("a", "b");
        assertThat(run("quota", "--again")).isZero();
        assertThat(done).containsExactly("again a", "again b");
    }

    @Test
    void quota_thatThePlatformSaysIsUsedUpIsExplained() {
        usedUp = true;
        assertThat(run("quota")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("{\"account\":\"a\",\"until\":\"later\"}\n");
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("quota: a: the platform said that all is used up");
    }

    @Test
    void menu_failureEndsInOneWithTheReason() {
        menu = () -> {
            throw new IllegalStateException("the platform answered 48001");
        };
        assertThat(run("menu", "show")).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("menu: the platform answered 48001");
    }

    private int run(String... args) {
        var streams = new Streams(new ByteArrayInputStream(new byte[0]), new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return Commands.run(streams, List.of(new MenuCommand(streams, Fake::new), new QuotaCommand(streams, Fake::new)), args);
    }

    private final class Fake implements WechatOperations {
        @Override
        public List<String> accounts() {
            return accounts;
        }

        @Override
        public String code(String account, String scene) {
            return "";
        }

        @Override
        public byte[] png(String content) {
            return new byte[0];
        }

        @Override
        public byte[] svg(String content, String name) {
            return new byte[0];
        }

        @Override
        public Optional<String> menu(String account) {
            return menu.get();
        }

        @Override
        public void publishMenu(String account) {
            done.add("set " + account);
        }

        @Override
        public void deleteMenu(String account) {
            done.add("delete " + account);
        }

        @Override
        public List<Map<String, Object>> quotas(String account) {
            var line = new LinkedHashMap<String, Object>(Map.of("account", account));
            if (usedUp) {
                line.put("until", "later");
                line.put("why", "all is used up");
            }
            return List.of(line);
        }

        @Override
        public void again(String account) {
            done.add("again " + account);
        }

        @Override
        public void close() {
        }
    }
}
