package liaison.bot.dialog;

import java.util.List;
import liaison.bot.dialog.PlaceReader.Where;
import liaison.bot.message.InboundMessage;
import liaison.bot.people.Directory.Mention;
import liaison.bot.people.Place;
import liaison.bot.text.ClosedUp;

/** Where it is, in the resident's words; which place of the directory that is stands beside it, under {@link #PLACE}. */
record PlaceSlot() implements SlotKind {
    static final String PLACE = "place";
    static final String SEPARATOR = "|";
    /** The slot of the resident's words. */
    static final String WHERE = "where";
    /** Before codes of places whose name is one letter off. */
    static final String NEARLY = "~";
    /** The name as it was said. */
    static final String SAID = "said";
    /** Set where the name was one that nobody was asked for. */
    static final String OFFERED = "offered";
    private static final int MOST_NEAR = 3;
    private static final int LONGEST = 200;
    private static final int MOST_PLACES = 50;
    private static final int MOST_BESIDE = 1;
    private static final int LEAST_BESIDE = 4;

    @Override
    public void take(Scene scene, Slot slot) {
        var where = scene.place();
        if (where.exact()) {
            put(scene, slot, where.words(), where);
        } else if (!isSettled(scene, slot)) {
            offer(scene, slot);
        }
    }

    /** A name in a first sentence that is one letter off. */
    private static void offer(Scene scene, Slot slot) {
        var near = scene.message instanceof InboundMessage.Location
                ? PlaceReader.Near.NOTHING
                : scene.nearPlaces();
        if (offer(scene, near)) {
            scene.slots.put(slot.name(), near.words());
            scene.slots.put(OFFERED, "yes");
        }
    }

    @Override
    public boolean answer(Scene scene, Slot slot) {
        boolean position = scene.message instanceof InboundMessage.Location;
        String words = WordsSlot.kept(position && scene.place().exact() ? scene.place().words() : scene.heard.text());
        if (words.length() < 2 || (!position && scene.heard.plain().length() < 2) || words.equals(scene.slot("what"))) {
            return false;
        }
        // 望澜花园，有一个礼拜了: what else was said is not where
        boolean mixed = scene.place().exact() && (!SinceSlot.since(scene).isEmpty() || scene.place().words().length() * 2 < words.length());
        put(scene, slot, mixed ? scene.place().words() : words.substring(0, Math.min(words.length(), LONGEST)), scene.place());
        if (scene.place().places().isEmpty()) {
            near(scene);
        }
        return true;
    }

    /** What nobody knows may be one letter off something known, or lack its ending, which is asked and never taken. */
    private static void near(Scene scene) {
        String where = scene.slot(WHERE);
        var near = scene.directory().nearly(where);
        if (near.isEmpty()) {
            offer(scene, scene.book.places().completed(where, scene.directory()));
        } else {
            var name = where.substring(near.getFirst().start(), near.getFirst().end());
            offer(scene, new PlaceReader.Near(where, name, near.stream().map(Mention::place).toList()));
        }
    }

    private static boolean offer(Scene scene, PlaceReader.Near near) {
        boolean few = !near.places().isEmpty() && near.places().size() <= MOST_NEAR;
        if (few) {
            scene.slots.put(PLACE, NEARLY + String.join(SEPARATOR, near.places().stream().map(Place::code).toList()));
            scene.slots.put(SAID, near.name());
        }
        return few;
    }

    /** Whether a message names a place and says nothing else. */
    static boolean isAlone(Scene scene) {
        return scene.message instanceof InboundMessage.Location
                || (scene.place().exact() && scene.place().words().length() + MOST_BESIDE >= ClosedUp.of(scene.heard.text()).length());
    }

    /** Whether a message names a place and tells something beside it. */
    static boolean isBesideMore(Scene scene) {
        return scene.place().exact() && Plain.of(scene.heard.text().replace(scene.place().words(), "")).length() >= LEAST_BESIDE;
    }

    /** Whether a message names another place than the one that was said. */
    static boolean isAnother(Scene scene) {
        var known = List.of(scene.slot(PLACE).split("\\|", -1));
        return scene.place().exact() && scene.place().places().stream().noneMatch(place -> known.contains(place.code()));
    }

    @Override
    public boolean isSettled(Scene scene, Slot slot) {
        return !scene.slot(slot.name()).isEmpty();
    }

    @Override
    public void forget(Scene scene, Slot slot) {
        scene.slots.keySet().removeAll(List.of(slot.name(), PLACE, SAID, OFFERED, StationSlot.STATION, StationSlot.GUESSED));
    }

    private static void put(Scene scene, Slot slot, String words, Where where) {
        scene.slots.put(slot.name(), words);
        scene.slots.keySet().removeAll(List.of(SAID, OFFERED, StationSlot.STATION, StationSlot.GUESSED));
        scene.slots.put(PLACE, codes(where));
    }

    static String codes(Where where) {
        return String.join(SEPARATOR, where.places().stream().limit(MOST_PLACES).map(Place::code).toList());
    }
}
