package liaison.bot.dialog;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import liaison.bot.calendar.Shanghai;
import liaison.bot.message.Address;
import liaison.bot.message.Channel;
import liaison.bot.message.InboundMessage;
import liaison.bot.people.Directory;
import liaison.bot.people.Place;
import liaison.bot.text.AddressParts;
import liaison.bot.text.PersonalNumbers;
import liaison.bot.text.Span;

/** Says what a book makes of a text. */
public final class Explainer {
    private static final Address NOBODY = new Address(Channel.WEB_CHAT, "explain");

    private final RuleBook book;
    private final AddressParts addresses = AddressParts.shipped();

    public Explainer(RuleBook book) {
        this.book = book;
    }

    public Explanation explain(String text, Directory directory, Instant now) {
        var heard = book.vocabulary().hear(text);
        var topic = heard.topic();
        var places = book.places().read(text, directory).places();
        var stations = Routing.stations(places, directory);
        String station = stations.size() == 1 ? stations.getFirst().code() : "";
        String place = places.size() == 1 ? places.getFirst().code() : "";
        String deputy = Routing.deputy(station, topic.topic(), Shanghai.day(now), directory).map(one -> one.code()).orElse("");
        boolean emergency = book.intents().isEmergency(heard);
        return new Explanation(intent(heard, places), topic.topic(), topic.subtopic(), heard.deciding(), topic.margin(), place,
                within(place, Set.of("street"), directory), within(place, Set.of("village", "community"), directory), addresses.in(text),
                PersonalNumbers.in(text), station, deputy, place.isEmpty() ? "" : Routing.unit(topic.topic(), place, "", directory),
                rule(text, heard, directory, now), emergency, parts(text, places));
    }

    private String intent(Heard heard, List<Place> places) {
        return book.intents().of(heard, () -> !places.isEmpty(), () -> true);
    }

    private List<Span> parts(String text, List<Place> places) {
        return book.parts(text).stream().map(part -> new Span(intent(part.heard(), places), part.start(), part.end())).toList();
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

    private String rule(String text, Heard heard, Directory directory, Instant now) {
        var message = new InboundMessage.Text(NOBODY, "1", text);
        var facts = new Facts(directory);
        while (true) {
            try {
                return book.decide(new Scene(book, Dialog.START, message, heard, facts, now), false).rule();
            } catch (Facts.Missing missing) {
                facts = facts.with(Map.of(missing.want(), nothing(missing.want())));
            }
        }
    }

    /** What a stranger's wants are answered with. */
    private static Object nothing(Want<?> want) {
        return switch (want) {
            case Want.Requests requests -> List.of();
            case Want.Alike alike -> List.of();
            case Want.Bound bound -> List.of();
            case Want.Case request -> Optional.empty();
            case Want.Code code -> Optional.empty();
            case Want.Taken taken -> Map.of();
            case Want.Visits visits -> List.of();
            case Want.Sent sent -> Map.of();
            case Want.Answers answers -> Map.of();
            case Want.Received received -> List.of();
            case Want.Calls calls -> List.of();
        };
    }
}
