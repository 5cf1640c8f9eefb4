package liaison.gateway.wechat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import liaison.bot.message.Sender.Cause;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The same words to many at once. The platform takes 100 calls a day of an account, shows a resident four such messages a month,
 * and tells the outcome by an event: see {@link MassOutcome}.
 */
public final class MassMessages {
    private static final int FEWEST = 2;
    private static final int MOST = 10_000;
    private static final int KEY_BYTES = 64;

    private final Platform platform;

    public MassMessages(Platform platform) {
        this.platform = platform;
    }

    /**
     * Hands a text over. Throws {@link NotReached} when it cannot have been taken, so that trying again is harmless.
     *
     * @param openids 2 to 10,000, each once
     * @param key at most 64 bytes; a repeat under it within a day is not sent again
     */
    public Handed send(ApiAccount account, Collection<String> openids, String text, String key) {
        if (openids.size() < FEWEST || openids.size() > MOST || Set.copyOf(openids).size() != openids.size()) {
            throw new IllegalArgumentException("a mass message goes to 2 to 10,000 people, each once");
        }
        if (text.isBlank() || key.isEmpty() || key.getBytes(StandardCharsets.UTF_8).length > KEY_BYTES) {
            throw new IllegalArgumentException("a mass message has words, and a key of at most 64 bytes");
        }
        return switch (platform.post(account, Endpoint.MASS, Letterhead.mass(openids, text, key))) {
            case Reply.Done(var json) -> new Handed.Taken(id(json), false);
            case Reply.Refused refused when refused.code() == ErrorCodes.REPEATED -> new Handed.Taken(id(refused.json()), true);
            case Reply.Refused refused -> new Handed.Refused(refused.verdict().cause(), refused.reason(), refused.notBefore());
            case Reply.Unclear(var reason) -> new Handed.Unclear(reason);
            case Reply.Found found -> new Handed.Unclear("no-json");
        };
    }

    /** {@code SEND_SUCCESS}, {@code SENDING}, {@code SEND_FAIL} or {@code DELETE}; throws {@link CallFailed}. */
    public String status(ApiAccount account, long id) {
        var body = JsonNodeFactory.instance.objectNode().put("msg_id", Long.toString(id));
        return Reply.mustBeDone(platform.post(account, Endpoint.MASS_STATUS, body)).path("msg_status").asString("");
    }

    private static long id(JsonNode json) {
        return json.path("msg_id").asLong(0);
    }

    /** What became of handing it over. */
    public sealed interface Handed {
        /**
         * The platform has it.
         *
         * @param id under which its outcome is told
         * @param before whether it had it already
         */
        record Taken(long id, boolean before) implements Handed {
        }

        record Refused(Cause cause, String reason, Instant notBefore) implements Handed {
        }

        /** Under the same key it can be handed over again. */
        record Unclear(String reason) implements Handed {
        }
    }
}
