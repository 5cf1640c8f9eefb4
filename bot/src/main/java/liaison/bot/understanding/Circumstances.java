package liaison.bot.understanding;

import java.util.List;

/** Clauses that tell of what was told how it came, who says what of it, or what follows, as 听说是施工挖断了电缆; none of them is a matter. */
final class Circumstances {
    /** Letters within which somebody is named who says something. */
    private static final int SAYER_WITHIN = 4;
    private static final List<String> BEGINNINGS = List.of("hearsay", "cause", "outcome");

    private Circumstances() {
    }

    /** A text without them. */
    static String without(String text) {
        var clauses = Clauses.of(text);
        var rest = new StringBuilder();
        for (var clause : clauses) {
            String words = clause.of(text);
            if (!isOne(words)) {
                rest.append(rest.isEmpty() ? "" : "，").append(words);
            }
        }
        return rest.toString();
    }

    private static boolean isOne(String words) {
        return BEGINNINGS.stream().anyMatch(kind -> begins(words, 0, kind)) || isSaid(words) || isThreat(words);
    }

    private static boolean begins(String words, int at, String kind) {
        return Complaints.WORDS.at(words, at, kind).isPresent();
    }

    /** 物业那边说没钱修. */
    private static boolean isSaid(String words) {
        var sayer = Complaints.WORDS.at(words, 0, "sayer");
        int from = sayer.map(word -> word.end()).orElse(words.length());
        for (int at = from; at < Math.min(words.length(), from + SAYER_WITHIN); at++) {
            if (begins(words, at, "says")) {
                return true;
            }
        }
        return false;
    }

    /** 再不修我就不交物业费了. */
    private static boolean isThreat(String words) {
        return begins(words, 0, "unless") && words.indexOf('就') > 0;
    }
}
