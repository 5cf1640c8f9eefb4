package liaison.bot.dialog;

import liaison.bot.understanding.Clauses;
import liaison.bot.understanding.HouseParts;
import liaison.bot.understanding.Plain;
import liaison.bot.understanding.WholeWords;

/** What is said of a place that is known already: more of it, or another door of the same. */
final class PlaceParts {
    private static final int LONGEST_TAIL = 12;
    private static final int LONGEST_NAME = 14;
    private static final int SHORTEST_STORY = 5;
    private static final int MOST_BESIDE = 3;

    private PlaceParts() {
    }

    /** Whether a message only says another part of the place that was said before, as 13号 of a road or 西门; a bare number may be a day. */
    static boolean isTail(Scene scene) {
        String was = KnownPlace.was(scene, KnownPlace.PLACE);
        if (was.isEmpty() || was.startsWith(KnownPlace.NEARLY) || scene.heard.text().length() > LONGEST_TAIL) {
            return false;
        }
        String said = said(scene);
        boolean asked = !scene.before.asking().equals("sure");
        return !said.isEmpty() && scene.place().places().isEmpty() && !HouseParts.areAll(said)
                && (asked || SinceSlot.since(scene).isEmpty());
    }

    private static String said(Scene scene) {
        return scene.book.placeWords().tailIn(Spoken.meant(SaidValue.of(scene.heard.text())));
    }

    /** Puts it behind the name and the house, or in the place of the number that stands there. */
    static void put(Scene scene, Form form) {
        if (scene.slot(KnownPlace.WHERE).isEmpty()) {
            KnownPlace.restore(scene);
        }
        KnownPlace.take(scene, form, within(scene, said(scene)));
        scene.asking = "";
        form.next(scene);
    }

    /** The address with another part of it, in the matters, too. */
    private static String within(Scene scene, String said) {
        String address = KnownPlace.was(scene, KnownPlace.WHERE);
        int nameEnd = HouseParts.nameEnd(address, scene.directory().mentions(address));
        boolean isNumbered = Plain.isDigit(Plain.narrow(said.charAt(0)));
        int from = isNumbered ? HouseParts.widerEnd(address, nameEnd, said) : HouseParts.end(address, nameEnd);
        String old = address.substring(from);
        int same = isNumbered ? sameUnit(old, said) : old.length();
        if (!old.isEmpty()) {
            String before = address.substring(0, from + same);
            Matters.each(scene, matter -> WholeWords.exchanged(matter, before, before.substring(0, from) + said));
        }
        return address.substring(0, from) + said + old.substring(same);
    }

    /** What a place should be, with the address it is only a number or a part of, as 后门 is. */
    static String completed(Scene scene, String value) {
        boolean isPart = Boolean.TRUE.equals(scene.hearing(value, () -> isTail(scene) && !scene.hears(scene.book.signal("landmark"))));
        return isPart ? within(scene, scene.book.placeWords().tailIn(value)) : numbered(scene, value);
    }

    /** The address with more of the same: a house or a door in its place, other words behind it. */
    static String with(Scene scene, String words) {
        String address = scene.slot(KnownPlace.WHERE);
        int nameEnd = HouseParts.nameEnd(address, scene.directory().mentions(address));
        boolean goesOn = !scene.book.placeWords().tailIn(words).isEmpty();
        return WordsSlot.kept(HouseParts.areAll(words) ? HouseParts.put(words, address, nameEnd) : address + (goesOn ? "" : "，") + words);
    }

    /** Puts behind the address what only says more of it, as 具体位置在公厕旁边 and 是3号楼到5号楼那一段. */
    static void detail(Scene scene, Form form) {
        String said = SaidValue.of(scene.heard.text());
        int at = 0;
        for (int end = Clauses.end(said, at, "detail"); end > at; end = Clauses.end(said, at, "detail")) {
            at = end;
        }
        String words = Clauses.withoutStops(said.substring(at));
        if (!words.isEmpty() && !scene.slot(KnownPlace.WHERE).contains(words)) {
            scene.slots.put(KnownPlace.WHERE, KnownPlace.cut(with(scene, words)));
        }
        scene.asking = "";
        form.next(scene);
    }

    /** 21 of an address with one house: its number. */
    private static String numbered(Scene scene, String words) {
        String address = KnownPlace.was(scene, KnownPlace.WHERE);
        int nameEnd = HouseParts.nameEnd(address, scene.directory().mentions(address));
        return WholeWords.areNumber(words) ? HouseParts.numbered(words, address, nameEnd) : words;
    }

    /** How much of an old tail a number takes the place of: 3号 of 3号门口 for 13号; all of it where they count other things. */
    private static int sameUnit(String old, String said) {
        String unit = unit(said);
        int number = old.length() - unit(old).length();
        return number > 0 && !unit.isEmpty() && old.startsWith(unit, number) ? number + unit.length() : old.length();
    }

    private static String unit(String words) {
        int at = 0;
        while (at < words.length() && WholeWords.areNumber(words.substring(at, at + 1))) {
            at++;
        }
        return words.substring(at);
    }

    /** Whether a message says no more than the name of a town, or of a place that nobody knows, where the station is guessed. */
    static boolean isUnknown(Scene scene) {
        String text = scene.heard.text();
        boolean alone = !scene.slot(StationSlot.GUESSED).isEmpty() && text.length() <= LONGEST_NAME && Clauses.of(text).size() == 1
                && SinceSlot.since(scene).isEmpty();
        return alone && (scene.place().places().isEmpty() ? scene.book.placeWords().endsAsAnyPlace(text) : isTown(scene));
    }

    /** Whether a message names what a place lies in, and nothing that could be found by its name. */
    static boolean isTown(Scene scene) {
        var place = scene.place();
        return !place.places().isEmpty() && !place.exact() && scene.heard.plain().length() <= place.words().length() + MOST_BESIDE;
    }

    /** The place lies in the town that a message names, which tells the station. */
    static void within(Scene scene, Form form) {
        var town = scene.place();
        String where = scene.slot(KnownPlace.WHERE);
        form.slot(KnownPlace.WHERE).ifPresent(slot -> slot.kind().forget(scene, slot));
        KnownPlace.settle(scene);
        scene.slots.put(KnownPlace.WHERE, WordsSlot.kept(town.words() + where));
        scene.slots.put(KnownPlace.PLACE, KnownPlace.codes(town));
    }

    /** Whether some clause of a message says something else than where. */
    static boolean isToldOf(Scene scene) {
        String text = scene.heard.text();
        var clauses = Clauses.of(text);
        return clauses.size() > 1 && clauses.stream().map(clause -> clause.of(text)).anyMatch(
                clause -> Plain.of(clause).length() >= SHORTEST_STORY && !scene.book.placeWords().endsAsAnyPlace(clause)
                        && scene.where(clause).places().isEmpty());
    }
}
