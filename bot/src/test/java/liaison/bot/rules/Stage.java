package liaison.bot.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import liaison.bot.calendar.DateWords;
import liaison.bot.calendar.WorkingDays;
import liaison.bot.dialog.Answer;
import liaison.bot.dialog.BookLetters;
import liaison.bot.dialog.Books;
import liaison.bot.dialog.Conversation;
import liaison.bot.dialog.Conversation.Parts;
import liaison.bot.dialog.Decider;
import liaison.bot.dialog.Dialog;
import liaison.bot.dialog.Effects.Told;
import liaison.bot.dialog.Facts;
import liaison.bot.dialog.JournalTranscript;
import liaison.bot.dialog.Reply;
import liaison.bot.dialog.RuleBook;
import liaison.bot.dialog.Scopes;
import liaison.bot.dialog.Times;
import liaison.bot.dialog.Turn;
import liaison.bot.memory.MemoryDialogs;
import liaison.bot.memory.MemoryEffects;
import liaison.bot.memory.MemoryFacts;
import liaison.bot.memory.MemoryJournal;
import liaison.bot.memory.MemoryLedger;
import liaison.bot.memory.MemoryNumbers;
import liaison.bot.memory.PlainSeals;
import liaison.bot.message.Address;
import liaison.bot.message.InboundMessage;
import liaison.bot.message.OutboundMessage;
import liaison.bot.notice.Outbox;
import liaison.bot.notice.OutboxEntry;
import liaison.bot.people.Bindings;
import liaison.bot.people.Directory;
import liaison.bot.people.Person;
import liaison.bot.testing.MutableClock;

/** A whole bot in memory that remembers which rules decided. */
final class Stage {
    static final Times TIMES = new Times(WorkingDays.shipped(), DateWords.shipped(), 7);

    final MemoryEffects effects;
    final List<String> rules = new ArrayList<>();
    /** Of the last message: the form that is open behind it, and what is asked. */
    String state = "";
    private final MutableClock clock = new MutableClock(Instant.parse("2026-11-23T02:00:00Z"));
    private final RuleBook book;
    private final Directory directory;
    private final Conversation conversation;
    private int key;
    private String pressed = "";

    Stage(RuleBook book) {
        this(book, Scopes.NONE);
    }

    Stage(RuleBook book, Scopes scopes) {
        this(book, scopes, Town.directory());
    }

    Stage(RuleBook book, Scopes scopes, Directory directory) {
        this.book = book;
        this.directory = directory;
        var ledger = new MemoryLedger();
        effects = new MemoryEffects(ledger);
        effects.code("DEPUTY-2", Person.parse("deputy:P2"));
        effects.code("DEPUTY-4", Person.parse("deputy:P4"));
        effects.code("CLERK-22", Person.parse("staff:C2"));
        var journal = new MemoryJournal(ledger);
        conversation = new Conversation(new Parts(ledger, journal, new MemoryDialogs(),
                new MemoryFacts(effects, new JournalTranscript(journal, new PlainSeals()), scopes, () -> directory), effects,
                new PlainSeals(),
                new MemoryNumbers(), new Listening(book), scopes,
                () -> directory, clock));
    }

    void later(String duration) {
        clock.tick(Duration.parse(duration));
    }

    /** What waits ends untold: the state, and the reason. */
    void missed(String how) {
        String[] parts = how.split(" ", 2);
        effects.miss(Outbox.State.valueOf(parts[0].toUpperCase(Locale.ROOT)), parts[1], clock.instant());
    }

    /** An answer was not seen to leave: it goes into the outbox. */
    void untold(String who, long seq) {
        conversation.untold(List.of(new Told(address(who), seq)));
    }

    private static Address address(String who) {
        return Address.parse((who.equals("member") ? "wecom:office:" : "wechat:demo:") + who);
    }

    /** What is told or will be reminded of, of which no letter can be made. */
    List<String> unwritten() {
        var letters = new BookLetters(account -> book, () -> directory, new EveryoneBound(),
                new BookLetters.Causes(effects, effects, id -> Optional.empty()), clock);
        var reminders = effects.reminders().stream().map(one -> new OutboxEntry(one.owner().toString(),
                one.causeKind().equals("request") ? "reminder" : one.causeKind(), one.causeKey(), one.recipient(), one.occurrence(),
                one.dueAt(), one.dueAt(), Map.of()));
        return Stream.concat(effects.outbox().stream(), reminders).filter(entry -> !isWritten(letters, entry))
                .map(entry -> entry.kind() + ' ' + entry.occurrence() + " to " + entry.recipient()).distinct().toList();
    }

