package liaison.bot.dialog;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import liaison.bot.visit.ReceptionDay;

/** The next reception days of a station that still have places, each with the first free one. */
final class Receptions {
    private static final int AHEAD = 6;

    private Receptions() {
    }

    /** A day with a free place, and how many are left. */
    record Free(ReceptionDay day, int place, int left) {
    }

    static List<Free> of(Scene scene, String station) {
        var days = next(scene, station);
        if (days.isEmpty()) {
            return List.of();
        }
        var taken = scene.facts.get(new Want.Taken(station, days.getFirst().day(), days.getLast().day()));
        return days.stream().flatMap(day -> free(day, taken).stream()).toList();
    }

    static Optional<Free> on(Scene scene, String station, LocalDate day) {
        return of(scene, station).stream().filter(free -> free.day().day().equals(day)).findFirst();
    }

    /** Whether the station receives on a day, be it full. */
    static boolean are(Scene scene, String station, LocalDate day) {
        return next(scene, station).stream().anyMatch(one -> one.day().equals(day));
    }

    private static List<ReceptionDay> next(Scene scene, String station) {
        var patterns = scene.directory().receptionsOf(station);
        return patterns.isEmpty()
                ? List.of()
                : ReceptionDay.next(AHEAD, patterns, scene.now, scene.book.times().workingDays());
    }

    private static Optional<Free> free(ReceptionDay day, Map<LocalDate, Map<Integer, String>> taken) {
        var gone = taken.getOrDefault(day.day(), Map.of()).keySet();
        int left = (int) IntStream.rangeClosed(1, day.capacity()).filter(place -> !gone.contains(place)).count();
        return IntStream.rangeClosed(1, day.capacity()).filter(place -> !gone.contains(place)).boxed().findFirst()
                .map(place -> new Free(day, place, left));
    }
}
