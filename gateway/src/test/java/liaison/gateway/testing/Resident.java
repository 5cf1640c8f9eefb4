package liaison.gateway.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;

/** A resident at a WeChat account: the platform signs, posts, waits five seconds, and posts again, three times in all. */
public final class Resident {
    /** Settings of the account {@code demo} that residents of tests write to, in plain mode. */
    public static final Map<String, String> ACCOUNT = Map.of("liaison.wechat.accounts.demo.appid", Envelope.APPID,
            "liaison.wechat.accounts.demo.token", Envelope.TOKEN, "liaison.wechat.accounts.demo.aes-key", Envelope.AES_KEY,
            "liaison.wechat.accounts.demo.secret", "a-secret-for-tests", "liaison.wechat.accounts.demo.plain", "true");
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String BUSY = "尚未登记";
    private static final AtomicInteger IDS = new AtomicInteger();
    private static final int TRIES = 3;
    private static final Duration WAIT = Duration.ofSeconds(5);

    private final String openid;
    private final Envelope envelope = new Envelope(Instant.now().getEpochSecond(), false);
    private final List<String> acknowledged = Collections.synchronizedList(new ArrayList<>());

    public Resident(String openid) {
        this.openid = openid;
    }

    public String openid() {
        return openid;
    }

    /** Message ids that were answered, in the order they were sent. */
    public List<String> acknowledged() {
        synchronized (acknowledged) {
            return List.copyOf(acknowledged);
        }
    }

    /** Says something; the words of the answer, empty where there was none. */
    public String say(IntSupplier port, String text) {
        long id = 70_000_000_000L + IDS.incrementAndGet();
        return deliver(port, id, envelope.pack("/wechat/demo", openid, text, id));
    }

    /** Sends a picture, which the platform keeps under an id; again under the same message id if told so. */
    public String picture(IntSupplier port, String mediaId, long id) {
        return deliver(port, id, envelope.pack("/wechat/demo", openid, "image",
                "<PicUrl><![CDATA[http://mmbiz.qpic.cn/x]]></PicUrl><MediaId><![CDATA[" + mediaId + "]]></MediaId>", id));
    }

    /** Sends a voice message that nobody recognised. */
    public String voice(IntSupplier port, String mediaId, long id) {
        return deliver(port, id, envelope.pack("/wechat/demo", openid, "voice",
                "<Format><![CDATA[amr]]></Format><MediaId><![CDATA[" + mediaId + "]]></MediaId>", id));
    }

    private String deliver(IntSupplier port, long id, String[] packed) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            try {
                var uri = URI.create("http://127.0.0.1:" + port.getAsInt() + packed[0]);
                var response = HTTP.send(HttpRequest.newBuilder(uri).timeout(WAIT).header("Content-Type", "text/xml")
                        .POST(HttpRequest.BodyPublishers.ofString(packed[1])).build(), HttpResponse.BodyHandlers.ofString());
                String words = envelope.unpack(response.body());
                if (response.statusCode() == 200 && !words.contains(BUSY)) {
                    acknowledged.add(Long.toString(id));
                    return words;
                }
            } catch (IOException notNow) {
                LockSupport.parkNanos(WAIT.toNanos());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return "";
            }
        }
        return "";
    }
}
