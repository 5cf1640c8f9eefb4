package liaison.bot.notice;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import liaison.bot.calendar.Span;
import liaison.bot.calendar.TimeReader;
import liaison.bot.calendar.WordTable.Word;
import liaison.bot.people.Person;

/**
 * How the author of a notice changes whom it is for: 去掉林一, 站务也要, 林一换成苏二, 只发给代表.
 *
 * @param only who alone it shall be for, as in {@link NoticeDraft#audience()}; empty when those who get it stay
 * @param out who shall not get it
 * @param in who shall get it, too
 * @param strangers names that are none of the author's people
 * @param isTold whether words say what becomes of them, and not the people alone stand there
 * @param isAll whether the message says nothing else
 * @param withRest whether it says that all others shall get it, as 其他人都来
 */
public record AudienceChange(Set<String> only, Set<String> out, Set<String> in, Set<String> strangers, boolean isTold, boolean isAll,
        boolean withRest) {
    private static final List<String> LEADS = List.of("out", "in", "only", "alone", "exchange", "change", "instead", "so");

    /** Reads what a message says of people; {@code known} are whom the author may write to, by their names. */
    public static AudienceChange read(String sentence, Instant now, Map<String, Person> known) {
        var text = new NoticeText(sentence);
        var reader = new Reader(text, new NoticePeople(text, known), TimeReader.phrases(sentence, now).stream()
                .map(phrase -> phrase.span()).toList());
        text.parts().forEach(reader::read);
        return reader.change();
    }

    public boolean isEmpty() {
        return only.isEmpty() && out.isEmpty() && in.isEmpty() && strangers.isEmpty();
    }

    /** Whose other people shall get it: the groups of those who are left out; where a whole group is, the other one. */
    public Set<String> groups() {
        return out.stream()
                .map(token -> token.startsWith("staff:") || token.equals(NoticeAudience.DEPUTIES) ? "staff" : NoticeAudience.DEPUTIES)
                .filter(group -> !out.contains(group)).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether it says who shall not get the notice, and of nobody that he shall. */
    public boolean onlyLeavesOut() {
        return !out.isEmpty() && only.isEmpty() && in.isEmpty() && strangers.isEmpty();
    }

    /** Goes over the clauses once; what a clause only begins, as 少一个，林一, goes on in the next. */
    private static final class Reader {
        private final NoticeText text;
        private final NoticePeople people;
        private final BehindPeople behind;
        private final List<Span> times;
        private final Set<String> only = new LinkedHashSet<>();
        private final Set<String> out = new LinkedHashSet<>();
        private final Set<String> in = new LinkedHashSet<>();
        private final Set<String> strangers = new LinkedHashSet<>();
        private final Set<String> alone = new LinkedHashSet<>();
        private String lead = "";
        private boolean isTold;
        private boolean isAll = true;
        private boolean withRest;
        /** 除了林一都来 says of the others what stands behind him. */
        private boolean isExcept;

        Reader(NoticeText text, NoticePeople people, List<Span> times) {
            this.text = text;
            this.people = people;
            behind = new BehindPeople(text, people);
            this.times = times;
        }

        AudienceChange change() {
            in.removeAll(out);
            return new AudienceChange(Set.copyOf(only), Set.copyOf(out), Set.copyOf(in), Set.copyOf(strangers), isTold, isAll, withRest);
        }

        void read(Span part) {
            int i = text.behindBlank(part.start());
            if (text.at(i, "label").filter(word -> !word.value().equals("who")).isPresent() || text.at(i, "leave").isPresent()) {
                isAll = false;
                return;
            }
            Set<String> before = Set.of();
            alone.clear();
            boolean isAlone = true;
            while (i < part.end()) {
                var word = leadAt(i);
                Set<String> listed = new LinkedHashSet<>();
                int end = people(i, part, !lead.isEmpty(), listed);
                if (end > i) {
                    if (!note(listed, before, new Span(i, end))) {
                        alone.addAll(listed);
                    }
                    before = listed;
                    lead = lead.equals("out") || lead.equals("in") ? lead : "";
                    i = behind.at(end).map(BehindPeople.Said::end).orElse(end);
                } else if (word.isPresent()) {
                    lead = word.get().kind();
                    isExcept = word.get().word().value().equals("except");
                    i = word.get().word().end();
                } else {
                    withRest |= !out.isEmpty() && (text.at(i, "rest").isPresent() || text.at(i, "attend").isPresent());
                    int fill = Math.max(people.behindEmpty(i), Math.max(end(text.at(i, "lead-fill"), i), end(text.at(i, "hedge"), i)));
                    boolean isWord = fill == i && text.isLetterOrDigit(i);
                    isAlone &= !isWord;
                    isAll &= !isWord;
                    lead = isWord ? "" : lead;
                    i = Math.max(fill, i + 1);
                }
            }
            if (isAlone) {
                only.addAll(alone);
            }
        }

        private static int end(Optional<Word> word, int otherwise) {
            return word.map(Word::end).orElse(otherwise);
        }

        /** Whether words say what becomes of people. 林一换成苏二 takes out who stands first, 林一替苏二 who stands last. */
        private boolean note(Set<String> listed, Set<String> before, Span span) {
            boolean isExchange = lead.equals("exchange") || lead.equals("change");
            boolean isLeftOut = isExcept && lead.equals("out");
            var said = behind.at(span.end()).map(BehindPeople.Said::kind);
            withRest |= isLeftOut && said.filter(kind -> kind.equals("in")).isPresent();
            String kind = said.filter(one -> !isLeftOut)
                    .orElse(lead.isEmpty() && text.before(span.start(), "calls").isPresent() ? "in" : lead);
            boolean isRest = IntStream.range(span.start(), span.end()).anyMatch(i -> text.at(i, "rest").isPresent());
            if (!before.isEmpty() && (isExchange || lead.equals("instead"))) {
                List.of(only, in, alone).forEach(set -> set.removeAll(before));
                (isExchange ? out : in).addAll(before);
                (isExchange ? in : out).addAll(listed);
            } else if (kind.equals("out") || kind.equals("instead")) {
                out.addAll(listed);
            } else if (kind.equals("in") || ((isExchange || lead.equals("so")) && !out.isEmpty())) {
                in.addAll(listed);
            } else if (isExchange || kind.equals("so") || kind.equals("alone") || kind.equals("only")) {
                only.addAll(listed);
            } else {
                return isRest && !out.isEmpty();
            }
            isTold |= !listed.isEmpty();
            return true;
        }

        private record Lead(String kind, Word word) {
        }

        private Optional<Lead> leadAt(int place) {
            Optional<Lead> longest = Optional.empty();
            for (String kind : LEADS) {
                var word = text.at(place, kind);
                if (word.isPresent() && longest.filter(other -> other.word().end() >= word.get().end()).isEmpty()) {
                    longest = Optional.of(new Lead(kind, word.get()));
                }
            }
            return longest;
        }

        /** Reads a list of people at a place; answers where it ends. */
        private int people(int start, Span part, boolean isNamed, Set<String> listed) {
            int end = start;
            int next = start;
            while (next < part.end()) {
                int at = next;
                for (int more = quantified(at); more > at; more = quantified(at)) {
                    at = more;
                }
                Set<String> levels = new LinkedHashSet<>();
                int item = people.levelsAt(at, levels);
                boolean wide = text.at(at, "wide").isPresent();
                item = text.behind(wide ? text.at(at, "wide").orElseThrow().end() : item, "modifier");
                var found = isTime(item) ? Optional.<NoticePeople.Listed>empty() : people.listedAt(item, levels, wide);
                boolean mayBe = found.isEmpty() && (isNamed || !listed.isEmpty()) && !isInTime(at);
                int stranger = mayBe ? people.strangerAt(at) : at;
                if (stranger > at) {
                    strangers.add(text.named(new Span(at, stranger)));
                    end = text.behind(stranger, "title");
                } else if (found.isEmpty() && text.at(at, "wide").filter(word -> word.value().equals("stations")).isPresent()) {
                    listed.add(NoticeAudience.WIDE);
                    end = item;
                } else if (found.filter(one -> !one.tokens().contains(NoticePeople.NOBODY)).isPresent()) {
                    add(found.get().tokens(), listed);
                    end = text.behind(found.get().end(), "plural");
                } else {
                    break;
                }
                next = text.behind(end, "and");
                if (next == end && people.nameAt(next) == next) {
                    break;
                }
            }
            return end;
        }

        private boolean isInTime(int place) {
            return times.stream().anyMatch(time -> time.start() <= place && place < time.end());
        }

        private int quantified(int at) {
            int rest = text.behind(at, "rest");
            return text.behind(text.behind(rest, "quantifier"), "modifier");
        }

        private static void add(Set<String> tokens, Set<String> listed) {
            if (tokens.contains(NoticeAudience.BOTH)) {
                listed.addAll(List.of(NoticeAudience.DEPUTIES, NoticeAudience.STAFF));
            } else {
                listed.addAll(tokens);
            }
        }

        /** 周三下午 is no 周三, whatever somebody is called. */
        private boolean isTime(int place) {
            int name = people.nameAt(place);
            return name > place && times.stream().anyMatch(time -> time.start() <= place && name <= time.end()
                    && !(time.start() == place && time.end() == name && (lead.equals("out") || lead.equals("in")
                            || behind.at(name).isPresent())));
        }
    }
}
