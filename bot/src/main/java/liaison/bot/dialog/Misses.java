package liaison.bot.dialog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import liaison.bot.calendar.Shanghai;
import liaison.bot.notice.Outbox;
import liaison.bot.people.Person;
import liaison.bot.people.Staff;

/** Shows a station's staff what nobody could be told: about which request, whom of the station, why and since when; residents without a name. */
final class Misses {
    private static final Map<String, String> WHY = Map.ofEntries(Map.entry("no-address", "unbound"), Map.entry("no-account", "unbound"),
            Map.entry("no-channel", "unbound"), Map.entry("window-closed", "closed"), Map.entry("45015", "closed"),
            Map.entry("45047", "closed"), Map.entry("43101", "closed"), Map.entry("no-template", "closed"),
            Map.entry("no-subscription", "closed"), Map.entry("no-fields", "closed"), Map.entry("43004", "gone"),
            Map.entry("81013", "unseen"),
            Map.entry("60111", "unseen"));

    private Misses() {
    }

    static void show(Scene scene) {
        var stations = NoticeAudiences.author(scene).map(Staff::stations).orElse(List.of());
        var misses = scene.facts.get(new Want.Misses(stations, Calls.colleagues(scene)));
        var told = new ArrayList<String>();
        misses.stream().limit(Miss.MOST).forEach(miss -> told.add(line(scene, miss)));
        if (misses.size() > Miss.MOST) {
            told.add(scene.book.word("more"));
        }
        scene.values.put("misses", String.join("\n", told));
        scene.say(misses.isEmpty() ? "no-misses" : "misses");
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
        return miss.number().isEmpty() ? what : miss.number() + " " + what;
    }

    /** A resident stays a resident, a head whoever that is; only people of the directory have names. */
    private static String recipient(Scene scene, String recipient) {
        if (recipient.startsWith("deputy:") || recipient.startsWith("staff:")) {
            return NoticeAudiences.name(scene, Person.parse(recipient));
        }
        return scene.book.word(recipient.isEmpty() ? "miss-to-many" : recipient.startsWith("head:") ? "miss-to-head" : "miss-to-resident");
    }

    private static String why(Scene scene, Miss miss) {
        if (miss.state() == Outbox.State.UNKNOWN) {
            return scene.book.word("miss-unknown");
        }
        if (miss.state() == Outbox.State.PENDING) {
            return scene.book.word("miss-unbound");
        }
        String why = WHY.getOrDefault(miss.reason(), "");
        return why.isEmpty() ? scene.book.word("miss-other") + miss.reason() : scene.book.word("miss-" + why);
    }
}
