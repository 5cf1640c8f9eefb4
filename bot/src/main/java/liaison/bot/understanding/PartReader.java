package liaison.bot.understanding;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import liaison.bot.calendar.TimeReader;
import liaison.bot.people.Directory.Mention;
import liaison.bot.people.Place;
import liaison.bot.text.Fold;
import liaison.bot.understanding.Division.Cut;
import liaison.bot.understanding.Division.Stretch;

/**
 * Cuts a text that holds several matters: where they are counted, or where a word, a stop or another place begins what complains
 * of another thing by itself. What only tells more of the first is no matter.
 */
public final class PartReader {
    private static final int MOST = 9;
    /** Longer ones are letters: what they count are arguments for one matter. */
    private static final int LONGEST = 150;
    private static final int SHORTEST = 3;
    /** Of what is counted, where it says by itself what is wrong; where one is shorter, nothing is cut, so that nothing is lost. */
    private static final int SHORTEST_COUNTED = 2;
    /** Letters before the name of a place that a clause begins with. */
    private static final int LEAD = 3;

    private static final int LONGEST_ANNOUNCEMENT = 12;
    /** Two places, each with its trouble. */
    private static final int SHORTEST_OF_TWO = 10;
    /** Whether words say since when is the same on every day. */
    private static final Instant ANY_TIME = Instant.parse("2099-12-31T00:00:00Z");

    private final Division division;

    public PartReader(Division division) {
        this.division = division;
    }

    /**
     * A matter of a text.
     *
     * @param start its first letter in the text
     */
    public record Part(int start, int end, String words, Heard heard) {
    }

    /**
     * The matters in their order; none where there is only one.
     *
     * @param names where narrow places are named in the text
     * @param asks whether something is asked that is answered at once
     */
    public List<Part> read(Heard whole, Supplier<List<Mention>> names, Function<String, Heard> hear, Predicate<Heard> asks) {
        String text = whole.text();
        if (text.length() > LONGEST) {
            return List.of();
        }
        String folded = Fold.all(text);
        var clauses = Division.clauses(folded);
        for (var counted : division.counted(folded, clauses)) {
            if (areReasons(folded, counted)) {
                continue;
            }
            var parts = parts(text, counted, hear);
            if (parts.size() > 1 && parts.stream().allMatch(PartReader::isLongEnough)
                    && parts.stream().anyMatch(part -> part.heard.isUnderstood())) {
                return parts;
            }
        }
        var stretches = division.stretches(folded, clauses);
        if (stretches.size() < 2 && !mayBeAtTwoPlaces(folded)) {
            return List.of();
        }
        var reading = new Reading(text, folded, names.get(), hear, asks);
        var parts = parts(text, reading.matters(reading.byPlaces(stretches)), hear);
        return parts.stream().anyMatch(part -> part.words.length() < SHORTEST) ? List.of() : parts;
    }

    /** 暖气不热，一是管道老化，二是没人修: what is counted behind a complaint tells more of it, unless it is said that several matters follow. */
    private static boolean areReasons(String text, List<Stretch> counted) {
        int lead = counted.getFirst().start();
        return new Complaints(text, List.of()).isIn(0, lead) && !Complaints.areAnnounced(text.substring(0, lead));
    }

    /** Whether one clause may complain of two things where nobody made a stop; most clauses do not. */
    private static boolean mayBeAtTwoPlaces(String text) {
        return text.length() >= SHORTEST_OF_TWO && new Complaints(text, List.of()).isWrongTwice();
    }

    /**
     * The words of another matter than those that were told; empty where a message tells none, or more of the same.
     *
     * @param told the matters so far
     * @param elsewhere whether it names another place than theirs
     */
    public String another(String told, String said, boolean elsewhere, Function<String, List<Mention>> names) {
        if (said.length() > LONGEST || said.length() < SHORTEST) {
            return "";
        }
        String rest = division.behindJoin(said, 0) > 0 ? said : Circumstances.without(said);
        boolean isOnlyMore = rest.length() < said.length() && further(told, rest, elsewhere, names).isEmpty();
        return isOnlyMore ? "" : further(told, said, elsewhere, names);
    }

