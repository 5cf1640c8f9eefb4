package liaison.bot.dialog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import liaison.bot.people.Directory;
import liaison.bot.people.Place;
import liaison.bot.understanding.Clauses;
import liaison.bot.understanding.PlaceWords;

/** Which of the places that bear a name is meant; settled when there is one, or none. */
record ChosenPlaceSlot() implements SlotKind {
    private static final String NONE_OF_THEM = "none-of-them";
    private static final String YES = "yes";
    private static final String NO = "no";

    @Override
    public void take(Scene scene, Slot slot) {
        // it follows from the place that was named
    }

    @Override
    public boolean answer(Scene scene, Slot slot) {
        if (isNearly(scene, slot)) {
            return isMeantNearly(scene, slot);
        }
        boolean several = areSeveral(scene, slot);
        var named = chosen(scene, slot);
        if (named.isEmpty() && several && isEach(scene)) {
            return takeEach(scene, slot);
        }
        if (named.size() != 1) {
            return false;
        }
        scene.slots.put(slot.name(), named.getFirst().code());
        if (several) {
            if (scene.directory().mentions(scene.slot(KnownPlace.WHERE)).stream().noneMatch(one -> one.place().equals(named.getFirst()))) {
                scene.slots.put(KnownPlace.WHERE, named.getFirst().name());
            }
            return true;
        }
        // the name alone does not tell which
        parent(named.getFirst(), scene.directory()).filter(parent -> !scene.slot("where").contains(parent.name()))
                .ifPresent(parent -> scene.slots.computeIfPresent("where", (where, words) -> parent.name() + words));
        return true;
    }

    /** The one that was offered in these words; else those that the answer means by what they lie in, else those that it names. */
    private static List<Place> chosen(Scene scene, Slot slot) {
        var all = places(scene, slot);
        var offered = all.stream().filter(place -> scene.heard.text().equals(label(place, scene.directory()))).toList();
        var meant = offered.isEmpty() ? all.stream().filter(place -> isMeant(scene, place)).toList() : offered;
        var said = scene.place().places();
        var named = meant.size() == 1 ? meant : all.stream().filter(said::contains).toList();
        return named.isEmpty() ? numbered(scene, all) : named;
    }

    /** 1，半个月了: the number of one, and then something else. */
    private static List<Place> numbered(Scene scene, List<Place> all) {
        String first = Clauses.first(scene.heard.text());
        int number = first.equals(scene.heard.text()) ? -1 : Spoken.number(first, all.size());
        return number < 0 || number >= all.size() ? List.of() : List.of(all.get(number));
    }

    /** Whether different names were said, and not one that several places bear. */
    private static boolean areSeveral(Scene scene, Slot slot) {
        return !isNearly(scene, slot)
                && (areSeveral(scene, slot, scene.slot(KnownPlace.WHERE)) || areSeveral(scene, slot, scene.slot("what")));
    }

    private static boolean areSeveral(Scene scene, Slot slot, String text) {
        var all = places(scene, slot);
        var starts = scene.directory().mentions(text).stream().filter(mention -> all.contains(mention.place()))
                .collect(Collectors.groupingBy(Directory.Mention::place, Collectors.mapping(Directory.Mention::start, Collectors.toSet())));
        return starts.values().stream().anyMatch(one -> starts.values().stream().anyMatch(other -> Collections.disjoint(one, other)));
    }

    /** Whether an answer says that all of them are meant, or where they meet. */
    private static boolean isEach(Scene scene) {
        String text = scene.heard.text();
        return Clauses.find(text, 0, "each") >= 0 || PlaceWords.TABLE.isIn(text, "crossing");
    }

    /** The first of them, with the names of all as where it is. */
    private static boolean takeEach(Scene scene, Slot slot) {
        var all = places(scene, slot);
        var named = scene.directory().mentions(scene.slot(KnownPlace.WHERE)).stream().map(Directory.Mention::place).toList();
        if (!named.containsAll(all)) {
            String names = String.join("、", all.stream().map(Place::name).toList());
            scene.slots.put(KnownPlace.WHERE, KnownPlace.cut(names));
        }
        if (Clauses.find(scene.heard.text(), 0, "each") < 0) {
            scene.slots.computeIfPresent(KnownPlace.WHERE,
                    (slotName, words) -> KnownPlace.cut(words + "（" + WordsSlot.kept(Spoken.meant(scene.heard.text())) + "）"));
        }
        scene.slots.put(slot.name(), all.getFirst().code());
        return true;
    }

    /** Whether a name was said that is one letter off. */
    private static boolean isNearly(Scene scene, Slot slot) {
        return scene.slot(slot.name()).startsWith(KnownPlace.NEARLY);
    }

