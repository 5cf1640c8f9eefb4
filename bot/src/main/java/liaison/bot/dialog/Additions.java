package liaison.bot.dialog;

import java.util.Optional;
import liaison.bot.understanding.Clauses;
import liaison.bot.understanding.Openings;
import liaison.bot.understanding.OwnPhone;

/** What is only to be added to something that was said, as in 地点加上西门. */
final class Additions {
    private static final String ADDS = "adds";

    private Additions() {
    }

    /** The words behind the label that are to be added; empty where it is said anew. */
    private static Optional<String> in(Slot slot, String text) {
        String rest = Clauses.of(text).stream().findFirst().flatMap(clause -> Clauses.labelled(slot.labels(), clause.of(text)))
                .map(clause -> clause.substring(Clauses.label(slot.labels(), clause))).orElse("");
        var word = Clauses.at(rest, 0, ADDS);
        int from = word.map(adds -> Clauses.end(rest, adds.end(), "is")).orElse(0);
        return word.map(adds -> text.substring(text.indexOf(rest) + from)).map(Clauses::withoutStops).filter(words -> !words.isEmpty());
    }

    /** Whether words go on with the matter and put nothing right. */
    static boolean isTold(Scene scene) {
        var book = scene.book;
        return (scene.hears(book.signal("trouble")) || scene.hears(book.signal("tells_more")))
                && !scene.hears(book.signal("change")) && !scene.hears(book.signal("chatter")) && SinceSlot.since(scene).isEmpty()
                && scene.place().places().isEmpty() && OwnPhone.in(scene.heard.text()).isEmpty();
    }

    static boolean isOne(Slot slot, String text) {
        return (slot.kind() instanceof PlaceSlot || slot.kind() instanceof WordsSlot) && in(slot, text).isPresent();
    }

    /** Adds them; false where the part of the message says something anew. */
    static boolean add(Scene scene, Slot slot, Labelled part) {
        boolean adds = isOne(slot, part.text()) && !scene.slot(slot.name()).isEmpty();
        if (adds) {
            String words = in(slot, part.text()).orElse("");
            if (slot.kind() instanceof PlaceSlot) {
                scene.slots.put(slot.name(), PlaceParts.with(scene, words));
            } else {
                scene.hearing(words, () -> also(scene));
            }
        }
        return adds;
    }

    /** Puts the message behind what is told already; nothing of it is lost. */
    static void more(Scene scene, Form form) {
        also(scene);
        form.next(scene);
    }

    /** As {@link #more}, for a message that answers something, too. */
    static void also(Scene scene) {
        tell(scene, scene.heard.text());
    }

    /** Puts words behind what is told already, or in the place of what only announced them. */
    static void tell(Scene scene, String told) {
        String words = WordsSlot.kept(told);
        scene.slots.merge("what", words, (before, said) -> Openings.isBare(before) && Openings.isTold(before, said)
                ? said
                : WordsSlot.kept(before + "；" + said));
    }
}
