package liaison.bot.dialog;

import java.util.List;
import liaison.bot.understanding.Clauses;

/** What a message says that something should be, whatever it denies beside that, as 乙 in 地点不是甲，是乙. */
final class SaidValue {
    private static final String NOT = "not";
    private static final String IS = "is";

    private SaidValue() {
    }

    /** What a message says that something should be, whatever it is. */
    static String of(String text) {
        return of(text, List.of());
    }

    /** What a message says that a slot should be; empty where it only says that it is wrong. */
    static String of(String text, Slot slot) {
        return of(text, slot.labels());
    }

    static String of(String text, List<String> labels) {
        String loose = "";
        for (var clause : Clauses.of(text)) {
            String words = clause.of(text);
            String rest = Clauses.labelled(labels, words).orElseGet(() -> Clauses.withoutLead(words));
            rest = Clauses.withoutLead(rest.substring(Clauses.label(labels, rest)));
            if (Clauses.end(rest, 0, "exactly") == rest.length()) {
                // 地点写详细点，在…
                continue;
            }
            int denied = Clauses.find(rest, 0, NOT);
            if (denied > 0 && Clauses.find(rest, Clauses.end(rest, denied, NOT), IS) < 0) {
                // 是5栋不是3栋
                rest = rest.substring(0, denied);
                denied = -1;
            }
            int from = denied < 0 ? 0 : Clauses.find(rest, Clauses.end(rest, denied, NOT), IS);
            if (from >= 0) {
                int is = Clauses.find(rest, from, IS);
                String said = is < 0 ? rest : rest.substring(Clauses.end(rest, is, IS));
                if (is >= 0 && !said.isBlank()) {
                    return said.strip();
                }
                loose = loose.isEmpty() && is < 0 ? rest.strip() : loose;
            }
        }
        return loose;
    }

    /** A matter is told to the end of the message. */
    static String wholeOf(String text, Slot slot) {
        String value = of(text, slot);
        int at = value.isEmpty() ? -1 : text.indexOf(value);
        return at < 0 || Clauses.find(text, at + value.length(), NOT) >= 0 ? value : Clauses.withoutStops(text.substring(at));
    }

    /** Of 不是昨天，是上周 the second half; anything else as it is. */
    static String orAll(String text) {
        String said = Clauses.find(text, 0, NOT) < 0 ? "" : of(text);
        return said.isEmpty() ? text : said;
    }

    /** Of 哪有半年，上个月才漏的 and 周一不对，上周四就坏了 what is not denied; anything else as it is. */
    static String undenied(String text) {
        var clauses = Clauses.of(text).stream().map(clause -> clause.of(text)).toList();
        var meant = clauses.stream().filter(clause -> !isDenial(clause)).toList();
        return meant.isEmpty() || meant.size() == clauses.size() ? text : String.join("，", meant);
    }

    private static boolean isDenial(String clause) {
        return Clauses.at(clause, 0, "denied").isPresent() || Clauses.before(clause, "wrong").isPresent();
    }
}
