package liaison.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import liaison.gateway.WechatSettings.Account;
import liaison.gateway.WechatSettings.Template;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused before a server starts. */
final class SamplesTest {
    private static final WechatSettings.Subscribe NOT_GRANTED = new WechatSettings.Subscribe("", Map.of());
    private static final String KEY = "q7Zt3LkV9wXe2RbN8sYc5HdG1mPfJ6uA4TiQoWzKvBx";

    @Test
    void isKey_randomBytesAreNone() {
        var random = new SecureRandom();
        for (int i = 0; i < 1_000; i++) {
            byte[] bytes = new byte[32];
            random.nextBytes(bytes);
            assertThat(Samples.isKey(bytes)).isFalse();
            assertThat(Samples.isKey(Base64.getEncoder().encodeToString(bytes).substring(0, 43))).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG",
            "0123456789abcdef0123456789abcdef"})
    void isKey_whatSomebodyTypedIsOne(String key) {
        assertThat(Samples.isKey(key)).isTrue();
    }

    @Test
    void accounts_samplesAreRefusedOutsideTheDemo() {
        accepted(account("own-token", KEY, "", ""));
        refused(account("testtoken", KEY, "", ""), ".token is a sample");
        refused(account("own-token", "A".repeat(43), "", ""), ".aes-key is a sample");
        refused(account("own-token", KEY, "testtoken", KEY), ".previous-token is a sample");
        refused(account("own-token", KEY, "before", "A".repeat(43)), ".previous-aes-key is a sample");
    }

    @Test
    void accounts_whatNobodyCouldUseIsRefused() {
        var sound = account("own-token", KEY, "", "");
        assertThatThrownBy(() -> of("a/b", sound)).hasMessageContaining("a name is 1 to 32");
        refused(new Account("wx", "own-token", KEY, "own-secret", "", "", URI.create("ftp://x"), false, false, Map.of(), List.of(), null,
                List.of()),
                "api-base");
        refused(templates(Map.of("bogus", new Template("1", Map.of(), NOT_GRANTED))), "templates.bogus");
        refused(templates(Map.of("reminder", new Template("1", Map.of("thing1", "nonsense"), NOT_GRANTED))), "fields.thing1");
        refused(templates(Map.of("notice", new Template("1", Map.of("thing2", "note"), NOT_GRANTED))),
                "templates.notice.fields.thing2 is none of what, where, when");
        refused(templates(Map.of("notice",
                new Template("1", Map.of("thing2", "what"), new WechatSettings.Subscribe("2", Map.of("thing1", "number"))))),
                "templates.notice.subscribe.fields.thing1");
        refused(templates(Map.of("reminder", new Template("1", Map.of(), NOT_GRANTED))), "templates.reminder.fields is empty");
    }

    @Test
    void origins_areOrigins() {
        var beat = java.time.Duration.ofSeconds(15);
        assertThat(new ChatProperties(beat, 1, beat, List.of("https://example.org", "http://127.0.0.1:8080")).origins()).hasSize(2);
        assertThatThrownBy(() -> new ChatProperties(beat, 1, beat, List.of("javascript:x"))).hasMessageContaining("liaison.chat.origins");
    }

    private static Account account(String token, String key, String previousToken, String previousKey) {
        return new Account("wx", token, key, "own-secret", previousToken, previousKey, URI.create("https://example.org"), false, false,
                Map.of(), List.of(), null, List.of());
    }

    private static Account templates(Map<String, Template> templates) {
        return new Account("wx", "own-token", KEY, "own-secret", "", "", URI.create("https://example.org"), false, false, templates,
                List.of(), null, List.of());
    }

    private static Accounts of(String name, Account account) {
        return Accounts.of(new WechatSettings(Map.of(name, account)), new WecomSettings(Map.of()), Path.of("nowhere"), false);
    }

    private static void accepted(Account account) {
        assertThat(of("own", account).named()).containsKey("own");
    }

    private static void refused(Account account, String says) {
        assertThatThrownBy(() -> of("own", account)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(says);
    }
}
