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
    /** A landmark that nobody's list has, until it is said what it is near. */
    private static final String LANDMARK = "landmark";
    /** What the slots held before they were asked for anew, behind their names. */
    private static final String WAS = "-was";
    private static final List<String> KEPT = List.of(WHERE, PLACE, StationSlot.STATION, StationSlot.GUESSED);
    private static final String SINCE = "since";
    private static final String ADDRESS = "address_only";
    private static final String TROUBLE = "trouble";
    private static final int MOST_NEAR = 3;
    private static final int LONGEST = 200;
    private static final int MOST_PLACES = 50;
    private static final int MOST_BESIDE = 1;
    private static final int LEAST_BESIDE = 4;

    @Override
    public void take(Scene scene, Slot slot) {
        var where = scene.place();
        if (isKnown(scene, where)) {
            restore(scene);
        } else if (!where.exact() && areHouseParts(scene)) {
            house(scene);
        } else if (where.exact()) {
            put(scene, slot, where.words(), where);
        } else if (scene.message instanceof InboundMessage.Location position) {
            put(scene, slot, cut(WordsSlot.kept(Degrees.labelled(position))), where);
        } else if (!isSettled(scene, slot) && !offer(scene, slot) && was(scene, PLACE).isEmpty()
                && slot.takes().holds(scene) && !nameless(scene)) {
            put(scene, slot, cut(PlaceWords.withoutLead(said(scene))), where);
        }
    }

    /** A name in a first sentence that is one letter off. */
    private static boolean offer(Scene scene, Slot slot) {
        var near = scene.nearPlaces();
        boolean offered = offer(scene, near);
        if (offered) {
            scene.slots.put(slot.name(), near.words());
            scene.slots.put(OFFERED, "yes");
        }
        return offered;
    }

    @Override
    public boolean answer(Scene scene, Slot slot) {
        boolean position = scene.message instanceof InboundMessage.Location;
        String thought = PlaceWords.withoutMind(scene.heard.text());
        if (!position && !thought.isEmpty() && !thought.equals(scene.heard.text())) {
            return Boolean.TRUE.equals(scene.hearing(thought, () -> answer(scene, slot)));
        }
        String words = said(scene);
        if (!scene.place().exact() && areHouseParts(scene)) {
            house(scene);
            return true;
        }
        if (words.length() < 2 || WholeWords.areNumber(words) || (!position && scene.heard.plain().length() < 2)
                || words.equals(scene.slot("what"))) {
            return false;
        }
        if (PlaceParts.isNameless(scene, words)) {
            return nameless(scene, words);
        }
        if (isLandmark(scene)) {
            scene.slots.put(LANDMARK, cut(words));
            return true;
        }
        // 望澜花园，有一个礼拜了: what else was said is not where
        boolean mixed = scene.place().exact() && (!SinceSlot.since(scene).isEmpty() || isShareOf(scene, words));
        String house = houseTold(scene, words);
        String where = (mixed ? scene.place().words() : words + house) + scene.slots.getOrDefault(LANDMARK, "");
        put(scene, slot, cut(where), house.isEmpty() ? scene.place() : scene.where(where));
        scene.slots.remove(LANDMARK);
        if (scene.place().places().isEmpty()) {
            near(scene);
        }
        return true;
    }

    /** Whether a place is the lesser part of words that say something else than where. */
    private static boolean isShareOf(Scene scene, String words) {
        boolean isAddress = scene.book.placeWords().endsAsPlace(words) && !scene.hears(scene.book.signal(TROUBLE));
        return !isAddress && scene.place().words().length() * 2 < words.length();
    }

    /** Keeps a part of nobody knows which place until that is said, too; or puts it to the place that is known. */
    private static boolean nameless(Scene scene, String words) {
        if (!was(scene, WHERE).isEmpty()) {
            restore(scene);
            scene.slots.put(WHERE, cut(PlaceParts.with(scene, words)));
            return true;
        }
        String part = scene.book.placeWords().partIn(words);
        return scene.slots.putIfAbsent(LANDMARK, cut(part.isEmpty() ? words : part)) == null;
    }

    private static boolean nameless(Scene scene) {
        String words = said(scene);
        return PlaceParts.isNameless(scene, words) && (nameless(scene, words) || isAround(scene));
    }

    /** The house of the story, where an answer is the name of an estate and nothing else. */
    private static String houseTold(Scene scene, String answer) {
        var place = scene.place();
        boolean isEstate = answer.equals(place.name()) && !place.places().isEmpty()
                && place.places().stream().allMatch(one -> one.kind().equals("estate"));
        return isEstate ? PlaceWords.houseIn(scene.slot("what")) : "";
    }

    @Override
    public void ask(Scene scene, Slot slot) {
        if (isAround(scene)) {
            scene.say(isPart(scene) ? "ask-estate" : "ask-around");
        } else {
            SlotKind.super.ask(scene, slot);
        }
    }

    /** Whether a message names nothing but what stands in many places, and nothing else tells whose they are. */
    private static boolean isLandmark(Scene scene) {
        return scene.slot(LANDMARK).isEmpty() && scene.home().isEmpty() && scene.place().places().isEmpty()
                && scene.nearPlaces().places().isEmpty() && scene.hears(scene.book.signal(LANDMARK));
    }

    /** Whether it is asked what a landmark is near. */
    static boolean isAround(Scene scene) {
        return !scene.slot(LANDMARK).isEmpty();
    }

    /** Whether it is asked of what place a part was told. */
    private static boolean isPart(Scene scene) {
        String words = scene.slot(LANDMARK);
        return Boolean.TRUE.equals(scene.hearing(words, () -> PlaceParts.isNameless(scene, words)));
    }

    /** Whether it is asked what a landmark is near, which she need not know. */
    static boolean isNear(Scene scene) {
        return isAround(scene) && !isPart(scene);
    }

    /** Nobody can say what it is near. */
    static void landmark(Scene scene) {
        scene.slots.put(WHERE, scene.slot(LANDMARK));
        scene.slots.remove(LANDMARK);
        scene.book.form(scene.form).next(scene);
    }

    private static String said(Scene scene) {
        if (!(scene.message instanceof InboundMessage.Location position)) {
            String words = WordsSlot.kept(scene.heard.text());
            String bare = Clauses.withoutStops(words);
            return bare.isEmpty() ? words : bare;
        }
        return WordsSlot.kept(scene.place().exact() ? scene.place().words() : Degrees.labelled(position));
    }

    private static String cut(String words) {
        return words.substring(0, Math.min(words.length(), LONGEST));
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
                || (scene.place().exact() && scene.place().words().length()
                        + MOST_BESIDE >= PlaceWords.withoutLead(ClosedUp.of(scene.heard.text())).length());
    }

    /** Whether a message says where, in words that nobody need know, and nothing else. */
    static boolean isAddressAlone(Scene scene) {
        // what costs most is asked last
        return !scene.hears(scene.book.signal(TROUBLE)) && scene.book.placeWords().endsAsPlace(scene.heard.text())
                && !PlaceParts.isToldOf(scene) && (scene.hears(scene.book.signal(ADDRESS))
                        || scene.book.intents().of(scene.heard, () -> false, () -> false).equals(ADDRESS));
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

    /** Whether a message says another house, unit or room of the place that was said before, and nothing else of where. */
    static boolean areHouseParts(Scene scene) {
        return !was(scene, WHERE).isEmpty() && !houseParts(scene).isEmpty();
    }

    /** Whether a message adds to the address that is known, by words that no list has. */
    static boolean isAddress(Scene scene) {
        return !scene.slot(WHERE).isEmpty() && SinceSlot.since(scene).isEmpty() && HouseParts.areIn(scene.heard.text());
    }

    private static String houseParts(Scene scene) {
        String said = SaidValue.of(scene.heard.text());
        return HouseParts.areAll(said) ? said : "";
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

    /** While something else is asked, a place that is said again in fewer words takes nothing away. */
    private static boolean isKnown(Scene scene, Where where) {
        return scene.before.asking().equals(SINCE) && where.exact() && was(scene, PLACE).equals(codes(where))
                && was(scene, WHERE).contains(where.words());
    }

    private static void house(Scene scene) {
        String said = houseParts(scene);
        restore(scene);
        String address = scene.slot(WHERE);
        int nameEnd = HouseParts.nameEnd(address, scene.directory().mentions(address));
        scene.slots.computeIfPresent("what", (what, words) -> HouseParts.exchanged(words, said, address, nameEnd));
        String whole = HouseParts.put(said, address, nameEnd);
        scene.slots.put(WHERE, cut(whole));
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

    @Override
    public boolean isSettled(Scene scene, Slot slot) {
        return !scene.slot(slot.name()).isEmpty();
    }

    @Override
    public void forget(Scene scene, Slot slot) {
        for (String name : KEPT) {
            if (!scene.slot(name).isEmpty()) {
                scene.slots.put(name + WAS, scene.slot(name));
            }
        }
        scene.slots.keySet().removeAll(List.of(slot.name(), PLACE, SAID, OFFERED, LANDMARK, StationSlot.STATION, StationSlot.GUESSED));
    }

    @Override
    public String completed(Scene scene, String value, String part) {
        return PlaceParts.completed(scene, value);
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

    private static void put(Scene scene, Slot slot, String words, Where where) {
        settle(scene);
        scene.slots.put(slot.name(), words);
        scene.slots.keySet().removeAll(List.of(SAID, OFFERED, StationSlot.STATION, StationSlot.GUESSED));
        scene.slots.put(PLACE, codes(where));
    }

    static String codes(Where where) {
        return String.join(SEPARATOR, where.places().stream().limit(MOST_PLACES).map(Place::code).toList());
    }
}
