package liaison.gateway.wechat;

import java.time.Instant;
import java.util.Map;

/** Who follows an account. */
public final class Followers {
    private final Platform platform;

    public Followers(Platform platform) {
        this.platform = platform;
    }

    /** Throws {@link CallFailed}, also for somebody the account never saw. */
    public Follower find(ApiAccount account, String openid) {
        var json = Reply.mustBeDone(platform.get(account, Endpoint.FOLLOWER, Map.of("openid", openid, "lang", "zh_CN")));
        return new Follower(json.path("subscribe").asInt(0) == 1, Instant.ofEpochSecond(json.path("subscribe_time").asLong(0)),
                json.path("qr_scene_str").asString(""));
    }

    /**
     * Nothing of the person's own: names and pictures are not asked for here.
     *
     * @param since the epoch for somebody who does not follow
     * @param scene of the code that was scanned when subscribing, or empty
     */
    public record Follower(boolean follows, Instant since, String scene) {
    }
}
