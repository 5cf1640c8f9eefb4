package liaison.bot.dialog;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import liaison.bot.calendar.WordTable;

/** Places and times that are only spoken of beside what was told, as in 我从锦绣苑搬来的 or 昨天我又去看了: they are none of the matter's own. */
final class Remarks {
    private static final WordTable WORDS = WordTable.shipped("/dialog/place-words.tsv", "/calendar/numbers.tsv",
            "/calendar/since-words.tsv",
            "/dialog/answer-words.tsv");
    private static final List<String> OF_BOTH = List.of("manner", "mind", "choosing", "is", "led", "lead", "from", "tail", "particle");
    private static final List<String> OF_PLACE = List.of("at", "only", "yonder", "there", "part", "spot", "that");
    private static final List<String> OF_TIME = List.of("start", "till", "always");
    private static final List<String> BEGINNINGS = List.of("开始", "起", "以来");
    private static final String SINCE = "since";
    private static final int MOST_BESIDE = 1;

    private Remarks() {
    }

    /** Whether a message names a place or a time, and none of them as where or since when it is. */
    static boolean isOne(Scene scene) {
        boolean place = scene.place().exact();
        boolean since = SinceSlot.isSaid(scene);
        Set<String> aside = place || since ? of(scene) : Set.of();
        return !aside.isEmpty() && (!place || aside.contains(KnownPlace.WHERE)) && (!since || aside.contains(SINCE))
                && PhoneSlot.said(scene).isEmpty();
    }

    /** The slots that a message does not say anew, whatever it names. */
    static Set<String> of(Scene scene) {
        String text = scene.heard.text();
        var aside = new HashSet<String>();
        if (isCorrection(text)) {
            return aside;
        }
        if (scene.place().exact()) {
            clause(text, scene.place().words())
                    .filter(clause -> !scene.book.placeWords().endsAsPlace(clause) && beside(scene, clause) > MOST_BESIDE)
                    .ifPresent(clause -> aside.add(KnownPlace.WHERE));
        }
        if (SinceSlot.isSaid(scene)) {
            clause(text, SinceSlot.since(scene))
                    .filter(clause -> !isBeginning(clause, SinceSlot.since(scene)) && beside(scene, clause) > MOST_BESIDE)
                    .ifPresent(clause -> aside.add(SINCE));
        }
        return aside;
    }

    private static Optional<String> clause(String text, String words) {
        return words.isEmpty()
                ? Optional.empty()
                : Clauses.of(text).stream().map(clause -> clause.of(text)).filter(clause -> clause.contains(words)).findFirst();
    }

    /** 写错了 and 不是甲，是乙 at the beginning of a clause, or 应该是 and the like anywhere. */
    private static boolean isCorrection(String text) {
        return Clauses.find(text, 0, "instead") >= 0 || Clauses.of(text).stream().anyMatch(clause -> {
            String words = Clauses.withoutSpeaker(clause.of(text));
            int denied = Clauses.end(words, 0, "not");
            return Clauses.at(words, 0, "wrong").isPresent()
                    || (denied > 0 && Clauses.find(text, clause.end() - words.length() + denied, "is") >= 0);
        });
    }

    /** 打上个月搬来起: since when it is, whatever else is told. */
    private static boolean isBeginning(String clause, String since) {
        int start = clause.indexOf(since);
        int end = start + since.length();
        boolean from = WORDS.before(clause, start, "from").isPresent() || WORDS.at(clause, start, "from").isPresent();
        return BEGINNINGS.stream()
                .anyMatch(word -> since.endsWith(word) || clause.startsWith(word, end) || (from && clause.indexOf(word, end) > 0));
    }

    /** How many characters a clause has beside the place and the time, and beside the words that lead to them or go on with them. */
    private static int beside(Scene scene, String clause) {
        boolean place = scene.place().exact() && clause.contains(scene.place().words());
        String since = SinceSlot.since(scene);
        boolean time = !since.isEmpty() && clause.contains(since);
        String rest = place ? clause.replace(scene.place().words(), "，") : clause;
        rest = time ? rest.replace(since, "，") : rest;
        int beside = 0;
        for (int at = 0; at < rest.length();) {
            int end = covered(rest, at, OF_BOTH);
            end = place ? Math.max(Math.max(end, covered(rest, at, OF_PLACE)), scene.book.placeWords().tail().end(rest, at)) : end;
            end = time ? Math.max(end, covered(rest, at, OF_TIME)) : end;
            beside += end > at || !Character.isLetterOrDigit(rest.charAt(at)) ? 0 : 1;
            at = Math.max(end, at + 1);
        }
        return beside;
    }

    private static int covered(String text, int at, List<String> kinds) {
        int end = at;
        for (String kind : kinds) {
            end = Math.max(end, WORDS.at(text, at, kind).map(WordTable.Word::end).orElse(at));
        }
        return end;
    }
}
