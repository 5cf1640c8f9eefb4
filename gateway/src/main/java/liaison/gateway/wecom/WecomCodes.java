package liaison.gateway.wecom;

import java.time.Duration;
import java.util.Set;
import liaison.bot.message.Sender.Cause;

/** What the platform's error codes mean for a message. */
final class WecomCodes {
    private static final Set<Integer> TOKEN = Set.of(40001, 40014, 42001);

    private WecomCodes() {
    }

    /** The token is not good (any more). */
    static boolean isToken(int code) {
        return TOKEN.contains(code);
    }

    static Cause cause(int code) {
        return switch (code) {
            // busy, over a rate, or our operator must act: it goes out when that has passed
            case -1, 40001, 40014, 42001, 41001, 41004, 42009, 45009, 45033, 40013, 40056, 48002, 60020 -> Cause.LATER;
            // nobody this app reaches, or the words themselves are refused
            case 43004, 50001, 50002, 60011, 81013, 82001, 40058, 40063, 44004, 45002 -> Cause.NEVER;
            default -> Cause.OTHER_WAY;
        };
    }

    /** How long to leave this call alone: everybody else would be refused alike. */
    static Duration rest(int code) {
        return switch (code) {
            case 45009, 40013, 40056, 48002, 60020 -> Duration.ofMinutes(5);
            case 45033 -> Duration.ofSeconds(20);
            default -> Duration.ZERO;
        };
    }
}
