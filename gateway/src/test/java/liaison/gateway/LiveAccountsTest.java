package liaison.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import liaison.bot.message.Channel;
import liaison.gateway.wechat.Menu;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Accounts whose settings change while the server runs. */
final class LiveAccountsTest {
    private static final String KEY = "q7Zt3LkV9wXe2RbN8sYc5HdG1mPfJ6uA4TiQoWzKvBx";
    private static final String OTHER = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C";

    @TempDir private Path folder;
    private final Map<String, Object> settings = new HashMap<>(Map.of("liaison.wechat.accounts.north.appid", "wxnorth",
            "liaison.wechat.accounts.north.token", "token-north", "liaison.wechat.accounts.north.aes-key", KEY,
            "liaison.wechat.accounts.north.secret", "secret-north", "liaison.wechat.accounts.north.stations", "S1,S2",
            "liaison.wecom.accounts.office.corpid", "ww1", "liaison.wecom.accounts.office.agent-id", "1000002",
            "liaison.wecom.accounts.office.token", "token-office", "liaison.wecom.accounts.office.aes-key", KEY));
    private final StandardEnvironment environment = new StandardEnvironment();

    @BeforeEach
    void begin() {
        settings.put("liaison.wecom.accounts.office.secret", "secret-office");
        environment.getPropertySources().addFirst(new MapPropertySource("settings", settings));
    }

    private LiveAccounts accounts() {
        return LiveAccounts.of(new AccountsFile(folder, false, environment));
    }

    private void write(String text) throws IOException {
        Files.writeString(folder.resolve("accounts.yml"), text);
    }

    private static String rotated(String key) {
        return """
                liaison:
                  wechat.accounts.north:
                    token: token-newer
                    aes-key: %s
                    previous-token: token-north
                    previous-aes-key: %s
                """.formatted(key, KEY);
    }

