package liaison.bot.dialog;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import liaison.bot.message.InboundMessage;
import liaison.bot.message.OutboundMessage;
import liaison.bot.notice.Hash;
import liaison.bot.notice.OutboxEntry;

/** What somebody pressed on a card: which card it was, and what takes the place of its buttons. */
final class Presses {
    private static final String PRESS = "template_card_event";
    /** So long the platform takes the code that came with a press. */
    private static final Duration UPDATABLE = Duration.ofDays(3);

    private Presses() {
    }

    /** The hash of the entry that the card was sent for; empty for what is no press. */
    static Optional<String> card(Scene scene) {
        return press(scene).map(event -> event.fields().getOrDefault("TaskId", ""));
    }

    static boolean isPress(Scene scene) {
        return press(scene).isPresent();
    }

    /**
     * The card that was pressed says from then on what holds, whatever its press would have it be. The platform takes each code once, so
     * the entry is the code's: a second press that brings the same one is answered in words alone.
     */
    static void settle(Scene scene, String word) {
        String code = press(scene).map(event -> event.fields().getOrDefault("ResponseCode", "")).orElse("");
        if (!code.isEmpty()) {
            String address = scene.from().toString();
            scene.effects
                    .add(new Effect.Tell(new OutboxEntry(address, "reply", OutboundMessage.CARD + ":" + Hash.of(code), address, "1",
                            scene.now, scene.now.plus(UPDATABLE), Map.of("text", scene.book.word(word), OutboundMessage.CARD, code))));
        }
    }

    private static Optional<InboundMessage.Event> press(Scene scene) {
        return scene.message instanceof InboundMessage.Event event && event.name().equalsIgnoreCase(PRESS)
                ? Optional.of(event)
                : Optional.empty();
    }
}
