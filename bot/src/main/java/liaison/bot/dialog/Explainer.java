package liaison.bot.dialog;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import liaison.bot.calendar.Shanghai;
import liaison.bot.message.Address;
import liaison.bot.message.Channel;
import liaison.bot.message.InboundMessage;
import liaison.bot.people.Directory;
import liaison.bot.people.Place;
import liaison.bot.text.AddressParts;
import liaison.bot.text.Masks;
import liaison.bot.text.PersonalNumbers;
import liaison.bot.text.Span;
import liaison.bot.understanding.Heard;

/** Says what a book makes of a text. */
public final class Explainer {
    private static final Address NOBODY = new Address(Channel.WEB_CHAT, "explain");

    /** What is said about nothing: whatever its letters are like, it has no topic. */
    private static final List<String> MANNERS = List.of("greet", "bye", "yes", "no", "confirm");

    private final RuleBook book;
    private final Function<String, List<Span>> addresses;

    public Explainer(RuleBook book) {
        this(book, AddressParts.shipped()::in);
    }

    private Explainer(RuleBook book, Function<String, List<Span>> addresses) {
        this.book = book;
        this.addresses = addresses;
    }

    /** One that marks no parts of addresses: their tables take a third of a second to read, and no rule needs them. */
    public static Explainer ofRulesAlone(RuleBook book) {
        return new Explainer(book, text -> List.of());
    }

    public Explanation explain(String text, Directory directory, Instant now) {
        var numbers = PersonalNumbers.in(text);
        // as a talk hears it: without the numbers that are not kept
        var heard = book.vocabulary().hear(numbers.isEmpty() ? text : Masks.kept(text));
        var scene = new Scene(book, Dialog.START, new InboundMessage.Text(NOBODY, "1", text), heard, Facts.ofAStranger(directory), now);
        var topic = MANNERS.stream().anyMatch(name -> heard.hears(book.signal(name)))
                ? book.vocabulary().hear("").topic()
                : scene.topic(heard);
        var places = scene.place().places();
        int from = text.length() - text.stripLeading().length();
        var parts = scene.parts().stream()
                .map(part -> new Span(intent(part.heard(), places), Masks.original(text, from + part.start()),
                        Masks.original(text, from + part.end())))
                .toList();
        var stations = Routing.stations(places, directory);
        String station = stations.size() == 1 ? stations.getFirst().code() : "";
        String place = places.size() == 1 ? places.getFirst().code() : "";
        String deputy = Routing.deputy(station, topic.topic(), Shanghai.day(now), directory).map(one -> one.code()).orElse("");
        boolean emergency = book.intents().isEmergency(heard);
        return new Explanation(intent(heard, places), topic.topic(), topic.subtopic(), topic.deciding(), topic.margin(), place,
                within(place, Set.of("street"), directory), within(place, Set.of("village", "community"), directory), addresses.apply(text),
                numbers, station, deputy, place.isEmpty() ? "" : Routing.unit(topic.topic(), place, "", directory),
                book.rule(scene).name(), emergency, parts);
    }

    /** How many keywords of the book a text holds: a bare pass of its automaton, to measure the rest by. */
    public int keywords(String text) {
        return book.vocabulary().keywords(text);
    }

    private String intent(Heard heard, List<Place> places) {
        return book.intents().of(heard, () -> !places.isEmpty(), () -> true);
    }

    /** The code of the nearest such place that a place is or lies in. */
    private static String within(String code, Set<String> kinds, Directory directory) {
        Optional<Place> place = directory.place(code);
        for (int depth = 0; depth < Place.MAX_DEPTH && place.isPresent(); depth++) {
            if (kinds.contains(place.get().kind())) {
                return place.get().code();
            }
            place = directory.place(place.get().parent());
        }
        return "";
    }
}
