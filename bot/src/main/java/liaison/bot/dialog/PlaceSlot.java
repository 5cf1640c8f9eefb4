package liaison.bot.dialog;

import liaison.bot.message.InboundMessage;
import liaison.bot.people.Directory.Mention;
import liaison.bot.people.Place;
import liaison.bot.understanding.Clauses;
import liaison.bot.understanding.Degrees;
import liaison.bot.understanding.HouseParts;
import liaison.bot.understanding.PhoneMention;
import liaison.bot.understanding.PlaceReader;
import liaison.bot.understanding.PlaceReader.Where;
import liaison.bot.understanding.PlaceWords;
import liaison.bot.understanding.SecondThoughts;
import liaison.bot.understanding.WholeWords;

/** Where it is, in the resident's words; which place of the directory that is stands beside it, under {@link KnownPlace#PLACE}. */
record PlaceSlot() implements SlotKind {
    private static final String SINCE = "since";
    private static final String TROUBLE = "trouble";
    private static final int MOST_NEAR = 3;
    /** Letters of a name and a house with which a story begins. */
    private static final int LONGEST_TOLD = 14;

    @Override
    public void take(Scene scene, Slot slot) {
        String alarmed = Danger.place(scene);
        if (!alarmed.isEmpty() && !scene.place().exact()) {
            scene.hearing(alarmed, () -> KnownPlace.put(scene, slot, alarmed, scene.place()));
        } else {
            take(scene, slot, scene.place());
        }
    }

    private void take(Scene scene, Slot slot, Where where) {
        if (isKnown(scene, where)) {
            KnownPlace.restore(scene);
        } else if (!where.exact() && SaidPlace.areHouseParts(scene)) {
            house(scene);
        } else if (where.exact()) {
            KnownPlace.put(scene, slot, KnownPlace.lastHouse(scene, where.words()), where);
        } else if (isSpotOrAll(scene, where)) {
            KnownPlace.put(scene, slot, where.words(), where);
        } else if (scene.message instanceof InboundMessage.Location position) {
            KnownPlace.put(scene, slot, KnownPlace.cut(WordsSlot.kept(Degrees.labelled(position))), where);
        } else if (!isSettled(scene, slot) && !offer(scene, slot) && KnownPlace.was(scene, KnownPlace.PLACE).isEmpty()
                && slot.takes().holds(scene) && !nameless(scene)) {
            KnownPlace.put(scene, slot, KnownPlace.cut(PlaceWords.withoutLead(said(scene))), where);
        }
    }

    /** 青埂镇政府门口 or 柏屿街道都停水了: a spot that only the town is known of, or all of the town. */
    private static boolean isSpotOrAll(Scene scene, Where where) {
        String text = scene.heard.text();
        int at = text.indexOf(where.words());
        return !where.places().isEmpty() && at >= 0 && (where.words().length() > where.name().length()
                || PlaceWords.TABLE.at(text, at + where.words().length(), "whole").isPresent());
    }

