package liaison.bot.dialog;

import liaison.bot.dialog.Seals.Context;
import liaison.bot.media.MediaKey;
import liaison.bot.message.Address;
import liaison.bot.notice.OutboxEntry;
import liaison.bot.people.Person;

/** Where the personal fields of each kind of row are sealed to: table, owner and row. */
public final class Personal {
    private Personal() {
    }

    public static Context request(Address address, String number) {
        return new Context("request", address.toString(), number);
    }

    public static Context event(Address address, String number, int n) {
        return new Context("request_event", address.toString(), number + ":" + n);
    }

    public static Context booking(Address address, String id) {
        return new Context("booking", address.toString(), id);
    }

    public static Context outbox(OutboxEntry entry) {
        return new Context("outbox", entry.owner(),
                String.join("\n", entry.kind(), entry.subject(), entry.recipient(), entry.occurrence()));
    }

    public static Context broadcast(Person author, String id) {
        return new Context("broadcast", author.toString(), id);
    }

    public static Context media(MediaKey key) {
        return new Context("media", key.address().toString(), Long.toString(key.seq()));
    }

    static Context message(Address address, long seq) {
        return new Context("message", address.toString(), Long.toString(seq));
    }

    public static Context reply(Address address, long seq) {
        return new Context("reply", address.toString(), Long.toString(seq));
    }

    static Context dialog(Address address, long seq) {
        return new Context("dialog", address.toString(), Long.toString(seq));
    }

    static Context of(Effect effect) {
        return switch (effect) {
            case Effect.File(var request) -> request(request.address(), request.number());
            case Effect.Step(var event) -> event(event.address(), event.number(), event.n());
            case Effect.Book(var booking) -> booking(booking.address(), booking.id());
            case Effect.Tell(var entry) -> outbox(entry);
            case Effect.Announce(var broadcast, var recipients, var entries) -> broadcast(broadcast.author(), broadcast.id());
            default -> throw new IllegalArgumentException("this effect has no personal fields: " + effect.getClass().getSimpleName());
        };
    }
}