    private static boolean isWritten(BookLetters letters, OutboxEntry entry) {
        try {
            letters.letter(entry);
            return true;
        } catch (RuntimeException none) {
            return false;
        }
    }

    Answer says(String who, String text) {
        var from = address(who);
        return conversation.receive(List.of(message(from, Integer.toString(++key), text))).getFirst();
    }

    /** Text, or what stands in brackets for something else. */
    private InboundMessage message(Address from, String key, String text) {
        if (!text.startsWith("[")) {
            return new InboundMessage.Text(from, key, text);
        }
        String[] parts = text.substring(1, text.length() - 1).split(" ", 2);
        String rest = parts.length > 1 ? parts[1] : "";
        return switch (parts[0]) {
            case "picture" -> new InboundMessage.Image(from, key, "media" + key, "");
            case "video" -> new InboundMessage.Video(from, key, "media" + key, "thumb");
            case "file" -> new InboundMessage.File(from, key, rest, "a.pdf");
            case "link" -> new InboundMessage.Link(from, key, rest, "", "https://a.example/");
            case "voice" -> new InboundMessage.Voice(from, key, "media" + key, rest);
            case "place" -> new InboundMessage.Location(from, key, 30, 118, rest);
            case "position" -> position(from, key, rest.split(" ", 3));
            case "event" -> new InboundMessage.Event(from, key, rest.split(" ", 2)[0],
                    rest.contains(" ") ? Map.of("EventKey", rest.split(" ", 2)[1]) : Map.of());
            case "scan" -> new InboundMessage.Event(from, key, "scancode_waitmsg",
                    Map.of("EventKey", "7", "ScanCodeInfo/ScanResult", rest));
            case "press" -> press(from, key, rest, card(), "code-" + key);
            case "again" -> press(from, key, rest, card(), pressed);
            case "stray" -> press(from, key, rest, "0", "code-" + key);
            default -> new InboundMessage.Other(from, key, parts[0], Map.of());
        };
    }

    /** The card that was sent last; updates of one are none. */
    private String card() {
        return effects.outbox().stream().filter(entry -> !entry.facts().containsKey(OutboundMessage.CARD)).toList().getLast().hash();
    }

    /** A button on a card, with the code that the press brings along. */
    private InboundMessage press(Address from, String key, String button, String card, String code) {
        pressed = code;
        return new InboundMessage.Event(from, key, "template_card_event",
                Map.of("EventKey", button, "TaskId", card, "ResponseCode", code));
    }

    private static InboundMessage position(Address from, String key, String[] parts) {
        return new InboundMessage.Location(from, key, Double.parseDouble(parts[0]), Double.parseDouble(parts[1]),
                parts.length > 2 ? parts[2] : "");
    }

    /** Whoever is told is told somewhere. */
    private static final class EveryoneBound implements Bindings {
        @Override
        public Map<Person, List<Address>> addressesOf(Collection<Person> people) {
            return people.stream().collect(Collectors.toMap(Function.identity(), person -> List.of(address("bound"))));
        }

        @Override
        public String issue(Person person) {
            return "";
        }
    }

    /** Notes every rule that decided. */
    private final class Listening implements Decider, Books {
        private final RuleBook book;

        Listening(RuleBook book) {
            this.book = book;
        }

        @Override
        public Turn decide(Dialog dialog, InboundMessage message, Facts facts, Instant now) {
            var turn = book.decide(dialog, message, facts, now);
            rules.add(turn.rule());
            state = turn.next().form() + ' ' + turn.next().asking();
            return turn;
        }

        @Override
        public Reply apology() {
            return book.apology();
        }

        @Override
        public String hash() {
            return book.hash();
        }

        @Override
        public Decider current() {
            return this;
        }

        @Override
        public Optional<Decider> book(String hash) {
            return Optional.of(this);
        }
    }
}
