package liaison.bot.dialog;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import liaison.bot.message.Address;
import liaison.bot.message.OutboundMessage;
import liaison.bot.notice.Letters.Letter;
import liaison.bot.notice.OutboxEntry;
import liaison.bot.people.Directory;
import liaison.bot.people.Person;
import liaison.bot.text.Masks;
import liaison.bot.visit.Booking;
import liaison.bot.visit.Visits;

/** Letters about a visit that is to come: to its resident, to the deputy who receives, and to the clerk. */
final class VisitLetters {
    /** A visit that was given back: what the letter says stands in its facts. */
    static final String CANCELLED = "cancelled";
    static final String FROM = "from";
    static final String TO = "to";
    static final String STATION = "station";

    private final Supplier<Directory> directory;
    private final Visits visits;
    private final Clock clock;

    VisitLetters(Supplier<Directory> directory, Visits visits, Clock clock) {
        this.directory = directory;
        this.visits = visits;
        this.clock = clock;
    }

    /** Nothing where it has begun, or stands no more. */
    Optional<Letter> letter(OutboxEntry entry, RuleBook book, List<Address> to) {
        return entry.occurrence().equals(CANCELLED)
                ? cancelled(entry, book, to)
                : visits.visit(Address.parse(entry.owner()), entry.subject()).filter(visit -> visit.from().isAfter(clock.instant()))
                        .map(visit -> about(visit, entry, book, to));
    }

    private Letter about(Booking visit, OutboxEntry entry, RuleBook book, List<Address> to) {
        var values = values(book, visit.from(), visit.to(), visit.station());
        values.put("hours", Long.toString(hoursLeft(visit)));
        if (entry.facts().containsKey(FROM)) {
            var from = Instant.parse(entry.facts().get(FROM));
            values.put("visit-before", when(book, from, Instant.parse(entry.facts().getOrDefault(TO, ""))));
        }
        return written(entry, book, to, values, visit.from(), matter(book, visit, entry));
    }

    private Optional<Letter> cancelled(OutboxEntry entry, RuleBook book, List<Address> to) {
        var facts = entry.facts();
        if (!facts.containsKey(FROM)) {
            return Optional.empty();
        }
        var from = Instant.parse(facts.get(FROM));
        var values = values(book, from, Instant.parse(facts.getOrDefault(TO, "")), facts.getOrDefault(STATION, ""));
        return Optional.of(written(entry, book, to, values, from, book.word("visit-what")))
                .filter(letter -> from.isAfter(clock.instant()));
    }

    private static Letter written(OutboxEntry entry, RuleBook book, List<Address> to, Map<String, String> values, Instant from,
            String matter) {
        return LetterText.written(book, "letter-visit-" + reader(entry) + LetterText.occurrence(entry), to, values,
                Map.of("what", matter, "when", values.getOrDefault("visit-time", ""), "where", values.getOrDefault("station-name", ""),
                        "note", LetterText.filled(book.word("note-visit-" + LetterText.occurrence(entry)), values), OutboundMessage.AT,
                        book.times().words().formal(from)));
    }

    private Map<String, String> values(RuleBook book, Instant from, Instant to, String code) {
        var values = new HashMap<String, String>();
        values.put("visit-time", when(book, from, to));
        directory.get().station(code).ifPresent(one -> {
            values.put("station-name", one.name());
            values.put("station-address", one.address());
            values.put("station-phone", one.phone());
        });
        return values;
    }

    private static String when(RuleBook book, Instant from, Instant to) {
        var words = book.times().words();
        return words.moment(from) + "-" + words.time(to);
    }

    /** Its resident's own words to that resident alone; to others what they are about. */
    private static String matter(RuleBook book, Booking visit, OutboxEntry entry) {
        String matter = visit.personal().getOrDefault(Booking.TOPIC, "");
        if (matter.isBlank()) {
            return book.word("visit-what");
        }
        return reader(entry).isEmpty() ? Masks.shown(matter) : book.vocabulary().hear(matter).topic().topic();
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
}
