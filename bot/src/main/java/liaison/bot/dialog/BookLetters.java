package liaison.bot.dialog;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import liaison.bot.calendar.Deadline;
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
import liaison.bot.people.Staff;
import liaison.bot.request.RequestEvent;
import liaison.bot.request.ServiceRequest;
import liaison.bot.request.ServiceRequests;
import liaison.bot.request.Status;
import liaison.bot.visit.Booking;
import liaison.bot.visit.Visits;

/** Letters in the words of the current book: what stands now, and nothing of a resident's words to anybody else. */
public final class BookLetters implements Letters {
    /** Names the fact that holds what can be answered, a line each. */
    static final String CHOICES = "choices";
    private static final String HEAD = "head:";
    private static final String WECOM = "wecom";

    private final Function<Channel, RuleBook> books;
    private final Supplier<Directory> directory;
    private final Bindings bindings;
    private final Causes causes;
    private final Clock clock;

    /** Where the causes of letters stand. */
    public record Causes(ServiceRequests requests, Visits visits, Broadcasts broadcasts) {
    }

    /** @param books the current book of an account */
    public BookLetters(Function<Channel, RuleBook> books, Supplier<Directory> directory, Bindings bindings, Causes causes, Clock clock) {
        this.books = books;
        this.directory = directory;
        this.bindings = bindings;
        this.causes = causes;
        this.clock = clock;
    }

    @Override
    public Letters of(Collection<OutboxEntry> entries) {
        var bound = bindings.addressesOf(entries.stream().flatMap(entry -> people(entry.recipient()).stream()).distinct().toList());
        return entry -> letter(entry, bound);
    }

    @Override
    public Optional<Letter> letter(OutboxEntry entry) {
        return of(List.of(entry)).letter(entry);
    }

    /** Whoever is reached nowhere is told nothing, whatever became of the cause: it is not looked up for each of them again and again. */
    private Optional<Letter> letter(OutboxEntry entry, Map<Person, List<Address>> bound) {
        var to = reached(entry.recipient(), bound);
        return to.isEmpty() ? Optional.of(new Letter(to, "", Map.of(), List.of())) : letter(entry, to);
    }

    private Optional<Letter> letter(OutboxEntry entry, List<Address> to) {
        return switch (entry.kind()) {
            case "reply" -> Optional.of(entry.facts().containsKey(MediaFetcher.SAY)
                    ? lost(entry.facts(), to)
                    : new Letter(to, entry.facts().getOrDefault("text", ""), beside(entry), choices(entry.facts())));
            case "request", "reminder" -> causes.requests().find(Address.parse(entry.owner()), entry.subject())
                    .filter(request -> isWorthTelling(request, entry)).map(request -> about(request, entry, to));
            case "visit" -> causes.visits().visit(Address.parse(entry.owner()), entry.subject())
                    .filter(visit -> visit.from().isAfter(clock.instant())).map(visit -> about(visit, entry, to));
            case "notice" -> causes.broadcasts().find(entry.subject()).map(broadcast -> about(broadcast, to));
            default -> Optional.empty();
        };
    }

    /** Nobody is asked to come to what has no time. */
    private Letter about(Broadcast notice, List<Address> to) {
        String none = book(to).word("see-text");
        var fields = new HashMap<>(Map.of("what", notice.text(), "when", notice.when().isEmpty() ? none : notice.when(), "where",
                notice.where().isEmpty() ? none : notice.where()));
        boolean timed = notice.startsAt().isBefore(Instant.MAX);
        if (timed) {
            fields.put(OutboundMessage.AT, book(to).times().words().formal(notice.startsAt()));
        }
        return written(timed ? "letter-notice" : "letter-notice-untimed", to,
                Map.of("text", notice.text(), "when", notice.when(), "where", notice.where()), fields);
    }

    /** Something that was sent could not be taken. */
    private Letter lost(Map<String, String> facts, List<Address> to) {
        String kind = book(to).word(facts.getOrDefault(MediaFetcher.KIND, ""));
        String count = facts.getOrDefault(MediaFetcher.COUNT, "");
        return written(facts.getOrDefault(MediaFetcher.SAY, ""), to,
                Map.of("medium", count.isEmpty() ? kind : " " + count + " " + book(to).word("pieces") + kind), Map.of());
    }

    /** Nobody is reminded of what was answered already; of what is closed only that it was taken back is told, or how well it was done. */
    private static boolean isWorthTelling(ServiceRequest request, OutboxEntry entry) {
        if (request.status().isClosed()) {
            return occurrence(entry).equals(request.status() == Status.WITHDRAWN ? RequestEvent.WITHDRAWN : RequestEvent.RATED);
        }
        return entry.kind().equals("request") || request.status() != Status.REPLIED;
    }

