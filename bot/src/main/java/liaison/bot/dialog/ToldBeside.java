package liaison.bot.dialog;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import liaison.bot.understanding.Agreement;
import liaison.bot.understanding.Clauses;
import liaison.bot.understanding.Complaints;
import liaison.bot.understanding.Openings;
import liaison.bot.understanding.PlaceWords;
import liaison.bot.understanding.Plain;
import liaison.bot.understanding.SecondThoughts;

/** What an answer to where or since when tells beside that: it goes on with the matter, and nothing of it is lost. */
final class ToldBeside {
    private static final String WHAT = "what";
    private static final List<String> NO_MATTER = List.of("confirm", "yes", "no", "thanks", "greet", "chatter", "unsure", "knows_not",
            "skip",
            "no_phone", "phone_later", "leave_phone", "gives_name", "bye");
    private static final int SHORTEST = 3;

    private ToldBeside() {
    }

    /**
     * Puts it behind the matter, unless that has it by now.
     *
     * @param before what was known before the answer
     */
    static void keep(Scene scene, Slot asked, Map<String, String> before) {
        String what = scene.slot(WHAT);
        boolean isOfReport = asked.kind() instanceof PlaceSlot || asked.kind() instanceof SinceSlot;
        if (!isOfReport || what.isEmpty() || !what.equals(before.get(WHAT))) {
            return;
        }
        String told = told(scene);
        if (!told.isEmpty()) {
            Additions.tell(scene, told);
        }
    }

    /** Whether a message says by its first clause where it is, known to anybody or not, and tells the matter behind that. */
    static boolean isBehindPlace(Scene scene) {
        String text = scene.heard.text();
        var clauses = Clauses.of(text);
        if (clauses.size() < 2 || scene.place().exact() || !SecondThoughts.in(text).isEmpty()) {
            return false;
        }
        String first = clauses.getFirst().of(text);
        String rest = text.substring(clauses.get(1).start());
        return scene.book.placeWords().endsAsPlace(first) && scene.book.placeWords().partIn(first).isEmpty()
                && !Complaints.sayWrong(first) && !scene.book.placeWords().endsAsPlace(rest)
                && scene.hearing(first, () -> LikelyPlaces.isOne(scene) && !scene.hears(scene.book.signal("landmark"))
                        && !scene.hears(scene.book.signal("vague_place")));
    }

    /** Takes that clause as where, and tells what stands behind it. */
    static void behindPlace(Scene scene, Form form) {
        String text = scene.heard.text();
        String rest = text.substring(Clauses.of(text).get(1).start());
        scene.hearing(rest, () -> {
            form.read(scene, KnownPlace.WHERE);
            String told = told(scene);
            if (!told.isEmpty()) {
                Additions.tell(scene, told);
            }
        });
        scene.hearing(Clauses.first(text), () -> form.fill(scene));
    }

    private static String told(Scene scene) {
        String meant = SecondThoughts.in(scene.heard.text());
        String text = withoutLead(meant.isEmpty() ? scene.heard.text() : meant);
        boolean isOpen = Openings.isBare(scene.slot(WHAT));
        return Clauses.of(text).stream().map(clause -> clause.of(text).strip()).filter(words -> isTold(scene, words, isOpen))
                .collect(Collectors.joining("，"));
    }

    /** 那我反映：… is told behind the colon. */
    private static String withoutLead(String text) {
        int colon = Math.max(text.indexOf('：'), text.indexOf(':'));
        return colon > 0 && PlaceWords.onlyLead(text.substring(0, colon)) ? text.substring(colon + 1) : text;
    }

    /** @param isOpen whether the matter is a bare opening so far */
    private static boolean isTold(Scene scene, String words, boolean isOpen) {
        return Plain.of(words).length() >= SHORTEST && !isKept(scene, words) && (isOpen || Remarks.isMore(scene, words))
                && scene.hearing(words,
                        () -> !(isOpen && (SaidPlace.isAlone(scene) || SinceSlot.isAlone(scene))) && PhoneSlot.said(scene).isEmpty()
                                && !Agreement.isSaid(words, scene.heard.plain())
                                && NO_MATTER.stream().noneMatch(name -> scene.hears(scene.book.signal(name))));
    }

    /** Whether some slot has all of the words. */
    private static boolean isKept(Scene scene, String words) {
        return scene.slots.values().stream().anyMatch(value -> value.contains(words));
    }
}
