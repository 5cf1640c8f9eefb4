package liaison.gateway.wecom;

import java.time.Duration;
import liaison.bot.message.Sender.Cause;
import liaison.gateway.wechat.ApiCalls;
import liaison.gateway.wechat.ApiCalls.Outcome;
import liaison.gateway.wechat.MediaFiles.Fetched;
import liaison.gateway.wechat.TokenStore;

/** Pictures, voices and other files that members sent to an app, which keeps them for three days. */
public final class WecomFiles {
    private static final String GET = "/cgi-bin/media/get?media_id=";
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final ApiCalls calls;
    private final WecomTokens tokens;

    public WecomFiles(TokenStore store) {
        this(store, TIMEOUT);
    }

    WecomFiles(TokenStore store, Duration timeout) {
        calls = new ApiCalls(timeout);
        tokens = new WecomTokens(store, calls);
    }

    /** Throws {@link liaison.gateway.wechat.NotReached} where the platform could not be asked. */
    public Fetched fetch(WecomAccount account, String mediaId) {
        String token = tokens.current(account);
        var outcome = get(account, mediaId, token);
        if (outcome instanceof Outcome.Answered answer && WecomCodes.isToken(answer.code())) {
            outcome = get(account, mediaId, tokens.renewed(account, token));
        }
        return switch (outcome) {
            case Outcome.Found(var type, var content) -> new Fetched.File(type, content);
            case Outcome.Answered answer when answer.code() == 0 -> new Fetched.Failed(Cause.NEVER, "no-file");
            case Outcome.Answered answer -> new Fetched.Failed(WecomCodes.cause(answer.code()), Integer.toString(answer.code()));
            case Outcome.Refused(var reason) -> new Fetched.Failed(Cause.LATER, reason);
            case Outcome.Unclear(var reason) -> new Fetched.Failed(reason.equals("too-long") ? Cause.NEVER : Cause.LATER, reason);
        };
    }

    private Outcome get(WecomAccount account, String mediaId, String token) {
        return calls.download(WecomTokens.uri(account, GET + WecomTokens.encoded(mediaId), token));
    }
}
