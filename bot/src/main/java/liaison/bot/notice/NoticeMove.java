package liaison.bot.notice;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import liaison.bot.calendar.TimePhrase;
import liaison.bot.calendar.TimeReader;
import liaison.bot.calendar.WordTable.Word;

/**
 * What is said of the time of a notice against the one that it has: 推迟半小时, 延长一小时, 两点半开始, 结束改成五点半.
 *
 * @param by for a move of all of it, or of the end alone
 * @param hour the new hour of its beginning or of its end
 */
public record NoticeMove(Kind kind, Duration by, Optional<LocalTime> hour) {
    private static final Duration DAY = Duration.ofDays(1);

    /** What moves. */
    public enum Kind {
        ALL, BEGIN, END, HOUR_OF_BEGIN, HOUR_OF_END
    }

    /** What a clause says, where it says nothing else. */
    public static Optional<NoticeMove> read(String clause, Instant now) {
        var text = new NoticeText(clause);
        return moved(text).or(() -> bounded(text, TimeReader.phrases(clause, now)));
    }

    /** The part of the day that words name; empty when they name none. */
    public static Optional<String> partOfDay(String words) {
        var text = new NoticeText(words);
        return IntStream.range(0, words.length()).mapToObj(i -> text.at(i, "day-part")).flatMap(Optional::stream).map(Word::value)
                .findFirst();
    }

    /** Whether a time in words is that of a day of the week, and not of which week. */
    public static boolean namesWeekday(TimePhrase phrase, String words) {
        return phrase.last().isEmpty() && new NoticeText(words).at(phrase.span().start(), "by-weekday").isPresent();
    }

    /** Whether words say that it is so each day. */
    public static boolean isDaily(String words) {
        return new NoticeText(words).says("each-day");
    }

    public boolean isOfDays() {
        return by.toMillis() % DAY.toMillis() == 0 && !by.isZero();
    }

    private static Optional<NoticeMove> moved(NoticeText text) {
        int at = lead(text, 0);
        var part = text.at(at, "bound");
        at = lead(text, part.map(Word::end).orElse(at));
        var way = text.at(at, "shift");
        if (way.isEmpty()) {
            return Optional.empty();
        }
        int from = text.behind(way.get().end(), "move-lead");
        var amount = amount(text, from);
        if (amount.isEmpty() || !isDone(text, amount.get().end())) {
            return Optional.empty();
        }
        var by = Duration.ofMinutes(amount.get().minutes());
        return Optional.of(switch (way.get().value()) {
            case "later" -> new NoticeMove(kind(part), by, Optional.empty());
            case "earlier" -> new NoticeMove(kind(part), by.negated(), Optional.empty());
            case "longer" -> new NoticeMove(Kind.END, by, Optional.empty());
            default -> new NoticeMove(Kind.END, by.negated(), Optional.empty());
        });
    }

    private static Kind kind(Optional<Word> part) {
        return part.map(word -> word.value().equals("end") ? Kind.END : Kind.BEGIN).orElse(Kind.ALL);
    }

    /** An hour with 开始 or 结束 beside it, and nothing else. */
    private static Optional<NoticeMove> bounded(NoticeText text, List<TimePhrase> phrases) {
        if (phrases.size() != 1 || phrases.getFirst().day().isPresent() || phrases.getFirst().to().isPresent()
                || phrases.getFirst().isLimit()) {
            return Optional.empty();
        }
        var span = phrases.getFirst().span();
        int at = lead(text, 0);
        var first = text.at(at, "bound");
        int from = lead(text, first.map(Word::end).orElse(at));
        for (var change = text.at(from, "change"); change.isPresent(); change = text.at(from, "change")) {
            from = lead(text, change.get().end());
        }
        int behind = text.behind(span.end(), "move-lead");
        var last = text.at(behind, "bound");
        var bound = first.or(() -> last);
        boolean isAll = from == span.start() && isDone(text, last.map(Word::end).orElse(behind));
        return bound.filter(word -> isAll).flatMap(word -> phrases.getFirst().from().map(hour -> new NoticeMove(
                word.value().equals("end") ? Kind.HOUR_OF_END : Kind.HOUR_OF_BEGIN, Duration.ZERO, Optional.of(hour))));
    }

    private static int lead(NoticeText text, int start) {
        int at = start;
        for (int next = leadOnce(text, at); next > at; next = leadOnce(text, at)) {
            at = next;
        }
        return at;
    }

    private static int leadOnce(NoticeText text, int at) {
        int end = text.behindBlank(at);
        for (String kind : new String[]{"change-lead", "move-lead", "is", "polite", "hedge-lead"}) {
            end = text.at(end, "change").isPresent() ? end : text.behind(end, kind);
        }
        var label = text.at(end, "label").filter(word -> word.value().equals("when"));
        return text.at(end, "bound").isPresent() ? end : label.map(Word::end).orElse(end);
    }

    private static boolean isDone(NoticeText text, int place) {
        int at = text.behind(text.behind(text.behind(place, "hedge"), "bound"), "move-tail");
        return text.endsClause(at) && text.areSigns(at);
    }

    private record Amount(long minutes, int end) {
    }

    /** 半小时, 一个半小时, 40分钟, 两天. */
    private static Optional<Amount> amount(NoticeText text, int start) {
        int half = text.behind(start, "half-of");
        var number = half > start ? Optional.<Word>empty() : text.number(start);
        int end = number.map(Word::end).orElse(half);
        long count = number.map(Word::number).orElse(0);
        if (end == start) {
            return Optional.empty();
        }
        int more = text.behind(end, "and-half");
        boolean isHalf = half > start || more > end;
        var unit = text.at(more, "amount");
        return unit.map(word -> {
            int behind = text.behind(word.end(), "half-of");
            long minutes = count * word.number() + (isHalf || behind > word.end() ? word.number() / 2 : 0);
            return new Amount(minutes, Math.max(behind, word.end()));
        });
    }
}