    private String further(String told, String said, boolean elsewhere, Function<String, List<Mention>> names) {
        String text = Fold.all(told + "\n" + said);
        int from = told.length() + 1;
        int start = division.behindJoin(text, from);
        boolean joined = start > from;
        while (start < text.length() && Division.isSign(text.charAt(start))) {
            start++;
        }
        // most answers complain of nothing, whatever place they name
        if (Complaints.isReported(said, told)) {
            return said;
        }
        if (!new Complaints(text.substring(from), List.of()).isIn(0, text.length() - from)) {
            return "";
        }
        var complaints = new Complaints(text, names.apply(told + "\n" + said));
        // who only asked so far complains now, however it is put
        boolean onlyAsked = !complaints.isIn(0, from) && Complaints.asks(text, 0, from);
        boolean asked = !joined && !onlyAsked && Complaints.asks(text, start, text.length());
        if (asked || !complaints.isIn(start, text.length())) {
            return "";
        }
        boolean isOther = complaints.isOther(0, start, text.length())
                && (joined || ((onlyAsked || complaints.isIn(0, from)) && complaints.leads(start, text.length())));
        boolean isThere = elsewhere && (joined || division.isAlso(text, start, text.length()));
        return isOther || isThere ? said.substring(start - from) : "";
    }

    /** The matters of a text of which it is said that they are several: what a word joins, else its clauses where two complain; none else. */
    public List<String> apart(String text) {
        String folded = Fold.all(text);
        var clauses = Division.clauses(folded);
        boolean areTwo = clauses.size() == 2 && Complaints.sayWrong(text.substring(0, clauses.getLast()))
                && Complaints.sayWrong(text.substring(clauses.getLast()));
        var matters = new ArrayList<Stretch>();
        for (var next : division.stretches(folded, clauses)) {
            if (matters.isEmpty() || next.cut() == Cut.JOINED || areTwo) {
                matters.add(next);
            } else {
                var last = matters.removeLast();
                matters.add(new Stretch(last.start(), next.end(), last.cut()));
            }
        }
        var words = matters.stream().map(one -> Clauses.withoutStops(text.substring(one.start(), one.end()))).toList();
        return words.size() > 1 && words.size() <= MOST && words.stream().allMatch(one -> one.length() >= SHORTEST) ? words : List.of();
    }

    private static boolean isLongEnough(Part part) {
        return part.words.length() >= SHORTEST || (part.words.length() >= SHORTEST_COUNTED
                && new Complaints(Fold.all(part.words), List.of()).isIn(0, part.words.length()));
    }

    /** What is said in the stretches, the last one with all that follows; nothing where there is only one. */
    private static List<Part> parts(String text, List<Stretch> stretches, Function<String, Heard> hear) {
        var parts = new ArrayList<Part>();
        int most = stretches.size() == 1 ? 0 : Math.min(stretches.size(), MOST);
        for (int i = 0; i < most; i++) {
            int start = stretches.get(i).start();
            int end = i == most - 1 ? text.length() : stretches.get(i).end();
            while (end > start && Division.isSign(text.charAt(end - 1))) {
                end--;
            }
            while (start < end && Division.isSign(text.charAt(start))) {
                start++;
            }
            if (end > start) {
                parts.add(new Part(start, end, text.substring(start, end), hear.apply(text.substring(start, end))));
            }
        }
        return parts;
    }

    /** One text, and what its stretches complain of. */
    private static final class Reading {
        private final String text;
        private final List<Mention> names;
        private final Function<String, Heard> hear;
        private final Predicate<Heard> asks;
        private final Complaints complaints;
        private final boolean announced;

        Reading(String text, String folded, List<Mention> names, Function<String, Heard> hear, Predicate<Heard> asks) {
            this.text = text;
            this.names = names.stream().sorted(Comparator.comparingInt(Mention::start)).toList();
            this.hear = hear;
            this.asks = asks;
            complaints = new Complaints(folded, names);
            announced = Complaints.areAnnounced(folded);
        }

