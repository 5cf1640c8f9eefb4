package liaison.gateway.wecom;

import static org.assertj.core.api.Assertions.assertThat;

import liaison.bot.message.Sender.Cause;
import liaison.gateway.wechat.MediaFiles.Fetched;
import liaison.gateway.wechat.MemoryTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class WecomFilesTest {
    private static final byte[] SOUND = {'#', '!', 'A', 'M', 'R', '\n', 1};

    private final FakeWecomApi api = new FakeWecomApi();
    private final WecomFiles files = new WecomFiles(new MemoryTokens());
    private final WecomAccount account = FakeWecom.account(api.base());

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void fetch_bringsTheBytes() {
        api.files.put("M+1", SOUND);
        assertThat(((Fetched.File) files.fetch(account, "M+1")).content()).isEqualTo(SOUND);
        assertThat(api.queries).containsExactly("media_id=M+1&access_token=T1");
    }

    @Test
    void fetch_refusedTokenIsRenewed() {
        api.files.put("M1", SOUND);
        assertThat(files.fetch(account, "M1")).isInstanceOf(Fetched.File.class);
        api.tokens.incrementAndGet();
        assertThat(files.fetch(account, "M1")).isInstanceOf(Fetched.File.class);
        assertThat(api.queries.getLast()).endsWith("=T2");
    }

    @Test
    void fetch_whatThePlatformNoLongerHasWillNotCome() {
        var failed = (Fetched.Failed) files.fetch(account, "M9");
        assertThat(failed.reason()).isEqualTo("40007");
        assertThat(failed.cause()).isNotEqualTo(Cause.LATER);
    }
}