    /** One of them, or none: then the place is one that nobody knows. */
    private static boolean isMeantNearly(Scene scene, Slot slot) {
        String text = scene.heard.text();
        if (text.equals(scene.book.word(NONE_OF_THEM)) || scene.hears(scene.book.signal(NO))) {
            boolean offered = !scene.slot(KnownPlace.OFFERED).isEmpty();
            scene.slots.keySet().removeAll(List.of(slot.name(), KnownPlace.SAID, KnownPlace.OFFERED));
            if (offered) {
                scene.slots.remove(KnownPlace.WHERE);
            }
            return true;
        }
        var all = places(scene, slot);
        var named = all.size() == 1 && scene.hears(scene.book.signal(YES))
                ? all
                : all.stream().filter(place -> all.size() == 1 ? text.contains(place.name()) : isMeant(scene, place)).toList();
        if (named.size() != 1) {
            return false;
        }
        scene.slots.put(slot.name(), named.getFirst().code());
        scene.slots.computeIfPresent(KnownPlace.WHERE,
                (where, words) -> words.replace(scene.slot(KnownPlace.SAID), named.getFirst().name()));
        scene.slots.keySet().removeAll(List.of(KnownPlace.SAID, KnownPlace.OFFERED));
        return true;
    }

    @Override
    public boolean isSettled(Scene scene, Slot slot) {
        if (isNearly(scene, slot)) {
            return false;
        }
        if (!scene.slot(slot.name()).contains(KnownPlace.SEPARATOR)) {
            return true;
        }
        String home = scene.home();
        var near = places(scene, slot).stream().filter(place -> isServedBy(home, place, scene.directory())).toList();
        boolean settled = near.size() == 1 && !areSeveral(scene, slot);
        if (settled) {
            scene.slots.put(slot.name(), near.getFirst().code());
        }
        return settled;
    }

    @Override
    public void ask(Scene scene, Slot slot) {
        scene.say(isNearly(scene, slot)
                ? "ask-near"
                : isElsewhere(scene, slot) ? "ask-elsewhere" : areSeveral(scene, slot) ? "ask-places" : slot.question());
        places(scene, slot).forEach(place -> {
            String label = label(place, scene.directory());
            scene.choice(label, label);
        });
        if (isNearly(scene, slot)) {
            String none = scene.book.word(NONE_OF_THEM);
            scene.choice(none, none);
        }
    }

    /** Whether a place was said to be where it is not, as 望澜花园 in 柏屿街道望澜花园; notes what the text names. */
    private static boolean isElsewhere(Scene scene, Slot slot) {
        var all = places(scene, slot);
        if (all.size() != 2 || isNearly(scene, slot)) {
            return false;
        }
        var outer = all.getFirst();
        var inner = all.getLast();
        var mentions = scene.directory().mentions(scene.slot(KnownPlace.WHERE));
        var around = around(inner, scene.directory()).filter(one -> one.kind().equals(outer.kind())).findFirst();
        boolean isBehind = mentions.stream().anyMatch(one -> one.place().equals(outer)
                && mentions.stream().anyMatch(other -> other.place().equals(inner) && other.start() == one.end()));
        if (isBehind && around.isPresent() && !around.get().equals(outer)) {
            scene.values.putAll(Map.of("inner", inner.name(), "around", around.get().name(), "outer", outer.name()));
            return true;
        }
        return false;
    }

    private static boolean isServedBy(String station, Place place, Directory directory) {
        return !station.isEmpty() && directory.stationsOf(place.code()).stream().anyMatch(one -> one.code().equals(station));
    }

    /** By its label, or by anything that it lies in. */
    private static boolean isMeant(Scene scene, Place place) {
        String text = scene.heard.text();
        String name = Spoken.meant(text);
        var said = scene.directory().mentions(text).stream().map(mention -> mention.place().code()).toList();
        return text.equals(label(place, scene.directory()))
                || around(place, scene.directory()).anyMatch(one -> text.contains(one.name())
                        || (name.length() > 1 && one.name().startsWith(name)) || said.contains(one.code()));
    }

    private static Stream<Place> around(Place place, Directory directory) {
        return Stream.iterate(parent(place, directory), Optional::isPresent, one -> one.flatMap(outer -> parent(outer, directory)))
                .map(Optional::get);
    }

    private static List<Place> places(Scene scene, Slot slot) {
        var places = new ArrayList<Place>();
        String codes = scene.slot(slot.name());
        for (String code : (isNearly(scene, slot) ? codes.substring(KnownPlace.NEARLY.length()) : codes).split("\\|", -1)) {
            scene.directory().place(code).ifPresent(places::add);
        }
        return places;
    }

    /** The name of what it lies in, then its own. */
    private static String label(Place place, Directory directory) {
        return parent(place, directory).map(parent -> parent.name() + place.name()).orElse(place.name());
    }

    private static Optional<Place> parent(Place place, Directory directory) {
        return place.parent().isEmpty() ? Optional.empty() : directory.place(place.parent());
    }
}
