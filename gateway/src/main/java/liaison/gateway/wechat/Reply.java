package liaison.gateway.wechat;

import java.time.Instant;
import liaison.gateway.wechat.ErrorCodes.Verdict;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** What became of a call, after its token was renewed where that was needed. */
sealed interface Reply {
    record Done(JsonNode json) implements Reply {
    }

    /** A file. */
    record Found(String type, byte[] content) implements Reply {
    }

    /**
     * It was not taken.
     *
     * @param code the platform's, 0 when it was not asked or did not say
     * @param notBefore until when asking again is in vain; the epoch where nobody knows
     */
    record Refused(Verdict verdict, int code, String reason, Instant notBefore, JsonNode json) implements Reply {
        Refused(Verdict verdict, String reason, Instant notBefore) {
            this(verdict, 0, reason, notBefore, MissingNode.getInstance());
        }
    }

    /** Taken or not, nobody can tell. */
    record Unclear(String reason) implements Reply {
    }

    /** For whoever waits for the answer himself and can do nothing but ask again; throws {@link CallFailed}. */
    static JsonNode mustBeDone(Reply reply) {
        return switch (reply) {
            case Done(var json) -> json;
            case Found found -> throw new CallFailed("no-json");
            case Refused refused when refused.notBefore().isAfter(Instant.EPOCH) -> throw CallFailed.usedUp(refused.notBefore());
            case Refused refused -> throw new CallFailed(refused.reason());
            case Unclear(var reason) -> throw new CallFailed(reason);
        };
    }
}
