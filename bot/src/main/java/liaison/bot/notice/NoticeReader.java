package liaison.bot.notice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import liaison.bot.calendar.Span;
import liaison.bot.calendar.TimePhrase;
import liaison.bot.calendar.WordTable.Word;
import liaison.bot.notice.NoticeDraft.Missing;
import liaison.bot.people.Person;

/**
 * Reads a notice as a clerk dictates it: 发通知：本周五下午两点，街道三楼会议室，代表视察前碰头会，全体驻站代表必到. The words are those of
 * {@code notice/notice-words.tsv}; it takes time in proportion to the text.
 */
public final class NoticeReader {
    private static final String MEETING = "\u4f1a";
    /** Whoever calls somebody in says so in a sentence or two; what is longer is a matter. */
    private static final int LONGEST_CALL = 100;

    private NoticeReader() {
    }

    /** Reads a whole notice; {@code known} are whom the author may write to, by their names. */
    public static NoticeDraft read(String sentence, Instant now, Map<String, Person> known) {
        var times = new NoticeTimes(sentence, now);
        var text = new NoticeText(sentence);
        var people = new NoticePeople(text, known);
        times.span().ifPresent(text::cut);
        times.apart().ifPresent(text::cut);
        if (times.areSeveral() && !times.areAlternatives()) {
            times.span().ifPresent(text::keep);
        }
        text.keepContacts();
        var command = new NoticeCommand(text, people);
        var startsAt = times.areSeveral() ? Instant.MAX : times.when().map(phrase -> startsAt(phrase, now)).orElse(Instant.MAX);
        var place = new NoticePlace(text, people, times);
        var found = place.find();
        found.ifPresent(text::cut);
        String where = found.map(text::named).orElseGet(place::online);
        var audience = new NoticeAudience(text, people);
        var remains = new NoticeRemains(text, people, command);
        String words = remains.words();
        String topic = words.isEmpty() ? "" : remains.topic();

        var missing = EnumSet.noneOf(Missing.class);
        note(missing, Missing.TIME, startsAt.equals(Instant.MAX));
        note(missing, Missing.PLACE, where.isEmpty());
        note(missing, Missing.AUDIENCE, audience.find().isEmpty());
        note(missing, Missing.TEXT, words.isEmpty());
        return new NoticeDraft(startsAt, times.span().map(span -> span.of(sentence)).orElse(""),
                where, words, topic, command.isGiven(), audience.find(),
                audience.strangers(), text.says("must", "not"), missing);
    }

    /** Whether an answer to where something is may be a place, though nothing shows that it is one. */
    public static boolean mayBePlace(String answer) {
        return NoticePlace.mayBe(answer);
    }

    /** An answer without the yes that opens it: 好的，站里. */
    public static String withoutYes(String answer) {
        var text = new NoticeText(answer);
        int end = text.behind(0, "yes");
        return end > 0 && end + 1 < answer.length() && text.endsClause(end) ? answer.substring(end + 1).strip() : answer;
    }

    /** An answer without the command that closes it: 学习代表法，你帮我发一下. */
    public static String withoutCommand(String answer) {
        var text = new NoticeText(answer);
        var parts = text.parts();
        if (parts.size() < 2) {
            return answer;
        }
        var last = parts.getLast();
        int command = text.at(text.behind(last.start(), "polite"), "command").or(() -> text.at(last.start(), "command")).map(Word::end)
                .orElse(last.start());
        return command > last.start() && text.endsClause(command) ? answer.substring(0, parts.get(parts.size() - 2).end()) : answer;
    }

    /** The same without 主题是 before it, and without what behind it says no more than whom it is for: 主题是学法，叫上全体代表. */
    public static String textOf(String answer, Map<String, Person> known) {
        String words = withoutCommand(answer);
        var text = new NoticeText(words);
        var people = new NoticePeople(text, known);
        var parts = text.parts();
        int last = parts.size() - 1;
        while (last > 0 && people.areAll(parts.get(last))) {
            last--;
        }
        if (last < 0) {
            return words;
        }
        int start = text.at(parts.getFirst().start(), "label").filter(word -> word.value().equals("what"))
                .map(word -> text.behind(word.end(), "is")).filter(end -> text.before(end, "is").isPresent()).orElse(0);
        int end = last == parts.size() - 1 ? words.length() : parts.get(last).end();
        return start < end ? words.substring(start, end) : words;
    }

