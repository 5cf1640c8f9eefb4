package liaison.bot.message;

/**
 * Delivers one message on one channel. A refusal is a value; an exception means that the call failed before anything
 * could have been accepted, so that trying again is harmless.
 */
public interface Sender {
    Result send(OutboundMessage message, Way way);

    /** How to send: by template (shown once, any time) or as talk (within the window the platform allows). */
    enum Way {
        TEMPLATE, TALK
    }

    sealed interface Result {
        /** The platform took it, or had taken it before under the same key. */
        record Delivered() implements Result {
        }

        /** It did not; the reason is the platform's code. */
        record Rejected(Cause cause, String reason) implements Result {
        }

        /** The line ended before an answer: accepted or not, nobody can tell. */
        record Unclear(String reason) implements Result {
        }
    }

    enum Cause {
        /** Busy or over a rate: the same way again later. */
        LATER,
        /** This way is closed for this person now: another way. */
        OTHER_WAY,
        /** Never for this person on this channel. */
        NEVER
    }
}