    @Test
    void accounts_ofBothPlatformsHaveTheirOwn() {
        try (var accounts = accounts()) {
            assertThat(accounts.now().named()).containsOnlyKeys("north");
            assertThat(accounts.now().wecom().get("office").agentId()).isEqualTo(1000002);
            assertThat(accounts.now().stations(new Channel("wechat", "north"))).containsExactly("S1", "S2");
            assertThat(accounts.now().stations(new Channel("wecom", "office"))).isEmpty();
            assertThat(accounts.now().stations(Channel.WEB_CHAT)).isEmpty();
            assertThat(accounts.now().rules()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "wechat.accounts.new: {appid: wxnorth, token: t, aes-key: K, secret: s}|north.appid is that of the account new already",
            "wecom.accounts.new: {corpid: ww1, agent-id: 1000002, token: t, aes-key: K, secret: s}|office.corpid and agent-id is that of the account new",
            "wechat.accounts.new: {appid: wx2, token: t, aes-key: K, secret: s, rules-dir: /nonexistent}|new.rules-dir is no folder: /nonexistent",
            "wecom.accounts.office.rules-dir: /nonexistent|office.rules-dir is no folder: /nonexistent"})
    void account_thatCannotBeMeantIsRefused(String lines) throws IOException {
        String[] parts = lines.split("\\|", -1);
        write("liaison:\n  " + parts[0].replace("K,", KEY + ",") + "\n");
        assertThatThrownBy(this::accounts).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(parts[1]);
    }

    @Test
    void file_inAnotherCharacterSetIsSaidToBe() throws IOException {
        Files.write(folder.resolve("accounts.yml"), new byte[]{'#', (byte) 0xc4, (byte) 0xe3, '\n'});
        assertThatThrownBy(this::accounts).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("it is not written in UTF-8");
    }

    @Test
    void stations_thatNobodyKnowsEndTheStart() {
        var known = new HashSet<>(Set.of("S1"));
        assertThatThrownBy(() -> LiveAccounts.of(new AccountsFile(folder, false, environment, known::contains)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("liaison.wechat.accounts.north.stations names S2: no station in the directory has that code");
        known.add("S2");
        LiveAccounts.of(new AccountsFile(folder, false, environment, known::contains)).close();
    }

    @Test
    void stations_thatNobodyKnowsLeaveTheEarlierAccountsUntilTheyAreImported() throws IOException {
        var known = new HashSet<>(Set.of("S1", "S2"));
        try (var accounts = LiveAccounts.of(new AccountsFile(folder, false, environment, known::contains)); var log = errors()) {
            var before = accounts.now();
            write("liaison:\n  wecom.accounts.office.stations: [S1, S3, S4]");
            for (int i = 0; i < 5; i++) {
                accounts.look();
            }
            assertThat(accounts.now()).isSameAs(before);
            assertThat(log.lines()).singleElement().asString()
                    .contains("the earlier accounts stay in use: liaison.wecom.accounts.office.stations names S3, S4:");
            known.addAll(Set.of("S3", "S4"));
            accounts.look();
            assertThat(accounts.now().stations(new Channel("wecom", "office"))).containsExactly("S1", "S3", "S4");
        }
    }

    private static Errors errors() {
        var errors = new Errors((Logger) LoggerFactory.getLogger(LiveAccounts.class), new ListAppender<>());
        errors.appender.start();
        errors.log.addAppender(errors.appender);
        return errors;
    }

    /** What is said to be wrong while it is open. */
    private record Errors(Logger log, ListAppender<ILoggingEvent> appender) implements AutoCloseable {
        List<String> lines() {
            return appender.list.stream().filter(line -> line.getLevel() == Level.ERROR).map(ILoggingEvent::getFormattedMessage).toList();
        }

        @Override
        public void close() {
            log.detachAppender(appender);
        }
    }

    @Test
    void rules_ofAnAccountAreItsOwn() {
        settings.put("liaison.wecom.accounts.office.rules-dir", folder.toString());
        try (var accounts = accounts()) {
            assertThat(accounts.now().rules()).isEqualTo(Map.of(new Channel("wecom", "office"), folder));
        }
    }

    @Test
    void menu_isReadFromTheFileAndRefusedByName() throws IOException {
        write("""
                liaison:
                  wechat.accounts.north:
                    menu:
                      - {name: 反映问题, words: 我要反映}
                      - name: 更多
                        buttons: [{name: 查进度, words: 查进度}, {name: 网站, url: "https://example.org"}]
                """);
        try (var accounts = accounts()) {
            var menu = WechatConfiguration.menu(accounts.now().named().get("north")).orElseThrow();
            assertThat(menu.buttons()).extracting(Menu.Button::name).containsExactly("反映问题", "更多");
            assertThat(menu.buttons().get(1).listed()).extracting(Menu.Button::url).containsExactly("", "https://example.org");
            write("liaison:\n  wechat.accounts.north.menu: [{name: 我要反映问题, words: 我要反映}]");
            accounts.look();
            accounts.look();
            assertThat(WechatConfiguration.menu(accounts.now().named().get("north"))).contains(menu);
        }
        assertThatThrownBy(this::accounts)
                .hasMessageContaining("liaison.wechat.accounts.north.menu: the name of the button 我要反映问题 has 18 bytes");
        write("liaison:\n  wechat.accounts.north.menu: [{name: 反映, word: 我要反映}]");
        assertThatThrownBy(this::accounts).hasMessageContaining("is no setting of an account");
        Files.delete(folder.resolve("accounts.yml"));
        try (var accounts = accounts()) {
            assertThat(WechatConfiguration.menu(accounts.now().named().get("north"))).isEmpty();
        }
    }

    @Test
    void look_takesNewKeysOverAndLeavesTheRest() throws IOException {
        try (var accounts = accounts()) {
            var told = new ArrayList<Accounts>();
            accounts.onChange(told::add);
            write(rotated(OTHER));
            accounts.look();
            assertThat(told).as("it may be half written").isEmpty();
            accounts.look();
            accounts.look();
            assertThat(told).hasSize(1);
            var north = accounts.now().named().get("north");
            assertThat(List.of(north.token(), north.aesKey(), north.previousToken(), north.previousAesKey(), north.secret(), north.appid()))
                    .containsExactly("token-newer", OTHER, "token-north", KEY, "secret-north", "wxnorth");
            assertThat(accounts.now().wecom()).containsOnlyKeys("office");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"liaison:\n  wechat.accounts.north.token: testtoken", "liaison:\n  wechat.accounts.north.tokn: misspelt-name",
            "liaison:\n  wechat.accounts.north.aes-key: short", "liaison:\n  gateway.port: 1", "liaison: [\n  a: \"b",
            "", "\n", "liaison:\n  wechat.accounts.north.token: half-of-what-is-written",
            "liaison:\n  wecom.accounts.office.agent-id: seven", "liaison:\n  wecom.accounts.new.token: only-a-token"})
    void look_atAFaultyFileLeavesAllAsItWas(String text) throws IOException {
        write(rotated(OTHER));
        try (var accounts = accounts()) {
            var before = accounts.now();
            accounts.onChange(newer -> {
                throw new AssertionError("a faulty file was used");
            });
            write(text);
            accounts.look();
            accounts.look();
            assertThat(accounts.now()).isSameAs(before);
        }
    }

    @Test
    void look_atNoFileAnyMoreGoesBackToTheSettings() throws IOException {
        write(rotated(OTHER));
        try (var accounts = accounts()) {
            assertThat(accounts.now().named().get("north").token()).isEqualTo("token-newer");
            Files.delete(folder.resolve("accounts.yml"));
            accounts.look();
            accounts.look();
            assertThat(accounts.now().named().get("north").token()).isEqualTo("token-north");
        }
    }

    @Test
    void start_withAFaultySettingIsRefusedWithItsNameAndNoSecret() {
        for (String key : List.of(KEY.substring(1), KEY + "A", "*".repeat(43))) {
            settings.put("liaison.wecom.accounts.office.aes-key", key);
            assertThatThrownBy(this::accounts).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("liaison.wecom.accounts.office.aes-key has " + key.length() + " characters")
                    .message().doesNotContain(key);
        }
        settings.put("liaison.wecom.accounts.office.aes-key", "A".repeat(43));
        assertThatThrownBy(this::accounts).hasMessageContaining("liaison.wecom.accounts.office.aes-key is a sample");
        settings.put("liaison.wecom.accounts.office.aes-key", KEY);
        settings.put("liaison.wecom.accounts.office.corpid", "");
        assertThatThrownBy(this::accounts).hasMessageContaining("liaison.wecom.accounts.office.corpid is empty");
    }

    @Test
    void fault_namesTheSettingThatNobodyKnows() throws IOException {
        write("liaison:\n  wechat.accounts.north.tokn: misspelt-name");
        assertThatThrownBy(this::accounts).hasMessageContaining("liaison.wechat.accounts.north.tokn is no setting of an account");
    }

    @Test
    void fault_inTheFileQuotesNothingOfIt() throws IOException {
        write("liaison:\n  wechat:\n   - {a: token-secret");
        assertThatThrownBy(this::accounts).hasMessageContaining("it is no YAML, see line").message().doesNotContain("token-secret");
    }
}
