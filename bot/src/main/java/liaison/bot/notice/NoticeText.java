package liaison.bot.notice;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import liaison.bot.calendar.Span;
import liaison.bot.calendar.WordCursor;
import liaison.bot.calendar.WordTable;
import liaison.bot.calendar.WordTable.Word;
import liaison.bot.people.Person;

/** A dictated notice in its parts between punctuation, from which what was understood is cut. */
final class NoticeText {
    private static final WordTable WORDS = WordTable.shipped("/notice/notice-words.tsv");
    private static final String SEPARATORS = ",;!?\n\r\u3002";
    private static final List<String> EMPTY_WORDS = List.of("label", "attend", "must", "group", "quantifier", "modifier", "plural", "and",
            "gather", "polite", "address", "at", "is", "level", "wide", "only", "except", "plus", "except-end", "except-after", "barred",
            "title");
    private static final List<String> PEOPLE = List.of("quantifier", "modifier", "level", "wide", "group", "plural", "title", "and",
            "everybody");
    /** Groups that nobody can write to. */
    private static final Set<String> NOT_TOLD = Set.of("none", "residents");
    private static final List<String> BEHIND_NAMES = List.of("and", "attend", "at", "stop", "activity", "address", "except-end",
            "except-after", "gather");

    /** The value of a word that looks like a group of people and is none, as 代表之家. */
    static final String NOBODY = "none";

    private final String text;
    private final String plain;
    private final Map<String, Person> people;
    private final int longestName;
    private final BitSet cut = new BitSet();
    private final BitSet kept = new BitSet();
    private final List<Span> commands = new ArrayList<>();

    /** @param people whom the author may write to, by their names */
    NoticeText(String text, Map<String, Person> people) {
        this.text = text;
        this.people = people;
        plain = WordCursor.plain(text);
        longestName = people.keySet().stream().mapToInt(String::length).max().orElse(0);
    }

    /** The parts between punctuation that are not empty; what is cut is still in them. */
    List<Span> parts() {
        var parts = new ArrayList<Span>();
        int start = 0;
        for (int i = 0; i <= plain.length(); i++) {
            if (i == plain.length() || isSeparator(i)) {
                if (i > start) {
                    parts.add(new Span(start, i));
                }
                start = i + 1;
            }
        }
        return parts;
    }

    void cut(Span span) {
        cut.set(span.start(), span.end());
    }

    /** What was understood stays in the text all the same. */
    void keep(Span span) {
        kept.set(span.start(), span.end());
    }

    /** Takes whom to call, and how, for words of the text alone, whoever bears that name. */
    void keepContacts() {
        for (var contact : contacts()) {
            cut(contact);
            keep(contact);
        }
    }

    /** Each from its label up to the end of its clause. */
    List<Span> contacts() {
        var contacts = new ArrayList<Span>();
        for (int i = 0; i < plain.length(); i++) {
            int start = at(i, "contact").filter(word -> at(word.start(), "contact-no").isEmpty()).map(Word::end).orElse(i);
            if (start > i) {
                int end = start;
                while (end < plain.length() && (plain.charAt(end) == ' ' || SEPARATORS.indexOf(plain.charAt(end)) < 0)) {
                    end++;
                }
                contacts.add(new Span(i, end));
                i = end;
            }
        }
        return contacts;
    }

    boolean isCut(int place) {
        return cut.get(place);
    }

    /** The first place of a part that is not cut, or its end. */
    int firstOf(Span part) {
        return Math.min(cut.nextClearBit(part.start()), part.end());
    }

    Optional<Word> at(int place, String kind) {
        return WORDS.at(plain, place, kind);
    }

    Optional<Word> before(int place, String kind) {
        return WORDS.before(plain, place, kind);
    }

    /** Behind all words of a kind that stand at a place one after the other. */
    int behind(int place, String kind) {
        int end = place;
        for (var word = at(end, kind); word.isPresent(); word = at(end, kind)) {
            end = word.get().end();
        }
        return end;
    }

    /** Where somebody's name ends that begins at a place, or the place. */
    int nameAt(int place) {
        for (int end = Math.min(plain.length(), place + longestName); end > place; end--) {
            if (people.containsKey(plain.substring(place, end))) {
                return end;
            }
        }
        return place;
    }