    private Letter about(ServiceRequest request, OutboxEntry entry, List<Address> to) {
        var book = book(to);
        var words = book.times().words();
        String occurrence = occurrence(entry);
        String due = words.day(Deadline.dayOf(request.due()));
        String station = directory.get().station(request.station()).map(one -> one.name()).orElse("");
        String note = book.word("note-" + occurrence);
        var values = Map.of("number", request.number(), "topic", request.topic(), "station-name", station, "due", due, "alike",
                entry.facts().getOrDefault("alike", ""), "person", name(request.holder()));
        var letter = written("letter-request-" + occurrence, to, values,
                Map.of("number", request.number(), "what", request.topic(), "where", station, "when", due, "note", note,
                        OutboundMessage.AT, words.formal(Deadline.dayOf(request.due()))));
        return entry.recipient().equals(request.holder()) ? letter : toLookAt(letter, request);
    }

    private String name(String holder) {
        if (!isPerson(holder)) {
            return "";
        }
        var person = Person.parse(holder);
        return switch (person.kind()) {
            case DEPUTY -> directory.get().deputy(person.code()).map(deputy -> deputy.name()).orElse("");
            case STAFF -> directory.get().staff(person.code()).map(Staff::name).orElse("");
        };
    }

    /** Only its holder decides about a request. */
    private static Letter toLookAt(Letter letter, ServiceRequest request) {
        var choices = letter.choices().stream().filter(choice -> choice.send().equals(request.number())).toList();
        return new Letter(letter.to(), letter.text(), letter.fields(), choices);
    }

    private Letter about(Booking visit, OutboxEntry entry, List<Address> to) {
        var book = book(to);
        var words = book.times().words();
        String when = words.moment(visit.from()) + "-" + words.time(visit.to());
        var station = directory.get().station(visit.station());
        var values = new HashMap<String, String>();
        values.put("visit-time", when);
        values.put("hours", Long.toString(hoursLeft(visit)));
        station.ifPresent(one -> {
            values.put("station-name", one.name());
            values.put("station-address", one.address());
            values.put("station-phone", one.phone());
        });
        return written("letter-visit-" + reader(entry) + occurrence(entry), to, values,
                Map.of("when", when, "where", values.getOrDefault("station-name", ""),
                        "note", filled(book.word("note-visit-" + occurrence(entry)), values), OutboundMessage.AT,
                        words.formal(visit.from())));
    }

    private static String reader(OutboxEntry entry) {
        if (entry.recipient().equals(entry.owner())) {
            return "";
        }
        return Person.parse(entry.recipient()).kind() == Person.Kind.DEPUTY ? "deputy-" : "clerk-";
    }

    /** Within how many hours it begins: what was planned for the night, or waited, goes out later than planned. */
    private long hoursLeft(Booking visit) {
        return Duration.between(clock.instant(), visit.from()).plusHours(1).minusNanos(1).toHours();
    }

    /** What stands before a colon; what stands behind it only tells two of a kind apart. */
    private static String occurrence(OutboxEntry entry) {
        int colon = entry.occurrence().indexOf(':');
        return colon < 0 ? entry.occurrence() : entry.occurrence().substring(0, colon);
    }

    private Letter written(String text, List<Address> to, Map<String, String> values, Map<String, String> fields) {
        var from = book(to).text(text);
        List<Choice> choices = from.choices().stream().map(choice -> new Choice(filled(choice.send(), values), choice.label())).toList();
        return new Letter(to, from.with(values), fields, choices);
    }

    /** Of the account by which they are reached. */
    private RuleBook book(List<Address> to) {
        return books.apply(to.getFirst().channel());
    }

    private static String filled(String words, Map<String, String> values) {
        return Wording.parse(words).with(values);
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

    /** Where a recipient is reached: in WeCom first, since it is for them alone and shows what was sent once; then the newest binding. */
    private List<Address> reached(String recipient, Map<Person, List<Address>> bound) {
        if (!isHead(recipient) && !isPerson(recipient)) {
            return List.of(Address.parse(recipient));
        }
        Set<Address> addresses = new LinkedHashSet<>();
        for (var person : people(recipient)) {
            addresses.addAll(bound.getOrDefault(person, List.of()));
            addresses.addAll(switch (person.kind()) {
                case DEPUTY -> directory.get().deputy(person.code()).map(deputy -> deputy.addresses()).orElse(List.of());
                case STAFF -> directory.get().staff(person.code()).map(Staff::addresses).orElse(List.of());
            });
        }
        return addresses.stream().sorted(Comparator.comparing(address -> !address.channel().kind().equals(WECOM))).toList();
    }

    private List<Person> people(String recipient) {
        if (isHead(recipient)) {
            return directory.get().staffOf(recipient.substring(HEAD.length())).stream().filter(staff -> staff.role() == Staff.Role.HEAD)
                    .map(staff -> new Person(Person.Kind.STAFF, staff.code())).toList();
        }
        return isPerson(recipient) ? List.of(Person.parse(recipient)) : List.of();
    }

    private static boolean isHead(String recipient) {
        return recipient.startsWith(HEAD);
    }

    private static boolean isPerson(String recipient) {
        return recipient.startsWith("deputy:") || recipient.startsWith("staff:");
    }
}
