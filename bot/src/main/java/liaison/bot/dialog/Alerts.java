package liaison.bot.dialog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import liaison.bot.message.OutboundMessage;
import liaison.bot.message.OutboundMessage.Choice;
import liaison.bot.notice.OutboxEntry;
import liaison.bot.people.Station;

/** Tells a station's staff that somebody needs a person now; in the words of a text, never in the resident's. */
final class Alerts {
    private Alerts() {
    }

    static void send(Scene scene, String text) {
        PeopleSteps.values(scene);
        PeopleSteps.stations(scene).stream().findFirst().or(() -> scene.ours().stream().findFirst())
                .or(() -> scene.directory().stations(1).stream().findFirst()).ifPresent(station -> send(scene, text, station));
    }

    /** Tells those of one station. */
    static void send(Scene scene, String text, Station station) {
        var alert = scene.book.text(text);
        var facts = new HashMap<>(Map.of("text", alert.with(scene.values), BookLetters.CHOICES,
                String.join("\n", alert.choices().stream().map(Choice::send).toList())));
        if (text.equals(Call.DANGER)) {
            facts.putAll(beside(scene, station));
        }
        told(scene, text, station.code()).forEach(recipient -> scene.effects.add(new Effect.Tell(new OutboxEntry(
                scene.from().toString(), "reply", text + ":" + scene.message.key(), recipient, "1", scene.now,
                scene.now.plus(Call.WORTH_TELLING), facts))));
    }

    /** Of danger everybody of the station who is known at an address; else whoever is to answer. */
    private static List<String> told(Scene scene, String text, String station) {
        var all = text.startsWith(Call.DANGER) ? Reach.staff(scene, station) : List.<String>of();
        return all.isEmpty()
                ? Stream.of(Routing.holder(Optional.empty(), station, scene.directory())).filter(holder -> !holder.isEmpty()).toList()
                : all;
    }

    /** What a template shows where nothing else reaches them. */
    private static Map<String, String> beside(Scene scene, Station station) {
        return Map.of("what", scene.book.word("danger-what"), "note", scene.book.word("danger-note"), "where", station.name(), "when",
                scene.dates().moment(scene.now), OutboundMessage.AT, scene.dates().formal(scene.now));
    }
}