        /** The stretches, cut before the name of another place where both sides of it complain of something. */
        List<Stretch> byPlaces(List<Stretch> stretches) {
            var cut = new ArrayList<Stretch>();
            for (var stretch : stretches) {
                var rest = stretch;
                for (var name : names) {
                    boolean isWithin = name.start() > rest.start() + LEAD && name.start() < rest.end();
                    if (isWithin && complaints.isIn(rest.start(), name.start()) && complaints.isIn(name.start(), rest.end())
                            && !places(rest.start(), name.start()).isEmpty()
                            && !places(rest.start(), name.start()).contains(name.place())) {
                        cut.add(new Stretch(rest.start(), name.start(), rest.cut()));
                        rest = new Stretch(name.start(), rest.end(), Cut.RUNNING);
                    }
                }
                cut.add(rest);
            }
            return cut;
        }

        /** The stretches that are matters; what is none belongs to what stands before it. */
        List<Stretch> matters(List<Stretch> stretches) {
            var matters = new ArrayList<Stretch>();
            for (var next : stretches) {
                if (matters.isEmpty() || isMatter(matters, next)) {
                    matters.add(next);
                } else {
                    var last = matters.removeLast();
                    matters.add(new Stretch(isAnnouncement(last) ? next.start() : last.start(), next.end(), last.cut()));
                }
            }
            return matters;
        }

        /** Whether no more is said than that several matters follow. */
        private boolean isAnnouncement(Stretch stretch) {
            return announced && stretch.end() - stretch.start() <= LONGEST_ANNOUNCEMENT
                    && Complaints.areAnnounced(text.substring(stretch.start(), stretch.end()))
                    && !complaints.isIn(stretch.start(), stretch.end());
        }

        private boolean isMatter(List<Stretch> before, Stretch next) {
            var last = before.getLast();
            if (next.cut() == Cut.JOINED && isAsked(next)) {
                return complaints.isIn(last.start(), last.end()) || isAsked(last);
            }
            if (!complaints.isIn(next.start(), next.end())) {
                return false;
            }
            if (isAsked(last)) {
                return next.cut() == Cut.JOINED;
            }
            if (!complaints.isIn(last.start(), last.end())) {
                return false;
            }
            if (isElsewhere(last, next)) {
                return true;
            }
            int first = before.getFirst().start();
            boolean other = complaints.isOther(first, next.start(), next.end());
            boolean leads = complaints.leads(last.start(), last.end()) && complaints.leads(next.start(), next.end());
            return switch (next.cut()) {
                case JOINED -> other;
                case ALSO, STOPPED -> other && leads;
                case RUNNING -> leads && (announced
                        ? complaints.isUnnamed(first, next.start(), next.end())
                        : other && tellsSince(last) && tellsSince(next));
            };
        }

        /** 门禁坏是昨天，路灯不亮是上个月: each is so since a time of its own. */
        private boolean tellsSince(Stretch stretch) {
            return TimeReader.since(text.substring(stretch.start(), stretch.end()), ANY_TIME).isPresent();
        }

        private boolean isAsked(Stretch stretch) {
            var heard = hear.apply(text.substring(stretch.start(), stretch.end()));
            return asks.test(heard)
                    || (stretch.cut() == Cut.JOINED && Complaints.asks(text, stretch.start(), stretch.end()) && heard.matter().tells()
                            && complaints.isOther(0, stretch.start(), stretch.end()));
        }

        /** Whether a stretch begins with the name of another place than the one before it names. */
        private boolean isElsewhere(Stretch before, Stretch next) {
            var here = places(next.start(), Math.min(next.end(), next.start() + LEAD));
            var there = places(before.start(), before.end());
            return !here.isEmpty() && !there.isEmpty() && here.stream().noneMatch(there::contains);
        }

        private Set<Place> places(int start, int end) {
            return names.stream().filter(name -> name.start() >= start && name.start() < end).map(Mention::place)
                    .collect(Collectors.toSet());
        }
    }
}
