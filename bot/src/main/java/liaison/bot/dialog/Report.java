package liaison.bot.dialog;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import liaison.bot.issue.Sameness;
import liaison.bot.message.Address;
import liaison.bot.request.ServiceRequest;

/** What a report says so far, to be compared with requests that are open: is it one of them again, or the same thing? */
record Report(Address from, String station, String place, String text, String where) {
    private static final Sameness SAMENESS = Sameness.shipped();

    /** Another request about the same, and the words that tell. */
    record Twin(ServiceRequest request, List<String> words) {
        Twin {
            words = List.copyOf(words);
        }
    }

    static Report of(Scene scene) {
        return new Report(scene.from(), scene.slot(StationSlot.STATION), scene.slot(KnownPlace.PLACE),
                scene.slot("what"), scene.slot("where"));
    }

    static Report of(ServiceRequest request) {
        return new Report(request.address(), request.station(), request.place(),
                request.personal().getOrDefault("text", ""), request.personal().getOrDefault("where", ""));
    }

    /** Her own open request that this is again. */
    Optional<ServiceRequest> again(Scene scene) {
        var own = near(scene).filter(this::isOwn).toList();
        if (own.isEmpty()) {
            return Optional.empty();
        }
        var told = told();
        return own.stream().filter(one -> SAMENESS.isAgain(told, one.told()) || !reason(told, one).isEmpty()).map(Candidate::request)
                .findFirst();
    }

    /** Her open request with a number; nothing for an empty one. */
    static Optional<ServiceRequest> own(Scene scene, String number) {
        return number.isEmpty()
                ? Optional.empty()
                : of(scene).near(scene).map(Candidate::request).filter(one -> one.number().equals(number)).findFirst();
    }

    /** Open requests of others about the same, those that lead first, the newest of each first. */
    List<Twin> twins(Scene scene) {
        return twins(others(scene)).toList();
    }

    /** The first of {@link #twins}; the others are not compared. */
    Optional<Twin> twin(Scene scene) {
        return twins(others(scene)).findFirst();
    }

    private List<Candidate> others(Scene scene) {
        return near(scene).filter(candidate -> !isOwn(candidate)).toList();
    }

    private Stream<Twin> twins(List<Candidate> others) {
        if (others.isEmpty()) {
            return Stream.empty();
        }
        var told = told();
        return Stream.of(true, false).flatMap(leads -> others.stream().filter(other -> other.request().lead().isEmpty() == leads))
                .map(other -> new Twin(other.request(), reason(told, other))).filter(twin -> !twin.words().isEmpty());
    }

    private Stream<Candidate> near(Scene scene) {
        return scene.facts.get(new Want.Alike(station, place, scene.today().minusDays(Sameness.WINDOW.toDays()))).stream()
                .filter(candidate -> !candidate.request().status().isClosed());
    }

    private boolean isOwn(Candidate candidate) {
        return candidate.request().address().equals(from);
    }

    Sameness.Told told() {
        return SAMENESS.told(place, where, text);
    }

    private List<String> reason(Sameness.Told told, Candidate candidate) {
        return station.equals(candidate.request().station()) ? SAMENESS.reason(told, candidate.told()) : List.of();
    }

    /** Whether a message only says once more what was said; a small part of it may be a correction. */
    static boolean isSaidAgain(Scene scene) {
        String said = WordsSlot.kept(scene.heard.text());
        String what = scene.slot("what");
        return !said.isEmpty() && said.length() * 2 >= what.length() && what.contains(said);
    }
}
