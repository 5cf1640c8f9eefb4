package liaison.bot.dialog;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import liaison.bot.media.Medium;
import liaison.bot.message.Address;
import liaison.bot.notice.Broadcast;
import liaison.bot.people.Person;
import liaison.bot.request.ServiceRequest;
import liaison.bot.visit.Booking;

/**
 * Something that deciding may need to know beyond the dialog and the directory, asked for one address. What it means is
 * told by the record; the type is that of its answer. Reads are batched over all messages that are decided together.
 *
 * @param <T> type of the answer
 */
public sealed interface Want<T> {
    /** The requests of the address, newest first, at most 20, with their personal fields. */
    record Requests() implements Want<List<ServiceRequest>> {
    }

    /** The request with a number, whoever filed it, with its personal fields and what was added to it since under {@code note}. */
    record Case(String number) implements Want<Optional<ServiceRequest>> {
    }

    /**
     * What is to be seen to at these stations.
     *
     * @param holder whose; empty for everybody's
     * @param ending of the numbers that are named; empty for all
     * @param from how many of them are passed over
     */
    record Open(List<String> stations, String holder, Instant now, String ending, int from) implements Want<Duties> {
        public Open {
            stations = List.copyOf(stations);
        }

        /** The first of all. */
        public Open(List<String> stations, String holder, Instant now) {
            this(stations, holder, now, "", 0);
        }
    }

    /** The kinds of the steps that somebody made of a request, as {@link liaison.bot.request.RequestEvent} has them, whoever filed it; the last one last. */
    record Decided(String number, String actor) implements Want<List<String>> {
    }

    /**
     * What may be the same as something at a place: the newest requests that a station got for the place from a day on, at
     * most 12, since each must be opened to be compared, and those of the address as {@link Requests}; the newest first, with
     * their personal fields. On any topic, since other words about one thing are often put under another one.
     *
     * @param place empty for the places that are in no directory
     */
    record Alike(String station, String place, LocalDate from) implements Want<List<Candidate>> {
    }

    /**
     * Those whom these people were told of last, the newest first, from one of them on, as {@link Call} limits it.
     *
     * @param stations whose requests are theirs
     * @param part of each talk
     * @param request whose resident alone is meant; empty for all
     */
    record Calls(List<Person> staff, List<String> stations, int from, Call.Part part, String request) implements Want<Call.Page> {
        public Calls {
            staff = List.copyOf(staff);
            stations = List.copyOf(stations);
        }

        public Calls(List<Person> staff, List<String> stations, int from, int back) {
            this(staff, stations, from, new Call.Part(back, Call.NOW), "");
        }
    }

    /**
     * What nobody could be told, from one of them on, as {@link Miss} limits it: about the stations' requests, visits and notices, what
     * their people were to be told, and answers to residents who have to do with them, or with no station and who are theirs to look after.
     *
     * @param people the stations' staff and deputies
     */
    record Misses(List<String> stations, List<Person> people, int from) implements Want<Miss.Page> {
        public Misses {
            stations = List.copyOf(stations);
            people = List.copyOf(people);
        }
    }

    /** Who is bound to the address, by code or by the directory. */
    record Bound() implements Want<List<Person>> {
    }

    /** Those of these people who are bound to an address by code; whom the directory knows at one is not told. May be some seconds old. */
    record Reached(List<Person> people) implements Want<Set<Person>> {
        public Reached {
            people = List.copyOf(people);
        }
    }

    /** Whom an unused one-time code binds. */
    record Code(String code) implements Want<Optional<Person>> {
    }

    /** Whether a one-time code was given out that binds nobody any more: it was used, or is too old. */
    record SpentCode(String code) implements Want<Boolean> {
    }

    /**
     * The numbers of the places that are taken on a station's reception days, both ends included, each with the code of the
     * deputy who receives; free days are missing.
     */
    record Taken(String station, LocalDate from, LocalDate to) implements Want<Map<LocalDate, Map<Integer, String>>> {
    }

    /** The booked visits of the address from a day on, the next one first, with their personal fields. */
    record Visits(LocalDate from) implements Want<List<Booking>> {
    }

    /** The newest broadcasts of an author, at most 5: the newest of all, then those not halted, each newest first, with how they stand. */
    record Sent(Person author) implements Want<Map<Broadcast, Broadcast.Tally>> {
    }

    /** The newest broadcasts of an author that were not halted, at most 5, newest first. */
    record Live(Person author) implements Want<List<Broadcast>> {
    }

    /** The broadcast that an author sent last, halted or not. */
    record Latest(Person author) implements Want<Optional<Broadcast>> {
    }

    /** A broadcast's recipients, at most 500, with {@code attend}, {@code leave} or nothing. */
    record Answers(String broadcast) implements Want<Map<Person, String>> {
    }

    /** What somebody answered to a broadcast last, {@code attend} or {@code leave}, or nothing. */
    record Answered(String broadcast, Person recipient) implements Want<String> {
    }

    /** What was sent with a request, or added to it, in its order. */
    record Media(Address owner, String number) implements Want<List<Medium>> {
    }

    /** What was sent in a talk behind a number of it, at most {@link Call#WINDOW}. */
    record Recorded(Address owner, long seq) implements Want<List<Medium>> {
    }

    /** The newest broadcasts to the person that were halted, at most 5, newest first. */
    record Stopped(Person recipient) implements Want<List<Broadcast>> {
    }

    /** The newest broadcasts to the person that were not halted, at most 5, newest first; whether they went out yet or not. */
    record Received(Person recipient) implements Want<List<Broadcast>> {
    }
}
