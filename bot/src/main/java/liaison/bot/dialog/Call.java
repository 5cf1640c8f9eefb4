package liaison.bot.dialog;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import liaison.bot.message.Address;

/**
 * Somebody who needs a person: what the staff was told of, and the talk as far as it is theirs.
 *
 * @param at when the staff was last told
 * @param alarms what the staff was told of, where it stands before the lines
 * @param between how many rows of theirs lie between these two
 */
public record Call(Instant at, Address address, List<Transcript.Line> alarms, List<Transcript.Line> lines, int between) {
    /** So many are read at once, none older than {@link #DAYS}. */
    public static final int MOST = 2;
    public static final int DAYS = 7;
    /** So many rows of each talk at once, and so many alarms. */
    public static final int LINES = 6;
    /** So far back a talk is read. */
    public static final int WINDOW = 60;
    /** So long staff is to be told of somebody: an entry expires then, however often it was put off. */
    public static final Duration WORTH_TELLING = Duration.ofHours(24);
    /** Behind whatever was said. */
    static final Instant NOW = Instant.parse("9999-01-01T00:00:00Z");
    /** How the subjects of outbox entries begin that tell the staff of somebody; behind a colon stands the message's key. */
    public static final String SUBJECT = "alert-";
    /** The same for danger, which comes before all others. */
    static final String DANGER = SUBJECT + "emergency";

    public Call {
        alarms = List.copyOf(alarms);
        lines = List.copyOf(lines);
    }

    /**
     * Some of them.
     *
     * @param total how many there are; unknown, and none, where none of them is here
     */
    public record Page(int total, List<Call> calls) {
        public Page {
            calls = List.copyOf(calls);
        }
    }

    /**
     * Which part of the talks is looked at: what came while pages are turned moves none of them.
     *
     * @param back so many pages before the end
     * @param until when the first page was shown; what came since is left out
     */
    public record Part(int back, Instant until) {
    }

    /**
     * What the staff was told of, and the end of the talk, or what stands some pages before it.
     *
     * @param subjects of what the staff was told, newest first
     * @param others requests of the address that are other stations'
     */
    public static Call of(Instant at, Address address, List<String> subjects, Set<String> others, Transcript transcript, Part part) {
        int back = part.back();
        var alarms = transcript.said(address, keys(subjects));
        var rows = transcript.after(address, Math.max(0, transcript.last(address) - WINDOW), WINDOW).stream()
                .filter(row -> !row.at().isAfter(part.until())).toList();
        var talk = ours(rows, alarms.stream().map(Transcript.Line::seq).collect(Collectors.toSet()), others);
        int end = Math.max(0, talk.size() - back * LINES);
        int start = Math.max(0, end - LINES);
        var lines = talk.subList(start, end);
        var before = back > 0 ? List.<Transcript.Line>of() : alarms.stream().filter(alarm -> !lines.contains(alarm)).toList();
        long first = alarms.isEmpty() ? Long.MAX_VALUE : alarms.getFirst().seq();
        int between = (int) talk.subList(0, start).stream().filter(line -> line.seq() > first && !before.contains(line)).count();
        return new Call(at, address, before, lines, between);
    }

    private static List<String> keys(List<String> subjects) {
        return subjects.stream().sorted(Comparator.comparing(subject -> !subject.startsWith(DANGER)))
                .map(subject -> subject.substring(subject.indexOf(':') + 1)).distinct().limit(LINES).toList();
    }

    /** What led to another station's request, and what followed it, is not theirs; what stands up to their own alarm is. */
    private static List<Transcript.Line> ours(List<Transcript.Line> rows, Set<Long> alarms, Set<String> others) {
        var kept = new ArrayList<Transcript.Line>();
        boolean isOurs = isOurs(rows.reversed(), alarms, others);
        for (var row : rows.reversed()) {
            if (alarms.contains(row.seq())) {
                isOurs = true;
            } else if (!row.request().isEmpty()) {
                isOurs = !others.contains(row.request());
            }
            if (isOurs) {
                kept.add(row);
            }
        }
        Collections.reverse(kept);
        return kept;
    }

    /** Whether what came behind all alarms and requests is theirs: the last of these says so. */
    private static boolean isOurs(List<Transcript.Line> newestFirst, Set<Long> alarms, Set<String> others) {
        return newestFirst.stream().filter(row -> alarms.contains(row.seq()) || !row.request().isEmpty()).findFirst()
                .map(row -> alarms.contains(row.seq()) || !others.contains(row.request())).orElse(true);
    }
}
