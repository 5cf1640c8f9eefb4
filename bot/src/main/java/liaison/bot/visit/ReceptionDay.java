package liaison.bot.visit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import liaison.bot.calendar.Shanghai;
import liaison.bot.calendar.WorkingDays;
import liaison.bot.people.Reception;

/** One day on which a station receives residents. */
public record ReceptionDay(String station, LocalDate day, Instant from, Instant to, int capacity) {
    /**
     * The next days of a station that have not begun yet. A station has one reception a day: where two patterns meet, as
     * after a holiday, the one that begins first.
     */
    public static List<ReceptionDay> next(int count, List<Reception> receptions, Instant now, WorkingDays workingDays) {
        var today = Shanghai.day(now);
        var days = new TreeMap<LocalDate, ReceptionDay>();
        var inOrder = receptions.stream().sorted(Comparator.comparing(Reception::from)).toList();
        for (var reception : inOrder) {
            // one more than asked: today's may have begun
            for (var day : ReceptionPattern.parse(reception.pattern()).next(count + 1, today, workingDays)) {
                var candidate = of(reception, day);
                if (candidate.from.isAfter(now)) {
                    days.putIfAbsent(day, candidate);
                }
            }
        }
        return days.values().stream().limit(count).toList();
    }

    private static ReceptionDay of(Reception reception, LocalDate day) {
        return new ReceptionDay(reception.station(), day, Shanghai.at(day, reception.from()), Shanghai.at(day, reception.to()),
                reception.capacity());
    }
}
