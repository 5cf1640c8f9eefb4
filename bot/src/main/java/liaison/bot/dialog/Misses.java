package liaison.bot.dialog;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import liaison.bot.calendar.Shanghai;
import liaison.bot.notice.Outbox;
import liaison.bot.people.Person;
import liaison.bot.people.Staff;

/** Shows a station's staff what nobody could be told: about which request or notice, whom of the station, why and since when; residents without a name. */
final class Misses {
    private static final String NO_LETTER = "no-letter";
    private static final Map<String, String> WHY = Map.ofEntries(Map.entry("no-address", "unbound"), Map.entry("no-account", "unbound"),
            Map.entry("no-channel", "unbound"), Map.entry("window-closed", "closed"), Map.entry("45015", "closed"),
            Map.entry("45047", "closed"), Map.entry("43101", "closed"), Map.entry("no-template", "closed"),
            Map.entry("no-subscription", "closed"), Map.entry("no-fields", "closed"), Map.entry("43004", "gone"),
            Map.entry("81013", "unseen"), Map.entry("failed:user block", "blocked"), Map.entry("failed:system failed", "unshown"),
            Map.entry("60111", "unseen"), Map.entry(NO_LETTER, "unwritten"));

    /** Longer than any number; of a notice enough to know it by. */
    private static final int SHOWN = 18;

    private Misses() {
    }

    static void show(Scene scene) {
        show(scene, 0);
    }

    /** Those behind the ones that were shown last, else the first again. */
    static void more(Scene scene) {
        String from = scene.remembered(Memory.MISSES);
        show(scene, from.isEmpty() ? 0 : Integer.parseInt(from));
    }

    private static void show(Scene scene, int from) {
        var stations = NoticeAudiences.author(scene).map(Staff::stations).orElse(List.of());
        var page = scene.facts.get(new Want.Misses(stations, people(scene, stations), from));
        var misses = page.misses();
        if (misses.isEmpty() && from > 0) {
            show(scene, 0);
            return;
        }
        int left = page.total() - from - misses.size();
        scene.memory.remove(Memory.MISSES);
        scene.values.put("misses", String.join("\n", misses.stream().map(miss -> line(scene, miss)).toList()));
        if (left > 0) {
            scene.memory.put(Memory.MISSES, Integer.toString(from + misses.size()));
            scene.values.put("left", Integer.toString(left));
        }
        scene.say(misses.isEmpty() ? "no-misses" : "misses");
        if (left > 0) {
            String more = scene.book.word("more-misses");
            scene.choice(more, more);
        }
    }

    private static List<Person> people(Scene scene, List<String> stations) {
        var deputies = stations.stream().flatMap(station -> scene.directory().deputiesOf(station).stream())
                .map(deputy -> new Person(Person.Kind.DEPUTY, deputy.code()));
        return Stream.concat(Calls.colleagues(scene).stream(), deputies).distinct().toList();
    }

    private static String line(Scene scene, Miss miss) {
        scene.values.put("miss", what(scene, miss));
        scene.values.put("person", recipient(scene, miss.recipient()));
        scene.values.put("count", Integer.toString(miss.count()));
        scene.values.put("why", why(scene, miss));
        scene.values.put("when", scene.dates().day(Shanghai.day(miss.since())) + scene.dates().time(miss.since()));
        return scene.book.text("miss-line").with(scene.values);
    }

    private static String what(Scene scene, Miss miss) {
        if (miss.kind().equals(Miss.ALERT)) {
            return scene.book.word("miss-" + miss.number());
        }
        String what = scene.book.word("miss-" + miss.kind());
        String about = miss.number().codePointCount(0, miss.number().length()) <= SHOWN
                ? miss.number()
                : miss.number().substring(0, miss.number().offsetByCodePoints(0, SHOWN)) + '…';
        return about.isEmpty() ? what : about + " " + what;
    }

    /** A resident stays a resident, a head whoever that is; only people of the directory have names. */
    private static String recipient(Scene scene, String recipient) {
        if (recipient.startsWith("deputy:") || recipient.startsWith("staff:")) {
            return Welcome.person(scene, Person.parse(recipient));
        }
        return scene.book.word(recipient.startsWith("head:") ? "miss-to-head" : "miss-to-resident");
    }

    private static String why(Scene scene, Miss miss) {
        if (miss.state() == Outbox.State.UNKNOWN) {
            return scene.book.word("miss-unknown");
        }
        String why = WHY.getOrDefault(miss.reason(), "");
        if (miss.state() == Outbox.State.PENDING && !miss.reason().startsWith("failed:") && !miss.reason().equals(NO_LETTER)) {
            return scene.book.word("miss-unbound");
        }
        return why.isEmpty() ? scene.book.word("miss-other") + miss.reason() : scene.book.word("miss-" + why);
    }
}
