package liaison.gateway.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import liaison.bot.message.Sender.Cause;
import liaison.gateway.wechat.MediaFiles.Fetched;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MediaFilesTest {
    private static final byte[] PICTURE = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 1, 2, 3};

    private final TinyApi api = new TinyApi();
    private final Wire wire = new Wire();
    private final MediaFiles files = new MediaFiles(wire.platform(Duration.ofMillis(500)));
    private final ApiAccount account = Wire.account(api.base());

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void fetch_bringsTheBytesAndTheirType() {
        api.then(TinyApi.file("image/JPEG", PICTURE));
        var file = (Fetched.File) files.fetch(account, "M+1");
        assertThat(file.type()).isEqualTo("image/jpeg");
        assertThat(file.content()).isEqualTo(PICTURE);
        assertThat(api.queries).containsExactly("access_token=T1&media_id=M+1");
    }

    @Test
    void fetch_tenMebibytesAreTakenAndOneByteMoreIsNot() {
        api.then(TinyApi.file("image/jpeg", new byte[MediaFile.MOST]));
        api.then(TinyApi.file("image/jpeg", new byte[MediaFile.MOST + 1]));
        assertThat(files.fetch(account, "M1")).isInstanceOf(Fetched.File.class);
        assertThat(files.fetch(account, "M1")).isEqualTo(new Fetched.Failed(Cause.NEVER, "too-long"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void fetch_threeGibibytesAreRefusedEarly(boolean announced) {
        api.then(api.pour(announced));
        assertThat(files.fetch(account, "M1")).isEqualTo(new Fetched.Failed(Cause.NEVER, "too-long"));
        assertThat(api.poured.get()).isLessThan(4L * MediaFile.MOST);
    }

    @Test
    void fetch_aByteASecondEndsInATimeout() {
        api.then(TinyApi.drip("image/jpeg", PICTURE));
        long start = System.nanoTime();
        assertThat(files.fetch(account, "M1")).isEqualTo(new Fetched.Failed(Cause.LATER, "timeout"));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @CsvSource({"text/plain,40007,NEVER", "application/json; encoding=utf-8,40007,NEVER", "image/jpeg,-1,LATER"})
    void fetch_errorInPlaceOfAFileIsRead(String type, int code, Cause cause) {
        api.then(TinyApi.file(type, ("{\"errcode\":" + code + ",\"errmsg\":\"rid\"}").getBytes(StandardCharsets.UTF_8)));
        assertThat(files.fetch(account, "M1")).isEqualTo(new Fetched.Failed(cause, Integer.toString(code)));
    }

    @Test
    void fetch_refusedTokenIsRenewed() {
        api.then(TinyApi.file("text/plain", "{\"errcode\":42001,\"errmsg\":\"rid\"}".getBytes(StandardCharsets.UTF_8)));
        api.then(TinyApi.file("image/jpeg", PICTURE));
        assertThat(files.fetch(account, "M1")).isInstanceOf(Fetched.File.class);
        assertThat(api.queries.getLast()).contains("access_token=T2");
    }

    @Test
    void fetch_whatIsNoFileWillNotBecomeOne() {
        api.then(200, "{\"video_url\":\"http://example.org/v\"}");
        api.then(TinyApi.file("text/html", "<html>".getBytes(StandardCharsets.UTF_8)));
        assertThat(files.fetch(account, "M1")).isEqualTo(new Fetched.Failed(Cause.NEVER, "no-file"));
        assertThat(files.fetch(account, "M1")).isEqualTo(new Fetched.Failed(Cause.LATER, "html"));
    }

    @Test
    void upload_sendsOnePartAndBringsTheId() {
        api.then(200, "{\"type\":\"image\",\"media_id\":\"M9\",\"created_at\":1}");
        assertThat(files.upload(account, new MediaFile("image", "image/png", "PNG".getBytes(StandardCharsets.UTF_8)))).isEqualTo("M9");
        assertThat(api.queries).containsExactly("access_token=T1&type=image");
        assertThat(api.bodies.getFirst()).matches("(?s)--(.{36})\r.*\r\nPNG\r\n--\\1--\r\n")
                .contains("Content-Disposition: form-data; name=\"media\"; filename=\"media.png\"\r", "Content-Type: image/png\r");
    }

    @Test
    void upload_failureSaysTheCode() {
        api.then(45001);
        var file = new MediaFile("voice", "audio/amr", PICTURE);
        assertThatThrownBy(() -> files.upload(account, file)).isInstanceOf(CallFailed.class).hasMessageContaining("45001");
        assertThatThrownBy(() -> new MediaFile("image", "image/png", new byte[MediaFile.MOST + 1])).hasMessageContaining("10 MiB");
    }
}
