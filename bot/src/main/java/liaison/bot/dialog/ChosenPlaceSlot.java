package liaison.bot.dialog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import liaison.bot.people.Directory;
import liaison.bot.people.Place;

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
        var named = places(scene, slot).stream().filter(place -> isMeant(scene, place)).toList();
        named = named.isEmpty() ? named(scene, slot) : named;
        if (named.size() != 1) {
            return false;
        }
        scene.slots.put(slot.name(), named.getFirst().code());
        if (several) {
            return true;
        }
        // the name alone does not tell which
        parent(named.getFirst(), scene.directory()).filter(parent -> !scene.slot("where").contains(parent.name()))
                .ifPresent(parent -> scene.slots.computeIfPresent("where", (where, words) -> parent.name() + words));
        return true;
    }

    /** Those that an answer names. */
    private static List<Place> named(Scene scene, Slot slot) {
        var said = scene.place().places();
        return places(scene, slot).stream().filter(said::contains).toList();
    }

    /** Whether different names were said, and not one that several places bear. */
    private static boolean areSeveral(Scene scene, Slot slot) {
        var codes = places(scene, slot).stream().map(Place::code).toList();
        return !isNearly(scene, slot) && scene.directory().mentions(scene.slot(KnownPlace.WHERE)).stream()
                .filter(mention -> codes.contains(mention.place().code())).mapToInt(Directory.Mention::start).distinct().count() > 1;
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
        scene.say(isNearly(scene, slot) ? "ask-near" : areSeveral(scene, slot) ? "ask-places" : slot.question());
        places(scene, slot).forEach(place -> {
            String label = label(place, scene.directory());
            scene.choice(label, label);
        });
        if (isNearly(scene, slot)) {
            String none = scene.book.word(NONE_OF_THEM);
            scene.choice(none, none);
        }
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
