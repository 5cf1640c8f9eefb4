package liaison.gateway.wechat;

import java.time.Duration;
import java.util.Set;
import liaison.bot.message.Sender.Cause;

/** What the platform's error codes mean for a message. */
final class ErrorCodes {
    private static final Set<Integer> TOKEN = Set.of(40001, 40014, 42001);

    private ErrorCodes() {
    }

    /** The token is not good (any more). */
    static boolean isToken(int code) {
        return TOKEN.contains(code);
    }

    static Cause cause(int code) {
        return switch (code) {
            // busy, over a rate or quota, or our operator must act: it goes out when that has passed
            case -1, 40001, 40014, 42001, 45009, 45011, 45033, 50002, 40013, 40125, 40164 -> Cause.LATER;
            // no such person here, or the words themselves are refused
            case 40003, 43004, 44004, 45002, 40008 -> Cause.NEVER;
            // out of the window (45015, 45047), not granted (43101), no such template, not authorised; and what we do not know
            default -> Cause.OTHER_WAY;
        };
    }

    /** How long to leave this call alone: everybody else would be refused alike. */
    static Duration rest(int code) {
        return switch (code) {
            case 45009, 40164, 40013, 40125 -> Duration.ofMinutes(5);
            case 45011 -> Duration.ofSeconds(20);
            default -> Duration.ZERO;
        };
    }
}
