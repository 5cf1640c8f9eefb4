package liaison.bot.dialog;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import liaison.bot.media.MediaFetcher;
import liaison.bot.message.Address;
import liaison.bot.message.Channel;
import liaison.bot.message.OutboundMessage;
import liaison.bot.message.OutboundMessage.Choice;
import liaison.bot.notice.Broadcast;
import liaison.bot.notice.Broadcasts;
import liaison.bot.notice.Letters;
import liaison.bot.notice.OutboxEntry;
import liaison.bot.people.Bindings;
import liaison.bot.people.Directory;
import liaison.bot.people.Person;
import liaison.bot.request.ServiceRequests;
import liaison.bot.understanding.RequestNumber;
import liaison.bot.visit.Visits;

/** Letters in the words of the current book: what stands now, and nothing of a resident's words to anybody else. */
public final class BookLetters implements Letters {
    /** Names the fact that holds what can be answered, a line each. */
    static final String CHOICES = "choices";

    private final Function<Channel, RuleBook> books;
    private final Bindings bindings;
    private final Recipients recipients;
    private final RequestLetters requests;
    private final VisitLetters visits;
    private final Broadcasts broadcasts;

    /** Where the causes of letters stand. */
    public record Causes(ServiceRequests requests, Visits visits, Broadcasts broadcasts) {
    }

    /** @param books the current book of an account */
    public BookLetters(Function<Channel, RuleBook> books, Supplier<Directory> directory, Bindings bindings, Causes causes, Clock clock) {
        this.books = books;
        this.bindings = bindings;
        recipients = new Recipients(directory);
        requests = new RequestLetters(directory, recipients, causes.requests());
        visits = new VisitLetters(directory, causes.visits(), clock);
        broadcasts = causes.broadcasts();
    }

    @Override
    public Letters of(Collection<OutboxEntry> entries) {
        var bound = bindings
                .addressesOf(entries.stream().flatMap(entry -> recipients.people(entry.recipient()).stream()).distinct().toList());
        return entry -> letter(entry, bound);
    }

    @Override
    public Optional<Letter> letter(OutboxEntry entry) {
        return of(List.of(entry)).letter(entry);
    }

    /** Whoever is reached nowhere is told nothing, whatever became of the cause: it is not looked up for each of them again and again. */
    private Optional<Letter> letter(OutboxEntry entry, Map<Person, List<Address>> bound) {
        var to = recipients.reached(entry.recipient(), bound);
        return to.isEmpty() ? Optional.of(new Letter(to, "", Map.of(), List.of())) : letter(entry, to);
    }

    private Optional<Letter> letter(OutboxEntry entry, List<Address> to) {
        return switch (entry.kind()) {
            case "reply" -> Optional.of(entry.facts().containsKey(MediaFetcher.SAY)
                    ? lost(entry.facts(), book(to), to)
                    : new Letter(to, entry.facts().getOrDefault("text", ""), beside(entry), choices(entry.facts())));
            case "request", "reminder" -> requests.letter(entry, book(to), to);
            case "visit" -> visits.letter(entry, book(to), to);
            case "notice" -> broadcasts.find(entry.subject()).map(broadcast -> about(broadcast, book(to), to));
            default -> Optional.empty();
        };
    }

    /** Nobody is asked to come to what has no time. */
    private static Letter about(Broadcast notice, RuleBook book, List<Address> to) {
        String none = book.word("see-text");
        var fields = new HashMap<>(Map.of("what", notice.text(), "when", notice.when().isEmpty() ? none : notice.when(), "where",
                notice.where().isEmpty() ? none : notice.where()));
        boolean timed = notice.startsAt().isBefore(Instant.MAX);
        if (timed) {
            fields.put(OutboundMessage.AT, book.times().words().formal(notice.startsAt()));
        }
        return LetterText.written(book, timed ? "letter-notice" : "letter-notice-untimed", to,
                Map.of("text", notice.text(), "when", notice.when(), "where", notice.where()), fields);
    }

    /** Something that was sent could not be taken. */
    private static Letter lost(Map<String, String> facts, RuleBook book, List<Address> to) {
        String kind = book.word(facts.getOrDefault(MediaFetcher.KIND, ""));
        String count = facts.getOrDefault(MediaFetcher.COUNT, "");
        return LetterText.written(book, facts.getOrDefault(MediaFetcher.SAY, ""), to,
                Map.of("medium", count.isEmpty() ? kind : " " + count + " " + book.word("pieces") + kind), Map.of());
    }

    /** Of the account by which they are reached. */
    private RuleBook book(List<Address> to) {
        return books.apply(to.getFirst().channel());
    }

    /** What a template can show of an answer: the number it gives, and nothing of one that gives none, or of a rest, whose words it would lose. */
    private static Map<String, String> beside(OutboxEntry entry) {
        if (entry.isRest()) {
            return Map.of();
        }
        var fields = new HashMap<>(entry.facts());
        fields.keySet().removeAll(List.of("text", CHOICES));
        String number = RequestNumber.in(entry.facts().getOrDefault("text", ""));
        if (!number.isEmpty()) {
            fields.putIfAbsent("number", number);
        }
        return fields;
    }

    /** One a line: what it sends, and behind a tab its label where that is another. */
    private static List<Choice> choices(Map<String, String> facts) {
        return facts.getOrDefault(CHOICES, "").lines().map(line -> line.split("\t", 2))
                .map(choice -> new Choice(choice[0], choice[choice.length - 1])).toList();
    }
}