    /** Whom 林代表 means: the only deputy with that surname, as {@link Person} is written. */
    Optional<String> deputyBySurname(int place) {
        var surname = at(place, "surname")
                .filter(word -> at(word.end(), "title").filter(title -> title.value().equals("deputy")).isPresent());
        if (surname.isEmpty()) {
            return Optional.empty();
        }
        String begins = plain.substring(place, surname.get().end());
        var fitting = people.entrySet().stream().filter(entry -> entry.getValue().kind() == Person.Kind.DEPUTY)
                .filter(entry -> entry.getKey().startsWith(begins)).map(entry -> entry.getValue().toString()).distinct().toList();
        return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
    }

    /** Who has the name that stands there, as {@link Person} is written. */
    String person(int start, int end) {
        return String.valueOf(people.get(plain.substring(start, end)));
    }

    /** Whether only letters stand there. */
    boolean isWord(int start, int end) {
        return end <= plain.length()
                && IntStream.range(start, end)
                        .allMatch(i -> Character.isLetter(plain.charAt(i)) && !isCut(i) && at(i, "modifier").isEmpty());
    }

    /** Whether a name may end at a place. */
    boolean endsName(int place) {
        return place >= plain.length() || isCut(place) || isSeparator(place)
                || BEHIND_NAMES.stream().anyMatch(kind -> at(place, kind).isPresent());
    }

    /** Whether nothing more is said behind a place, up to the next sign, but 了 or 吧. */
    boolean endsClause(int place) {
        int end = place;
        while (end < plain.length() && Character.isLetter(plain.charAt(end)) && at(end, "change-tail").isPresent()) {
            end = at(end, "change-tail").orElseThrow().end();
        }
        return end >= plain.length() || isCut(end) || !Character.isLetterOrDigit(plain.charAt(end));
    }

    /** Cuts 发通知 where it opens or closes the text, whoever it is said to. */
    void cutCommand() {
        var parts = parts();
        for (int i = 0; i < parts.size() && (i == 0 || firstOf(parts.get(i - 1)) == parts.get(i - 1).end()); i++) {
            cutCommand(parts.get(i));
        }
        if (!parts.isEmpty()) {
            cutCommand(parts.getLast());
        }
    }

    private void cutCommand(Span part) {
        for (int i = part.start(); i < part.end(); i++) {
            var command = command(i);
            if (command.isPresent()) {
                var span = new Span(i, command.get().end());
                if (isEmpty(new Span(part.start(), i))) {
                    cut(span);
                    commands.add(span);
                }
                return;
            }
        }
    }

    /** 告诉 and 让 are a command before those who are to be told alone. */
    private Optional<Word> command(int place) {
        return at(place, "command").or(() -> at(place, "tell").filter(word -> behindPeople(word.end()) > word.end()));
    }

    /** Whether it opens with a command, or says no more at first than whom it is for. */
    boolean isAnnounced() {
        var parts = parts();
        if (parts.isEmpty()) {
            return false;
        }
        var first = parts.getFirst();
        return commands.stream()
                .anyMatch(command -> first.holds(command) && at(command.start(), "tell").filter(NoticeText::isAside).isEmpty())
                || (parts.size() > 1 && behindPeople(first.start()) == first.end());
    }

    /** 提醒 may only add to what is being written. */
    private static boolean isAside(Word word) {
        return word.value().equals("aside");
    }

    /** Whether it opens with 叫, 让 or 请 before somebody's name. */
    boolean callsByName() {
        return calls().map(Word::end).anyMatch(end -> nameAt(end) > end || deputyBySurname(end).isPresent())
                && !says("calls-no", NOBODY);
    }

    /** Whether it opens with 叫, 让 or 请, whatever follows. */
    boolean opensWithCall() {
        return calls().findAny().isPresent();
    }

    private Stream<Word> calls() {
        return IntStream.of(0, behind(0, "polite")).mapToObj(i -> at(i, "calls")).flatMap(Optional::stream);
    }

    /** Behind those who are addressed at a place, or the place. */
    private int behindPeople(int place) {
        int end = place;
        for (int next = peopleAt(end); next > end; next = peopleAt(end)) {
            end = next;
        }
        return end;
    }

    private int peopleAt(int place) {
        int end = nameAt(place);
        for (String kind : PEOPLE) {
            end = Math.max(end, at(place, kind).map(Word::end).orElse(place));
        }
        return at(place, "group").filter(group -> NOT_TOLD.contains(group.value())).isPresent() ? place : end;
    }

