package liaison.gateway.wechat;

import java.util.Set;
import liaison.bot.message.Sender.Cause;

/** Pictures, voices and other files of an account: fetched within three days of their coming, or sent ahead of a message. */
public final class MediaFiles {
    private static final Set<String> KINDS = Set.of("image", "voice", "video", "thumb");

    private final Platform platform;

    public MediaFiles(Platform platform) {
        this.platform = platform;
    }

    /** Fetches what a resident sent; throws {@link NotReached} where the platform could not be asked. */
    public Fetched fetch(ApiAccount account, String mediaId) {
        return switch (platform.download(account, mediaId)) {
            case Reply.Found(var type, var content) -> new Fetched.File(type, content);
            case Reply.Done done -> new Fetched.Failed(Cause.NEVER, "no-file");
            case Reply.Refused refused -> new Fetched.Failed(refused.verdict().cause(), refused.reason());
            case Reply.Unclear(var reason) -> new Fetched.Failed(reason.equals("too-long") ? Cause.NEVER : Cause.LATER, reason);
        };
    }

    /** Sends a file ahead; answers its media id, good for three days. Throws {@link CallFailed} or {@link NotReached}. */
    public String upload(ApiAccount account, MediaFile file) {
        if (!KINDS.contains(file.kind())) {
            throw new IllegalArgumentException("the platform takes no " + file.kind());
        }
        String field = file.kind().equals("thumb") ? "thumb_media_id" : "media_id";
        String id = Reply.mustBeDone(platform.upload(account, file)).path(field).asString("");
        if (id.isEmpty()) {
            throw new CallFailed("no media id");
        }
        return id;
    }

    /** What became of a fetch. */
    public sealed interface Fetched {
        /**
         * At most {@link MediaFile#MOST} bytes.
         *
         * @param type as the platform names it, in lower case; nothing to rely on
         */
        record File(String type, byte[] content) implements Fetched {
        }

        /** {@link Cause#LATER}: worth another try; anything else: it will not come. */
        record Failed(Cause cause, String reason) implements Fetched {
        }
    }
}
