package liaison.gateway.wechat;

import static liaison.gateway.wechat.ErrorCodes.Verdict.BACK_OFF;
import static liaison.gateway.wechat.ErrorCodes.Verdict.GIVE_UP;
import static liaison.gateway.wechat.ErrorCodes.Verdict.OTHER_CHANNEL;
import static liaison.gateway.wechat.ErrorCodes.Verdict.REFRESH;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import liaison.bot.message.Sender.Cause;

/** What each of the platform's error codes leads to: exactly one of four. */
final class ErrorCodes {
    static final int NOT_GRANTED = 43101;
    static final int REPEATED = 45065;
    static final int NO_MENU = 46003;

    /** The day's calls are used up: for this call, or of mass messages. */
    private static final Set<Integer> QUOTA = Set.of(45009, 45028);
    /** Outside the window, or nothing left in it. */
    private static final Set<Integer> CLOSED = Set.of(45015, 45047);
    /** Only an operator can mend it: a secret, an address that is not on the list. */
    private static final Set<Integer> OPERATOR = Set.of(40013, 40125, 40164, 41002, 41004, 60020);

    private static final Map<Integer, Verdict> VERDICTS = table(Map.of(
            // the token is not good (any more)
            REFRESH, List.of(40001, 40014, 41001, 42001, 42009),
            // busy, over a rate or a quota, or our operator must act: it goes out when that has passed
            BACK_OFF, List.of(-1, 45009, 45011, 45028, 45033, 45066, 50002, 40013, 40125, 40164, 41002, 41004, 60020, 48006),
            // this way is closed now, for this person or for the account; another one may be open
            OTHER_CHANNEL, List.of(45015, 45047, NOT_GRANTED, 43116, 43117, 40037, 41030, 47003, 48001, 48002, 48004, 50001, 40056, 60011),
            // no such person or thing, or the call itself is refused: it would be the same any time
            GIVE_UP, List.of(40002, 40003, 40004, 40006, 40007, 40008, 40016, 40017, 40018, 40019, 40023, 40031, 40032, 40033, 40035, 40050,
                    40053, 40058, 40063, 41006, 43001, 43002, 43004, 44001, 44002, 44004, 45001, 45002, REPEATED, 45067, NO_MENU, 47001,
                    61451, 81013, 82001)));

    private ErrorCodes() {
    }

    private static Map<Integer, Verdict> table(Map<Verdict, List<Integer>> lists) {
        var table = new HashMap<Integer, Verdict>();
        lists.forEach((verdict, codes) -> codes.forEach(code -> {
            if (table.put(code, verdict) != null) {
                throw new IllegalStateException(code + " leads to two");
            }
        }));
        return Map.copyOf(table);
    }

    /** What a code that is not in the table means nobody knows; another way harms nobody. */
    static Verdict verdict(int code) {
        return VERDICTS.getOrDefault(code, OTHER_CHANNEL);
    }

    static boolean isKnown(int code) {
        return VERDICTS.containsKey(code);
    }

    /** A code, and what an operator does about it where that is known. */
    static String explained(String reason) {
        String advice = switch (reason) {
            case "40164" ->
                "the address of this machine is not on the account's list of allowed addresses (IP 白名单): add it at the platform";
            case "40013" -> "the platform knows no such appid";
            case "40001", "40125" -> "the secret is not the account's: copy it once more";
            case "48001" -> "the account has no right to this call: it is for verified accounts, or must be asked for at the platform";
            case "48002", "48004" -> "the account's right to this call was taken away";
            default -> "";
        };
        return advice.isEmpty() ? reason : reason + ", " + advice;
    }

    static boolean isQuota(int code) {
        return QUOTA.contains(code);
    }

    static boolean isClosed(int code) {
        return CLOSED.contains(code);
    }

    /** How long to leave this call alone: everybody else would be refused alike. */
    static Duration rest(int code) {
        if (OPERATOR.contains(code)) {
            return Duration.ofMinutes(5);
        }
        return code == 45011 ? Duration.ofSeconds(20) : Duration.ZERO;
    }

    /** The one thing that a code leads to, and what it means for a message. */
    enum Verdict {
        /** Once, for all nodes, and the call is made again; a second refusal waits. */
        REFRESH(Cause.LATER, "the token is refused"), BACK_OFF(Cause.LATER, "it is tried again later"), OTHER_CHANNEL(Cause.OTHER_WAY,
                "this way is closed, for this person or for the account"), GIVE_UP(Cause.NEVER, "it is not tried again"),
        /** No code leads to it: no call was made, since every one would be refused now. */
        BLOCKED(Cause.BLOCKED, "no call was made");

        private final Cause cause;
        private final String meaning;

        Verdict(Cause cause, String meaning) {
            this.cause = cause;
            this.meaning = meaning;
        }

        /** For the log. */
        String meaning() {
            return meaning;
        }

        Cause cause() {
            return cause;
        }
    }
}