    /** The longest words that are neither cut, nor say who, please or come, nor stand in any notice. */
    String topic() {
        var longest = new Span(0, 0);
        int start = 0;
        for (int i = 0; i < plain.length();) {
            int behind = Math.max(emptyWord(i), Math.max(behind(i, "any"), behind(i, "hedge")));
            boolean told = behind == i && !isCut(i) && Character.isLetterOrDigit(plain.charAt(i));
            i = Math.max(behind, i + 1);
            start = told ? start : i;
            longest = i - start > longest.end() - longest.start() ? new Span(start, i) : longest;
        }
        return named(longest);
    }

    /** Whether nothing is left of a part but words that say who, please or come. */
    boolean isEmpty(Span part) {
        int at = part.start();
        while (at < part.end()) {
            if (kept.get(at)) {
                return false;
            }
            int next = isCut(at) || plain.charAt(at) == ' ' ? at + 1 : emptyWord(at);
            if (next == at) {
                return false;
            }
            at = next;
        }
        return true;
    }

    /** All parts that say more than when, where and who, as they were written; empty when there are none. */
    String remains() {
        var parts = parts();
        if (parts.stream().allMatch(this::isEmpty)) {
            return "";
        }
        var remains = new StringBuilder();
        int last = -1;
        for (int i = 0; i < parts.size(); i++) {
            if (!isEmpty(parts.get(i)) || says("must", "not", parts.get(i)) || saysWhoComes(parts.get(i))) {
                if (last >= 0) {
                    remains.append(last == i - 1 ? text.substring(parts.get(last).end(), parts.get(i).start()) : "\uff0c");
                }
                remains.append(named(withoutCommand(parts.get(i))));
                last = i;
            }
        }
        return remains.toString();
    }

    /** 闻一苇要来 tells the others something. */
    private boolean saysWhoComes(Span part) {
        return IntStream.range(part.start(), part.end())
                .anyMatch(i -> nameAt(i) > i && at(behind(nameAt(i), "title"), "comes").isPresent());
    }

    /** What stands before a command, or those who are told right behind it, only says to whom; 林一不用来 says more. */
    private Span withoutCommand(Span part) {
        int start = part.start();
        for (var command : commands) {
            if (command.start() >= part.start() && command.end() <= part.end()) {
                int told = behindPeople(command.end());
                start = Math.max(start, at(told, "except-came").isPresent() ? command.end() : told);
            }
        }
        return new Span(start, part.end());
    }

    String named(Span span) {
        return text.substring(span.start(), span.end()).strip();
    }

    /** Behind the blanks that stand at a place. */
    int behindBlank(int place) {
        int end = place;
        while (end < plain.length() && plain.charAt(end) == ' ') {
            end++;
        }
        return end;
    }

    /** Before all words of a kind that end the text. */
    int end(String kind) {
        int end = plain.length();
        for (var word = before(end, kind); word.isPresent(); word = before(end, kind)) {
            end = word.get().start();
        }
        return end;
    }

    /** Behind a word that says who, please or come and stands at a place, or the place. */
    int behindEmpty(int place) {
        return emptyWord(place);
    }

    /** Whether any word of a kind stands in the text without one of the other kind before it. */
    boolean says(String kind, String unless) {
        return says(kind, unless, new Span(0, plain.length()));
    }

    boolean says(String kind, String unless, Span part) {
        // asked of every message that comes, so without a stream
        for (int i = part.start(); i < part.end(); i++) {
            if (at(i, kind).isPresent() && before(i, unless).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private int emptyWord(int place) {
        int end = nameAt(place);
        for (String kind : EMPTY_WORDS) {
            end = Math.max(end, at(place, kind).filter(word -> !word.value().equals(NOBODY)).map(Word::end).orElse(place));
        }
        return end;
    }

    /** A colon within a time and a blank between letters, or within what is cut, separate nothing. */
    private boolean isSeparator(int place) {
        char c = plain.charAt(place);
        if (isCut(place)) {
            return false;
        }
        if (c == ':') {
            return !(isDigit(place - 1) && isDigit(place + 1));
        }
        return c == ' ' ? !(isLatin(place - 1) && isLatin(place + 1)) : SEPARATORS.indexOf(c) >= 0;
    }

    private boolean isDigit(int place) {
        return place >= 0 && place < plain.length() && plain.charAt(place) >= '0' && plain.charAt(place) <= '9';
    }

    private boolean isLatin(int place) {
        return place >= 0 && place < plain.length() && plain.charAt(place) > ' ' && plain.charAt(place) < '\u0080';
    }
}
