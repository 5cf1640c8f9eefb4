package liaison.bot.message;

import java.time.Instant;

/**
 * Delivers one message on one channel. A refusal is a value; an exception means that the call failed before anything
 * could have been accepted, so that trying again is harmless.
 */
public interface Sender {
    Result send(OutboundMessage message, Way way);

    /**
     * How to send: by template (any time; a repeat under the same key is shown once), by a grant that the person gave (shown as
     * often as it is sent), or as talk (within the window the platform allows).
     */
    enum Way {
        TEMPLATE, SUBSCRIBE, TALK
    }

    sealed interface Result {
        /**
         * The platform took it, or had taken it before under the same key.
         *
         * @param receipt under which it tells later whether it was shown; empty where it tells nothing
         */
        record Delivered(String receipt) implements Result {
            public Delivered() {
                this("");
            }
        }

        /**
         * It did not.
         *
         * @param reason the platform's code
         * @param notBefore until when another try by the same way is in vain; the epoch where nobody knows
         */
        record Rejected(Cause cause, String reason, Instant notBefore) implements Result {
            public Rejected(Cause cause, String reason) {
                this(cause, reason, Instant.EPOCH);
            }
        }

        /** The line ended before an answer: accepted or not, nobody can tell. */
        record Unclear(String reason) implements Result {
        }
    }

    enum Cause {
        /** No call was made, since every one would be refused now: the same way again later. */
        BLOCKED,
        /** Busy or over a rate: the same way again later. */
        LATER,
        /** This way is closed for this person now: another way. */
        OTHER_WAY,
        /** Never for this person on this channel. */
        NEVER
    }
}
