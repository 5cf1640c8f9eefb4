package liaison.bot.dialog;

import java.util.Map;
import java.util.Optional;
import liaison.bot.message.OutboundMessage.Choice;
import liaison.bot.notice.OutboxEntry;

/** Tells a station's staff that somebody needs a person now; in the words of a text, never in the resident's. */
final class Alerts {
    private Alerts() {
    }

    static void send(Scene scene, String text) {
        PeopleSteps.values(scene);
        var alert = scene.book.text(text);
        var facts = Map.of("text", alert.with(scene.values), BookLetters.CHOICES,
                String.join("\n", alert.choices().stream().map(Choice::send).toList()));
        PeopleSteps.stations(scene).stream().findFirst().or(() -> scene.directory().stations(1).stream().findFirst())
                .map(station -> Routing.holder(Optional.empty(), station.code(), scene.directory())).filter(holder -> !holder.isEmpty())
                .ifPresent(holder -> scene.effects.add(new Effect.Tell(new OutboxEntry(scene.from().toString(), "reply",
                        text + ":" + scene.message.key(), holder, "1", scene.now, scene.now.plus(Call.WORTH_TELLING), facts))));
    }
}
