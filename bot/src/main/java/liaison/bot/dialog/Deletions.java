package liaison.bot.dialog;

import liaison.bot.calendar.WordTable;
import liaison.bot.understanding.Clauses;

/** Words of the read-back that are to go, as in 把有一年了删掉. */
final class Deletions {
    private static final WordTable WORDS = WordTable.shipped("/understanding/answer-words.tsv");
    private static final String SINCE = "since";
    private static final int SHORTEST = 2;

    private Deletions() {
    }

    /** Whether a message says which words of the matter are to go. */
    static boolean isOne(Scene scene) {
        String words = words(scene.heard.text());
        return words.length() >= SHORTEST
                && Matters.of(scene).stream().anyMatch(matter -> matter.contains(words) && matter.length() > words.length() + 1);
    }

    /** Takes them out of the matter; since when is asked anew where they said it. */
    static void delete(Scene scene, Form form) {
        String words = words(scene.heard.text());
        Matters.each(scene, matter -> without(matter, words));
        boolean saidSince = !scene.slot(SINCE).isEmpty() && scene.slot(SINCE).contains(words);
        var since = form.slot(SINCE).filter(slot -> saidSince);
        if (since.isPresent()) {
            form.correct(scene, since.get());
        } else {
            scene.asking = "";
            form.next(scene);
        }
    }

    private static String without(String matter, String words) {
        int at = matter.indexOf(words);
        if (at < 0 || matter.length() <= words.length() + 1) {
            return matter;
        }
        String before = Clauses.withoutStops(matter.substring(0, at));
        String behind = matter.substring(at + words.length());
        boolean isBetween = !before.isEmpty() && !behind.isEmpty() && Clauses.withoutStops(behind).length() < behind.length();
        return isBetween ? before + "，" + Clauses.withoutStops(behind) : before + Clauses.withoutStops(behind);
    }

    /** What stands between 把 and 删掉, or beside 删掉. */
    private static String words(String text) {
        String said = Clauses.withoutStops(text);
        int at = 0;
        for (var word = WORDS.at(said, at, "deletes"); word.isPresent(); word = WORDS.at(said, at, "deletes")) {
            at = word.get().end();
        }
        int end = said.length();
        for (var word = WORDS.before(said, end, "deletes"); word.isPresent() && word.get().start() > at; word = WORDS.before(said, end,
                "deletes")) {
            end = word.get().start();
        }
        return said.substring(at, end);
    }
}
