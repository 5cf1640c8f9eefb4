package liaison.bot.dialog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import liaison.bot.people.Place;
import liaison.bot.text.Masks;
import liaison.bot.understanding.Clauses;
import liaison.bot.understanding.GivenName;
import liaison.bot.understanding.Openings;
import liaison.bot.understanding.PartReader.Part;

/** Several matters of one message: shown apart and filed apart, with the place, the time and the telephone that they share. */
final class Matters {
    private static final String WHAT = "what";
    /** The matters behind the first, one a line. */
    static final String MORE = "matters";
    private static final String SINCE = "since";
    private static final String LINE = "\n";
    private static final String REPORT = "report";
    private static final String HOURS = "faq_reception";

    private Matters() {
    }

    /** Whether a message holds more than one thing, and at least one of them to be filed. */
    static boolean areSeveral(Scene scene) {
        return scene.parts().size() > 1
                && scene.parts().stream().anyMatch(part -> !isAsked(scene, part) && !scene.book.thanks(part.heard()));
    }

    /** Answers what is only asked, and begins a report of the rest. */
    static void split(Scene scene) {
        var parts = scene.parts();
        var filed = parts.stream().filter(part -> !isAsked(scene, part) && !scene.book.thanks(part.heard())).toList();
        parts.stream().filter(part -> isAsked(scene, part)).forEach(part -> aside(scene, part));
        var words = filed.stream().map(part -> WordsSlot.kept(part.words())).toList();
        if (words.size() > 1) {
            tell(scene, words);
        }
        var known = new HashMap<String, String>();
        known.put(WHAT, words.getFirst());
        known.put(MORE, String.join(LINE, words.subList(1, words.size())));
        known.put(SINCE, words.size() > 1 ? since(scene, words.getFirst()) : "");
        known.values().removeIf(String::isEmpty);
        var report = scene.book.form(REPORT);
        if (filed.stream().flatMap(part -> own(scene, part.words()).stream()).distinct().count() > 1) {
            // the place is that of the first, the time may stand behind the last
            known.putIfAbsent(SINCE, SinceSlot.since(scene));
            known.values().removeIf(String::isEmpty);
            scene.hearing(filed.getFirst().words(), () -> report.start(scene, known));
        } else {
            report.start(scene, known);
        }
    }

    private static boolean isAsked(Scene scene, Part part) {
        return scene.book.asks(part.heard());
    }

    private static void aside(Scene scene, Part part) {
        // whose hours is not known before it is known where
        if (part.heard().hears(scene.book.signal(HOURS)) && !PeopleSteps.stations(scene).isEmpty()) {
            PeopleSteps.values(scene);
            scene.say("station-aside");
        } else {
            scene.values.put("later", Masks.shown(part.words()));
            scene.say("split-later");
        }
    }

    /** Whether a message tells another matter while a report of one is open. */
    static boolean isAnother(Scene scene) {
        String said = scene.heard.text();
        // 垃圾堆旁边 is where it is
        boolean answersWhere = scene.before.asking().equals(KnownPlace.WHERE) && Clauses.of(said).size() == 1
                && scene.book.placeWords().endsAsPlace(said);
        return !answersWhere && !another(scene, said).isEmpty();
    }

    private static String another(Scene scene, String said) {
        if (!areOpen(scene) && Openings.isBare(scene.slot(WHAT))) {
            return "";
        }
        String told = String.join(LINE, of(scene));
        boolean elsewhere = !scene.slot(KnownPlace.PLACE).isEmpty() && SaidPlace.isAnother(scene);
        return scene.slot(WHAT).isEmpty() ? "" : scene.book.another(told, said, elsewhere, scene.directory());
    }

    /** Puts it behind those that were told; the open question stays. */
    static void add(Scene scene) {
        String words = WordsSlot.kept(behindPlace(scene, another(scene, scene.heard.text())));
        scene.slots.merge(MORE, words, (before, said) -> before + LINE + said);
        if (scene.slot(SINCE).isEmpty() && SinceSlot.isSaid(scene)) {
            scene.slots.put(SINCE, SinceSlot.since(scene));
        }
        tell(scene, of(scene));
        scene.book.form(scene.form).next(scene);
    }

    /** The words without a first clause that only answers where, which is taken. */
    private static String behindPlace(Scene scene, String words) {
        var clauses = Clauses.of(words);
        var slot = scene.book.form(scene.form).slot(KnownPlace.WHERE);
        if (!scene.slot(KnownPlace.WHERE).isEmpty() || clauses.size() < 2 || slot.isEmpty()) {
            return words;
        }
        boolean answered = scene.hearing(clauses.getFirst().of(words),
                () -> SaidPlace.isAlone(scene) && slot.get().kind().answer(scene, slot.get()));
        if (!answered) {
            return words;
        }
        String rest = words.substring(clauses.get(1).start());
        String bare = another(scene, rest);
        return bare.isEmpty() ? rest : bare;
    }

    private static void tell(Scene scene, List<String> words) {
        scene.values.put("count", Integer.toString(words.size()));
        scene.values.put("matters", listed(words));
        scene.say("split");
    }

    /** The only place that some words name exactly. */
    private static List<String> own(Scene scene, String words) {
        var where = scene.book.places().read(words, scene.directory());
        return where.exact() && where.places().size() == 1 ? where.places().stream().map(Place::code).toList() : List.of();
    }

