package liaison.bot.dialog;

import java.util.List;
import liaison.bot.people.Place;
import liaison.bot.understanding.Clauses;
import liaison.bot.understanding.HouseParts;
import liaison.bot.understanding.PlaceReader.Where;
import liaison.bot.understanding.SecondThoughts;

/**
 * The place that was told, in the slots where it stands: the resident's words, which place of the directory that is, and its station; and
 * what they held before they were asked for anew.
 */
final class KnownPlace {
    /** The slot of the resident's words. */
    static final String WHERE = "where";
    /** The slot of the codes of the directory's places that those may mean. */
    static final String PLACE = "place";
    static final String SEPARATOR = "|";
    /** Before codes of places whose name is one letter off. */
    static final String NEARLY = "~";
    /** The name as it was said. */
    static final String SAID = "said";
    /** Set where the name was one that nobody was asked for. */
    static final String OFFERED = "offered";
    /** What the slots held before they were asked for anew, behind their names. */
    private static final String WAS = "-was";
    private static final List<String> KEPT = List.of(WHERE, PLACE, StationSlot.STATION, StationSlot.GUESSED);
    private static final int LONGEST = 200;
    private static final int MOST_PLACES = 50;

    private KnownPlace() {
    }

    /** What a slot holds, or held before it was asked for anew. */
    static String was(Scene scene, String slot) {
        String asked = scene.slot(slot + WAS);
        return !asked.isEmpty() ? asked : scene.slot(slot).isEmpty() ? Undo.kept(scene, slot) : scene.slot(slot);
    }

    /** It stands: what was before it is past. */
    static void settle(Scene scene) {
        KEPT.forEach(name -> scene.slots.remove(name + WAS));
    }

    static void restore(Scene scene) {
        KEPT.forEach(name -> {
            String before = was(scene, name);
            scene.slots.remove(name + WAS);
            if (!before.isEmpty()) {
                scene.slots.put(name, before);
            }
        });
    }

    static void put(Scene scene, Slot slot, String words, Where where) {
        settle(scene);
        scene.slots.put(slot.name(), words);
        scene.slots.keySet().removeAll(List.of(SAID, OFFERED, StationSlot.STATION, StationSlot.GUESSED));
        scene.slots.put(PLACE, codes(where));
    }

    /** An address with the house that is said last, as in 锦绣苑3号楼，不对，5号楼. */
    static String lastHouse(Scene scene, String address) {
        String house = HouseParts.bare(Clauses.first(SecondThoughts.in(scene.heard.text())));
        return HouseParts.areAll(house)
                ? HouseParts.put(house, address, HouseParts.nameEnd(address, scene.directory().mentions(address)))
                : address;
    }

    /** Empties them, and keeps what they held. */
    static void forget(Scene scene, Slot slot) {
        for (String name : KEPT) {
            if (!scene.slot(name).isEmpty()) {
                scene.slots.put(name + WAS, scene.slot(name));
            }
        }
        scene.slots.keySet().removeAll(List.of(slot.name(), PLACE, SAID, OFFERED, StationSlot.STATION, StationSlot.GUESSED));
    }

    /** Takes words as the place, whatever was said. */
    static void take(Scene scene, Form form, String words) {
        form.slot(WHERE).ifPresent(slot -> {
            slot.kind().forget(scene, slot);
            scene.hearing(words, () -> {
                slot.kind().answer(scene, slot);
            });
        });
    }

    /** Takes a known place with all the words that tell where at it, or words that nobody knows. */
    static void describe(Scene scene, Form form, String words) {
        var where = scene.where(words);
        if (where.exact()) {
            form.slot(WHERE).ifPresent(slot -> put(scene, slot, cut(words), where));
        } else {
            take(scene, form, words);
        }
    }

    static String codes(Where where) {
        return String.join(SEPARATOR, where.places().stream().limit(MOST_PLACES).map(Place::code).toList());
    }

    /** As much of the words as is kept. */
    static String cut(String words) {
        return words.substring(0, Math.min(words.length(), LONGEST));
    }
}
