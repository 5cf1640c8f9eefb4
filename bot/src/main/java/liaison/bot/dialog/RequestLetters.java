package liaison.bot.dialog;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import liaison.bot.calendar.Deadline;
import liaison.bot.message.Address;
import liaison.bot.message.OutboundMessage;
import liaison.bot.notice.Letters.Letter;
import liaison.bot.notice.OutboxEntry;
import liaison.bot.people.Directory;
import liaison.bot.request.RequestEvent;
import liaison.bot.request.ServiceRequest;
import liaison.bot.request.ServiceRequests;
import liaison.bot.request.Status;

/** Letters about a request: what it is about and until when, and none of its resident's words. */
final class RequestLetters {
    private final Supplier<Directory> directory;
    private final Recipients recipients;
    private final ServiceRequests requests;

    RequestLetters(Supplier<Directory> directory, Recipients recipients, ServiceRequests requests) {
        this.directory = directory;
        this.recipients = recipients;
        this.requests = requests;
    }

    /** Nothing where it need not be told any more. */
    Optional<Letter> letter(OutboxEntry entry, RuleBook book, List<Address> to) {
        return requests.find(Address.parse(entry.owner()), entry.subject()).filter(request -> isWorthTelling(request, entry))
                .map(request -> about(request, entry, book, to));
    }

    /** Nobody is reminded of what was answered already; of what is closed only that it was taken back is told, or how well it was done. */
    private static boolean isWorthTelling(ServiceRequest request, OutboxEntry entry) {
        if (request.status().isClosed()) {
            return LetterText.occurrence(entry).equals(request.status() == Status.WITHDRAWN ? RequestEvent.WITHDRAWN : RequestEvent.RATED);
        }
        return entry.kind().equals("request") || request.status() != Status.REPLIED;
    }

    private Letter about(ServiceRequest request, OutboxEntry entry, RuleBook book, List<Address> to) {
        var words = book.times().words();
        String occurrence = LetterText.occurrence(entry);
        String due = words.day(Deadline.dayOf(request.due()));
        String station = directory.get().station(request.station()).map(one -> one.name()).orElse("");
        String note = book.word("note-" + occurrence);
        var values = Map.of("number", request.number(), "topic", request.topic(), "station-name", station, "due", due, "alike",
                entry.facts().getOrDefault("alike", ""), "person", recipients.name(request.holder()));
        var letter = LetterText.written(book, "letter-request-" + occurrence, to, values,
                Map.of("number", request.number(), "what", request.topic(), "where", station, "when", due, "note", note,
                        OutboundMessage.AT, words.formal(Deadline.dayOf(request.due()))));
        return entry.recipient().equals(request.holder()) ? letter : toLookAt(letter, request);
    }

    /** Only its holder decides about a request. */
    private static Letter toLookAt(Letter letter, ServiceRequest request) {
        var choices = letter.choices().stream().filter(choice -> choice.send().equals(request.number())).toList();
        return new Letter(letter.to(), letter.text(), letter.fields(), choices);
    }
}