    /** Since when a matter has been so by its own words; empty where it does not say. */
    private static String since(Scene scene, String words) {
        return scene.hearing(words, () -> SinceSlot.isSaid(scene) ? SinceSlot.since(scene) : "");
    }

    /** The matters as they are read back, each behind the first with its own place and its own time where those are others. */
    static String readBack(Scene scene) {
        var matters = new ArrayList<>(of(scene));
        matters.replaceAll(matter -> matter.equals(matters.getFirst()) ? matter : matter + beside(scene, matter));
        return listed(matters);
    }

    private static String beside(Scene scene, String matter) {
        var place = own(scene, matter).stream().filter(code -> !code.equals(scene.slot(KnownPlace.PLACE)))
                .flatMap(code -> scene.directory().place(code).stream()).map(Place::name);
        var since = Stream.of(since(scene, matter)).filter(own -> !own.isEmpty() && !own.equals(scene.slot(SINCE)));
        String both = Stream.concat(place, since).collect(Collectors.joining("，"));
        return both.isEmpty() ? "" : "（" + both + "）";
    }

    static boolean areOpen(Scene scene) {
        return !scene.slot(MORE).isEmpty();
    }

    /** All matters of the report, the first included. */
    static List<String> of(Scene scene) {
        var all = new ArrayList<String>();
        all.add(scene.slot(WHAT));
        if (areOpen(scene)) {
            all.addAll(List.of(scene.slot(MORE).split(LINE, -1)));
        }
        return all;
    }

    /** Puts other words in the place of each matter's. */
    static void each(Scene scene, UnaryOperator<String> change) {
        var changed = of(scene).stream().map(change).toList();
        scene.slots.put(WHAT, changed.getFirst());
        if (areOpen(scene)) {
            scene.slots.put(MORE, String.join(LINE, changed.subList(1, changed.size())));
        }
    }

    /** Writes once into each matter that she wants not to be named; whoever handles it reads that. */
    static void unnamed(Scene scene) {
        String wish = "；" + scene.book.word("unnamed");
        each(scene, matter -> matter.endsWith(wish) ? matter : WordsSlot.kept(GivenName.without(matter) + wish));
    }

    /** What is added to a request that stands already by whoever wants not to be named: that wish, and what else she says; never her name. */
    static void unnamedLater(Scene scene) {
        String wish = scene.book.word("unnamed");
        String rest = Clauses.of(scene.heard.text()).stream().map(clause -> GivenName.without(clause.of(scene.heard.text())))
                .filter(clause -> !GivenName.isAlone(clause)
                        && !scene.hearing(clause, () -> scene.hears(scene.book.signal("unnamed"))))
                .collect(Collectors.joining("\uff0c"));
        scene.book.form("add").start(scene, Map.of("note", rest.isEmpty() ? wish : WordsSlot.kept(wish + "；" + rest)));
    }

    /** It is one matter after all. */
    static void asOne(Scene scene) {
        scene.slots.put(WHAT, String.join("；", of(scene)));
        forget(scene);
        scene.book.form(scene.form).next(scene);
    }

    /** They are several after all: cut where the words join them; where nothing does, the other one is asked for. */
    static void asSeveral(Scene scene) {
        var words = scene.book.apart(scene.slot(WHAT));
        if (words.size() > 1) {
            scene.slots.put(WHAT, words.getFirst());
            scene.slots.put(MORE, String.join(LINE, words.subList(1, words.size())));
            String since = since(scene, words.getFirst());
            if (!since.isEmpty()) {
                scene.slots.put(SINCE, since);
            }
            tell(scene, words);
        } else {
            scene.say("another-first");
        }
        scene.book.form(scene.form).next(scene);
    }

    static void forget(Scene scene) {
        scene.slots.remove(MORE);
    }

    /** The matters as a numbered list, on lines of their own. */
    static String listed(List<String> words) {
        return IntStream.range(0, words.size()).mapToObj(i -> (i + 1) + ". " + Masks.shown(words.get(i))).collect(Collectors.joining(LINE));
    }

    /**
     * Makes one of those behind the first the report's, with its own time, and at its own place where it names another one that a single
     * station serves, or another house.
     */
    static void take(Scene scene, String matter) {
        boolean isFirst = matter.equals(scene.slot(WHAT));
        scene.slots.put(WHAT, matter);
        String since = isFirst ? "" : since(scene, matter);
        scene.slots.merge(SINCE, since, (shared, own) -> own.isEmpty() ? shared : own);
        for (String place : isFirst ? List.<String>of() : own(scene, matter)) {
            var stations = Routing.stations(scene.directory().place(place).stream().toList(), scene.directory());
            var where = scene.book.places().read(matter, scene.directory());
            boolean isThere = place.equals(scene.slot(KnownPlace.PLACE));
            if (isThere && where.words().length() > where.name().length()) {
                scene.slots.put(KnownPlace.WHERE, where.words());
            } else if (!isThere && stations.size() == 1) {
                scene.slots.putAll(
                        Map.of(KnownPlace.WHERE, where.words(), KnownPlace.PLACE, place, StationSlot.STATION, stations.getFirst().code()));
                scene.slots.remove(StationSlot.GUESSED);
            }
        }
    }
}
