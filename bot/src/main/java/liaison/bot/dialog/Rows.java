package liaison.bot.dialog;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import liaison.bot.dialog.Rounds.Step;
import liaison.bot.message.Address;
import liaison.bot.message.Channel;
import liaison.bot.message.InboundMessage;
import liaison.bot.message.OutboundMessage.Choice;
import liaison.bot.notice.OutboxEntry;
import liaison.bot.text.Masks;

/** Makes what is stored of a turn: the sealed journal row, its effects, and what its sender is told. */
final class Rows {
    /** When a confirmation that was not seen to leave goes out another way. */
    private static final Duration UNTOLD = Duration.ofSeconds(15);
    /** The platform's window for an answer to what somebody wrote. */
    private static final Duration ANSWERABLE = Duration.ofDays(2);
    /** Between the parts of a long answer, so that they arrive in their order. */
    private static final Duration APART = Duration.ofSeconds(3);
    /** The answer itself, or what a passive one holds of it. */
    private static final int FIRST = 1;
    private static final String REPLY = "reply";
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
        var portions = portions(address, reply);
        var next = next(turn, portions, seq);
        var row = new Journal.Row(address, seq, new KeyHash(seals.keyHash(address, step.said().key())),
                step.said() instanceof Said.Inbound, kind(step.said()), now, request, turn.next().book(), key,
                seals.seal(key, Personal.message(address, seq), message(step.said())),
                seals.seal(key, Personal.reply(address, seq), Stored.pack(reply)),
                seals.seal(key, Personal.dialog(address, seq), Stored.pack(next)));
        boolean guarded = isGuarded(address, turn.effects());
        var answer = new Answer(address, seq, portions.first(), portions.choices(), reply.card(), reply.progress(), guarded, false);
        var all = new ArrayList<>(turn.effects());
        rest(step.talk().dialog()).filter(rest -> !reply.text().isEmpty())
                .ifPresent(rest -> all.add(new Effect.Drop(address, REPLY, address + ":" + rest)));
        all.addAll(following(address, seq, reply, portions));
        belonging(step.talk().dialog(), turn).ifPresent(station -> all.add(new Effect.Belong(address, station)));
        Receipts.unshown(step.said()).ifPresent(all::add);
        var effects = effects(all, address, seq, key);
        if (guarded) {
            effects.add(guard(address, seq, portions));
        }
        return new Made(step, row, new Talk(address, seq, key, next), effects, answer);
    }

    /** What follows an answer is remembered, so that the next answer takes back what has not gone out: nobody else's message asks for it. */
    private static Dialog next(Turn turn, Portions portions, long seq) {
        var next = turn.next();
        boolean follows = !portions.rest().isEmpty();
        if (!follows && (rest(next).isEmpty() || turn.reply().text().isEmpty())) {
            return next;
        }
        var memory = new HashMap<>(next.memory());
        memory.remove(Memory.REST);
        if (follows) {
            memory.put(Memory.REST, Long.toString(seq));
        }
        return new Dialog(next.book(), next.form(), next.asking(), next.slots(), memory, next.misses());
    }

    private static Optional<String> rest(Dialog dialog) {
        return Optional.ofNullable(dialog.memory().get(Memory.REST));
    }

    /** The station, where it is another one than before and no request says so. */
    private static Optional<String> belonging(Dialog before, Turn turn) {
        String station = turn.next().memory().getOrDefault(Memory.STATION, "");
        boolean same = station.isEmpty() || station.equals(before.memory().get(Memory.STATION));
        return same || turn.effects().stream().anyMatch(Effect.File.class::isInstance) ? Optional.empty() : Optional.of(station);
    }

    Answer repeat(Journal.Row row) {
        var reply = Stored.reply(seals.open(row.wrappedKey(), Personal.reply(row.address(), row.seq()), row.reply()));
        var portions = portions(row.address(), reply);
        return new Answer(row.address(), row.seq(), portions.first(), portions.choices(), reply.card(), reply.progress(),
                !row.request().isEmpty() && isPassive(row.address()), true);
    }

    /** The words of an answer that was not seen to leave, as a message of their own; empty where there were none. */
    Optional<Effects.Row> untold(Journal.Row row, byte[] key) {
        Portions portions;
        try {
            portions = portions(row.address(), Stored.reply(seals.open(key, Personal.reply(row.address(), row.seq()), row.reply())));
        } catch (RuntimeException erased) {
            return Optional.empty();
        }
        return portions.first().isEmpty()
                ? Optional.empty()
                : Optional.of(row(tell(row.address(), row.seq(), FIRST, now, facts(portions.first(), portions.choices())), row.address(),
                        row.seq(), key));
    }

    private static Portions portions(Address address, Reply reply) {
        return isPassive(address) ? Portions.of(reply) : Portions.whole(reply);
    }

    /** Its words are those of the row, where an outbox finds them ({@link Stored#confirmation}). */
    private Effects.Row guard(Address address, long seq, Portions portions) {
        return new Effects.Row(address, seq, tell(address, seq, FIRST, now.plus(UNTOLD), facts(portions.first(), List.of())), NOTHING);
    }

    /** What did not fit into the answer, one message after the other. */
    private List<Effect.Tell> following(Address address, long seq, Reply reply, Portions portions) {
        var all = new ArrayList<Effect.Tell>();
        int last = portions.rest().size();
        for (int i = 1; i <= last; i++) {
            all.add(tell(address, seq, FIRST + i, now.plus(APART.multipliedBy(i)),
                    facts(portions.rest().get(i - 1), i == last ? reply.choices() : List.of())));
        }
        return all;
    }

    private Effect.Tell tell(Address address, long seq, int occurrence, Instant due, Map<String, String> facts) {
        return new Effect.Tell(new OutboxEntry(address.toString(), REPLY, address + ":" + seq, address.toString(),
                Integer.toString(occurrence), due, now.plus(ANSWERABLE), facts));
    }

    private static Map<String, String> facts(String text, List<Choice> choices) {
        return choices.isEmpty()
                ? Map.of("text", text)
                : Map.of("text", text, "choices", choices.stream()
                        .map(choice -> choice.send() + '\t' + choice.label()).collect(Collectors.joining("\n")));
    }

    private List<Effects.Row> effects(List<Effect> effects, Address address, long seq, byte[] key) {
        var rows = new ArrayList<Effects.Row>();
        for (var effect : effects) {
            rows.add(row(effect, address, seq, key));
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
            case Said.Inbound(InboundMessage.Text(var from, var key, var text)) ->
                Stored.pack(new InboundMessage.Text(from, key, Masks.kept(text)));
            case Said.Inbound(InboundMessage.Voice(var from, var key, var media, var recognition)) ->
                Stored.pack(new InboundMessage.Voice(from, key, media, Masks.kept(recognition)));
            case Said.Inbound(var message) -> Stored.pack(message);
            case Said.Outbound(var message) -> NOTHING;
        };
    }

    private static String kind(Said said) {
        return switch (said) {
            case Said.Inbound(InboundMessage.Event event) when event.name().equalsIgnoreCase("unsubscribe") -> Journal.LEFT;
            case Said.Inbound(InboundMessage.Event event) when Receipts.isOne(event) -> Journal.RECEIPT;
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
