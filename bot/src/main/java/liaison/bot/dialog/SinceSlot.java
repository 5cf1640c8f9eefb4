package liaison.bot.dialog;

import java.time.Instant;
import liaison.bot.calendar.TimeReader;
import liaison.bot.calendar.WordTable;
import liaison.bot.understanding.Clauses;
import liaison.bot.understanding.Plain;
import liaison.bot.understanding.SecondThoughts;

/** Since when, in the resident's words. */
record SinceSlot() implements SlotKind {
    private static final WordTable WORDS = WordTable.shipped("/calendar/since-words.tsv");
    private static final String SINCE = "since";
    private static final int LONGEST = 40;
    private static final int SHORT = 12;
    private static final int LONGEST_UNREAD = 24;
    private static final int LOOKED_AT = 1_000;
    private static final int MOST_BESIDE = 2;
    private static final int LEAST_BESIDE = 4;

    @Override
    public void take(Scene scene, Slot slot) {
        String since = since(scene);
        if (isSaid(scene)) {
            scene.slots.put(slot.name(), since);
        }
    }

    @Override
    public boolean answer(Scene scene, Slot slot) {
        String since = since(scene);
        String whole = WordsSlot.kept(scene.heard.text());
        // a short answer is kept as it was said, 一个星期以上 is more than 一个星期
        boolean isShort = whole.length() <= SHORT && scene.place().places().isEmpty() && !saysMore(scene, whole);
        String words = since.isEmpty() || isShort ? whole : since;
        if (scene.heard.plain().length() < 2 || words.length() > LONGEST || (since.isEmpty() && words.length() > LONGEST_UNREAD)) {
            return false;
        }
        scene.slots.put(slot.name(), words);
        return true;
    }

    /** 上周，我找过物业: one of several clauses tells something else. */
    private static boolean saysMore(Scene scene, String words) {
        var clauses = Clauses.of(words);
        return clauses.size() > 1 && clauses.stream().anyMatch(clause -> Remarks.isMore(scene, clause.of(words)));
    }

    /** Whether a message says since when; 一直 says it only where nothing did before. */
    static boolean isSaid(Scene scene) {
        String since = since(scene);
        boolean more = WORDS.at(since, 0, "always").filter(word -> word.end() == since.length()).isPresent();
        return !since.isEmpty() && !(more && scene.before.slots().containsKey(SINCE));
    }

    /** The words that say since when; empty where there are none. */
    static String since(Scene scene) {
        return scene.since();
    }

    /** Behind 哦不 and the like, where something is said there. */
    static String lastRead(String text, Instant now) {
        for (String meant : SecondThoughts.all(text)) {
            String since = read(meant, now);
            if (!since.isEmpty()) {
                return since;
            }
        }
        return read(text, now);
    }

    static String read(String whole, Instant now) {
        String text = whole.substring(0, Math.min(whole.length(), LOOKED_AT));
        return TimeReader.since(text, now).map(span -> span.of(text)).orElse("");
    }

    @Override
    public String completed(Scene scene, String value, String part) {
        String since = read(value, scene.now).isEmpty() ? read(part, scene.now) : "";
        return since.isEmpty() ? value : since;
    }

    /** Whether a message says since when, and tells something beside it. */
    static boolean isBesideMore(Scene scene) {
        return isSaid(scene) && Plain.of(scene.heard.text().replace(since(scene), "")).length() >= LEAST_BESIDE;
    }

    /** Whether a message says since when and nothing else. */
    static boolean isAlone(Scene scene) {
        return !since(scene).isEmpty() && Plain.of(since(scene)).length() + MOST_BESIDE >= scene.heard.plain().length();
    }

    @Override
    public boolean isSettled(Scene scene, Slot slot) {
        // a question has no beginning
        return !scene.slot(slot.name()).isEmpty() || !scene.slot(Drafts.QUESTION).isEmpty();
    }
}