    /** A name in a first sentence that is one letter off. */
    private static boolean offer(Scene scene, Slot slot) {
        var near = scene.nearPlaces();
        boolean offered = offer(scene, near);
        if (offered) {
            scene.slots.put(slot.name(), near.words());
            scene.slots.put(KnownPlace.OFFERED, "yes");
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
        String unnumbered = position ? thought : PhoneMention.withoutAny(scene.heard.text());
        if (!position && !unnumbered.equals(scene.heard.text())) {
            // a telephone number is nowhere
            return !unnumbered.isBlank() && Boolean.TRUE.equals(scene.hearing(unnumbered, () -> answer(scene, slot)));
        }
        String words = said(scene);
        if (!scene.place().exact() && SaidPlace.areHouseParts(scene)) {
            house(scene);
            return true;
        }
        if (words.length() < 2 || WholeWords.areNumber(words) || (!position && scene.heard.plain().length() < 2)
                || words.equals(scene.slot("what"))) {
            return false;
        }
        if (scene.before.misses() == 0 && !LikelyPlaces.isOne(scene)) {
            // asked once more with what is wanted; whoever says it again means it
            return false;
        }
        if (Landmarks.isNameless(scene, words)) {
            return Landmarks.keep(scene, words);
        }
        if (Landmarks.take(scene, words)) {
            return true;
        }
        // 望澜花园，有一个礼拜了: what else was said is not where
        boolean mixed = scene.place().exact()
                && (!SinceSlot.since(scene).isEmpty() || isShareOf(scene, words) || isBehindOther(scene, words)
                        || scene.hears(scene.book.signal(TROUBLE)) || PlaceParts.isToldOf(scene)
                        || HouseParts.areAll(SecondThoughts.in(scene.heard.text())));
        String house = houseTold(scene, words);
        boolean isKnown = !scene.place().places().isEmpty();
        String told = mixed
                ? KnownPlace.lastHouse(scene, scene.place().words())
                : (isKnown ? PlaceWords.withoutLead(words) : words) + house + addressTold(scene);
        String where = told + Landmarks.kept(scene, words);
        KnownPlace.put(scene, slot, KnownPlace.cut(where), house.isEmpty() ? scene.place() : scene.where(where));
        Landmarks.drop(scene);
        if (scene.place().places().isEmpty() && !isInTown(scene, slot, where)) {
            near(scene);
        }
        return true;
    }

    /** A spot that nobody knows lies in the town that the matter names. */
    private static boolean isInTown(Scene scene, Slot slot, String words) {
        var town = scene.where(scene.slot("what"));
        boolean isNamed = !town.places().isEmpty() && !town.exact();
        if (isNamed) {
            KnownPlace.put(scene, slot, KnownPlace.cut(town.words() + words), town);
        }
        return isNamed;
    }

    /** Whether a place is the lesser part of words that say something else than where. */
    private static boolean isShareOf(Scene scene, String words) {
        boolean isAddress = scene.book.placeWords().endsAsPlace(words) && !scene.hears(scene.book.signal(TROUBLE));
        return !isAddress && scene.place().words().length() * 2 < words.length();
    }

    /** 我住锦绣苑，在听雨轩门口: the first clause names another place than the one that is meant. */
    private static boolean isBehindOther(Scene scene, String words) {
        var clauses = Clauses.of(words);
        return clauses.size() > 1 && !clauses.getFirst().of(words).contains(scene.place().name())
                && scene.where(clauses.getFirst().of(words)).exact();
    }

    private static boolean nameless(Scene scene) {
        String words = said(scene);
        return Landmarks.isNameless(scene, words) && (Landmarks.keep(scene, words) || Landmarks.isAround(scene));
    }

    /** The house of the story, where an answer is the name of an estate and nothing else. */
    private static String houseTold(Scene scene, String answer) {
        var place = scene.place();
        boolean isEstate = answer.equals(place.name()) && !place.places().isEmpty()
                && place.places().stream().allMatch(one -> one.kind().equals("estate"));
        return isEstate ? PlaceWords.houseIn(scene.slot("what")) : "";
    }

    /** 新月湾3栋 of the story, where an answer only names the town that it lies in. */
    private static String addressTold(Scene scene) {
        String story = scene.slot("what");
        int end = PlaceParts.isTown(scene) ? HouseParts.end(story, 0) : 0;
        String told = end > LONGEST_TOLD ? "" : story.substring(0, end);
        return Clauses.of(told).size() == 1 ? told : "";
    }

    @Override
    public void ask(Scene scene, Slot slot) {
        if (Landmarks.isAround(scene)) {
            scene.say(Landmarks.isPart(scene) ? "ask-estate" : "ask-around");
        } else if (Home.isOffered(scene) && !scene.isMissed()) {
            Home.ask(scene);
        } else {
            SlotKind.super.ask(scene, slot);
        }
    }

    private static String said(Scene scene) {
        if (!(scene.message instanceof InboundMessage.Location position)) {
            String words = WordsSlot.kept(scene.heard.text());
            String bare = Clauses.withoutStops(words);
            return bare.isEmpty() ? words : bare;
        }
        return WordsSlot.kept(scene.place().exact() ? scene.place().words() : Degrees.labelled(position));
    }

    /** What nobody knows may be one letter off something known, or lack its ending, which is asked and never taken. */
    private static void near(Scene scene) {
        String where = scene.slot(KnownPlace.WHERE);
        if (offer(scene, scene.book.places().completed(where, scene.directory()))) {
            return;
        }
        var near = scene.directory().nearly(where);
        if (!near.isEmpty()) {
            var name = where.substring(near.getFirst().start(), near.getFirst().end());
            offer(scene, new PlaceReader.Near(where, name, near.stream().map(Mention::place).toList()));
        }
    }

    private static boolean offer(Scene scene, PlaceReader.Near near) {
        boolean few = !near.places().isEmpty() && near.places().size() <= MOST_NEAR;
        if (few) {
            scene.slots.put(KnownPlace.PLACE,
                    KnownPlace.NEARLY + String.join(KnownPlace.SEPARATOR, near.places().stream().map(Place::code).toList()));
            scene.slots.put(KnownPlace.SAID, near.name());
        }
        return few;
    }

    /** While something else is asked, a place that is said again in fewer words takes nothing away. */
    private static boolean isKnown(Scene scene, Where where) {
        return scene.before.asking().equals(SINCE) && where.exact()
                && KnownPlace.was(scene, KnownPlace.PLACE).equals(KnownPlace.codes(where))
                && KnownPlace.was(scene, KnownPlace.WHERE).contains(where.words());
    }

    private static void house(Scene scene) {
        String said = SaidPlace.houseParts(scene);
        KnownPlace.restore(scene);
        String address = scene.slot(KnownPlace.WHERE);
        int nameEnd = HouseParts.nameEnd(address, scene.directory().mentions(address));
        scene.slots.computeIfPresent("what", (what, words) -> HouseParts.exchanged(words, said, address, nameEnd));
        String whole = HouseParts.put(said, address, nameEnd);
        scene.slots.put(KnownPlace.WHERE, KnownPlace.cut(whole));
    }

    @Override
    public boolean isSettled(Scene scene, Slot slot) {
        return !scene.slot(slot.name()).isEmpty();
    }

    @Override
    public void forget(Scene scene, Slot slot) {
        KnownPlace.forget(scene, slot);
        Landmarks.drop(scene);
    }

    @Override
    public String completed(Scene scene, String value, String part) {
        return PlaceParts.completed(scene, value);
    }
}