    /** Names that an answer consists of and that are nobody's; none where it says anything else. */
    public static List<String> strangers(String answer, Map<String, Person> known) {
        var text = new NoticeText(answer);
        var people = new NoticePeople(text, known);
        var strangers = new ArrayList<String>();
        for (var part : text.parts()) {
            int at = part.start();
            while (at < part.end()) {
                int end = people.strangerAt(at);
                if (end == at) {
                    return List.of();
                }
                strangers.add(text.named(new Span(at, end)));
                at = text.behind(text.behind(end, "title"), "and");
            }
        }
        return strangers;
    }

    /**
     * Whether it has somebody called by name, 叫林一明天三点来站里, at an hour or to a place; {@code people} are asked for only where it
     * opens like that.
     */
    public static boolean calls(String sentence, Instant now, Supplier<Map<String, Person>> people) {
        if (sentence.length() > LONGEST_CALL) {
            return false;
        }
        var text = new NoticeText(sentence);
        if (!NoticePeople.opensWithCall(text)) {
            return false;
        }
        var when = when(sentence, now).filter(phrase -> !phrase.isLimit());
        return when.isPresent() && new NoticePeople(text, people.get()).areCalled()
                && (when.flatMap(TimePhrase::from).isPresent() || !read(sentence, now, people.get()).where().isEmpty());
    }

    /** Whether it begins another notice beside one that was dictated before: 另外再通知一个. */
    public static boolean isBesides(String sentence) {
        return NoticeCommand.isBesides(new NoticeText(sentence));
    }

    /** Whether 另外 or 还有 stands alone before it, which may begin another notice or more of the same. */
    public static boolean opensBesides(String sentence) {
        var text = new NoticeText(sentence);
        return text.at(0, "besides").filter(word -> word.end() < text.length() && text.isSeparator(word.end())).isPresent();
    }

    private static void note(EnumSet<Missing> missing, Missing part, boolean isMissing) {
        if (isMissing) {
            missing.add(part);
        }
    }

    /** The words that say when; empty as well where they name several times. */
    private static Optional<TimePhrase> when(String sentence, Instant now) {
        var times = new NoticeTimes(sentence, now);
        return times.areSeveral() ? Optional.empty() : times.when();
    }

    /** Whether it needs no time at which to come: it says until when something is to be done, or calls off what was to be. */
    public static boolean isUntimed(String sentence, Instant now) {
        var when = when(sentence, now);
        if (when.filter(phrase -> phrase.isLimit() && phrase.day().isPresent()).isPresent()) {
            return true;
        }
        var text = new NoticeText(sentence);
        boolean timed = when.flatMap(TimePhrase::from).isPresent();
        return timed
                ? text.parts().stream().anyMatch(part -> part.holds(when.orElseThrow().span()) && callsOff(text, part))
                : text.parts().stream().anyMatch(part -> callsOff(text, part));
    }

    /** 推迟到下午三点 calls nothing off. */
    private static boolean callsOff(NoticeText text, Span part) {
        return IntStream.range(part.start(), part.end())
                .anyMatch(i -> text.at(i, "calloff").filter(word -> word.value().isEmpty()).isPresent() && text.before(i, "not").isEmpty());
    }

    /** Whether what it is about is something to come to. */
    public static boolean isEvent(NoticeDraft draft) {
        var text = new NoticeText(draft.topic());
        return text.says("event", "not") || (draft.topic().length() > 2 && draft.topic().endsWith(MEETING));
    }

    /** An hour without a day is of no day that could be told, not today's; a time that has passed is none. */
    private static Instant startsAt(TimePhrase phrase, Instant now) {
        return phrase.isImpossible() ? Instant.MAX : phrase.at().filter(at -> at.isAfter(now)).orElse(Instant.MAX);
    }
}
