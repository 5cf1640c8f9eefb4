package liaison.bot.dialog;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import liaison.bot.dialog.Rounds.Step;
import liaison.bot.message.Address;
import liaison.bot.message.Channel;
import liaison.bot.notice.OutboxEntry;

/** Makes what is stored of a turn: the sealed journal row, its effects, and what its sender is told. */
final class Rows {
    /** When a confirmation that was not seen to leave goes out another way. */
    private static final Duration UNTOLD = Duration.ofSeconds(15);
    /** The platform's window for an answer to what somebody wrote. */
    private static final Duration ANSWERABLE = Duration.ofDays(2);
    private static final byte[] NOTHING = {};

    private final Seals seals;
    private final Instant now;

    Rows(Seals seals, Instant now) {
        this.seals = seals;
        this.now = now;
    }

    /** A row with all that goes along. */
    record Made(Step step, Journal.Row row, Talk talk, List<Effects.Row> effects, Answer answer) {
        Address address() {
            return row.address();
        }

        Dialogs.Kept kept() {
            return new Dialogs.Kept(row.address(), row.seq(), row.wrappedKey(), row.dialog());
        }
    }

    Made make(Step step, Turn turn) {
        var address = step.talk().address();
        long seq = step.talk().seq() + 1;
        byte[] key = step.talk().wrappedKey().length == 0 ? seals.newKey() : step.talk().wrappedKey();
        String request = requestOf(turn.effects());
        var reply = turn.reply();
        var row = new Journal.Row(address, seq, new KeyHash(seals.keyHash(address, step.said().key())),
                step.said() instanceof Said.Inbound, kind(step.said()), now, request, turn.next().book(), key,
                seals.seal(key, Personal.message(address, seq), message(step.said())),
                seals.seal(key, Personal.reply(address, seq), Stored.pack(reply)),
                seals.seal(key, Personal.dialog(address, seq), Stored.pack(turn.next())));
        boolean guarded = isGuarded(address, turn.effects());
        var answer = new Answer(address, seq, reply.text(), reply.choices(), reply.card(), reply.progress(), guarded, false);
        return new Made(step, row, new Talk(address, seq, key, turn.next()), effects(turn, address, seq, key, guarded), answer);
    }

    Answer repeat(Journal.Row row) {
        var reply = Stored.reply(seals.open(row.wrappedKey(), Personal.reply(row.address(), row.seq()), row.reply()));
        return new Answer(row.address(), row.seq(), reply.text(), reply.choices(), reply.card(), reply.progress(),
                !row.request().isEmpty() && isPassive(row.address()), true);
    }

    private List<Effects.Row> effects(Turn turn, Address address, long seq, byte[] key, boolean guarded) {
        if (turn.effects().isEmpty()) {
            return List.of();
        }
        var rows = new ArrayList<Effects.Row>();
        for (var effect : turn.effects()) {
            rows.add(row(effect, address, seq, key));
        }
        if (guarded) {
            String subject = address + ":" + seq;
            rows.add(row(new Effect.Tell(new OutboxEntry(address.toString(), "reply", subject, address.toString(), "1",
                    now.plus(UNTOLD), now.plus(ANSWERABLE), Map.of("text", turn.reply().text()))), address, seq, key));
        }
        return rows;
    }

    private Effects.Row row(Effect effect, Address address, long seq, byte[] key) {
        var personal = effect.personal();
        byte[] sealed = personal.isEmpty() ? NOTHING : seals.seal(key, Personal.of(effect), Stored.pack(personal));
        return new Effects.Row(address, seq, effect, sealed);
    }

    private static byte[] message(Said said) {
        return switch (said) {
            case Said.Inbound(var message) -> Stored.pack(message);
            case Said.Outbound(var message) -> NOTHING;
        };
    }

    private static String kind(Said said) {
        return switch (said) {
            case Said.Inbound(var message) -> Stored.kind(message);
            case Said.Outbound(var message) -> message.kind();
        };
    }

    private static boolean isGuarded(Address address, List<Effect> effects) {
        return isPassive(address) && effects.stream().anyMatch(Effect.File.class::isInstance);
    }

    /** The web chat reads its answers from the journal; elsewhere an answer that does not leave is gone. */
    private static boolean isPassive(Address address) {
        return !address.channel().equals(Channel.WEB_CHAT);
    }

    private static String requestOf(List<Effect> effects) {
        for (var effect : effects) {
            switch (effect) {
                case Effect.File(var request) -> {
                    return request.number();
                }
                case Effect.Step(var event) -> {
                    return event.number();
                }
                default -> {
                    // others touch no request
                }
            }
        }
        return "";
    }
}
