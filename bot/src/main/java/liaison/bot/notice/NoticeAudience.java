package liaison.bot.notice;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import liaison.bot.calendar.Span;
import liaison.bot.calendar.WordTable.Word;

/**
 * Finds whom a notice is for: groups, deputies of a level, people by name, and who is left out. They count where they are addressed
 * (全体驻站代表, 请代表们, 代表必到), not where they are what the notice is about (代表视察前碰头会).
 */
final class NoticeAudience {
    /** More people than a clerk reaches. */
    static final String WIDE = "wide";
    static final String RESIDENTS = "residents";
    static final String DEPUTIES = "deputies";
    static final String STAFF = "staff";
    /** Those who follow are added to those who get it already. */
    public static final String MORE = "+";
    static final String BOTH = "both";
    private static final List<String> MEANT = List.of("only", "except", "barred", "out");

    private final NoticeText text;
    private final NoticePeople people;
    private final BehindPeople behind;
    private final Set<String> included = new TreeSet<>();
    private final Set<String> only = new TreeSet<>();
    private final Set<String> excluded = new TreeSet<>();
    /** Who comes as well, as far as anybody is told. */
    private final Set<String> also = new TreeSet<>();
    private final Set<String> strangers = new LinkedHashSet<>();
    private final Set<String> maybe = new LinkedHashSet<>();
    private boolean allDeputies;
    private boolean withResidents;
    private boolean more;

    NoticeAudience(NoticeText text, NoticePeople people) {
        this.text = text;
        this.people = people;
        behind = new BehindPeople(text, people);
        for (var part : text.parts()) {
            int i = part.start();
            while (i < part.end()) {
                i = text.isCut(i) ? i + 1 : read(i, part);
            }
        }
    }

    /** Names that stand where people are addressed and are nobody's; what may be no name counts where nobody else is named. */
    List<String> strangers() {
        return List.copyOf(strangers.isEmpty() && find().isEmpty() ? maybe : strangers);
    }

    /** As {@link NoticeDraft#audience()}. */
    String find() {
        Set<String> chosen = new TreeSet<>(only.isEmpty() ? included : only);
        if (chosen.contains(RESIDENTS) && (withResidents || chosen.size() == 1)) {
            return RESIDENTS;
        }
        chosen.remove(RESIDENTS);
        if (chosen.contains(WIDE)) {
            return WIDE;
        }
        if (chosen.stream().anyMatch(NoticeAudience::isSomeDeputies) && !allDeputies) {
            chosen.remove(DEPUTIES);
        }
        if (chosen.contains(DEPUTIES)) {
            chosen.removeIf(NoticeAudience::isSomeDeputies);
        }
        if (!chosen.isEmpty()) {
            boolean whole = chosen.contains(DEPUTIES);
            also.stream().filter(token -> !(whole && isSomeDeputies(token))).forEach(chosen::add);
        }
        chosen.removeAll(excluded);
        if (more) {
            chosen.add(MORE);
        }
        excluded.stream().filter(token -> token.indexOf(':') > 0).forEach(token -> chosen.add("-" + token));
        return String.join(" ", chosen);
    }

    private static boolean isSomeDeputies(String token) {
        return token.startsWith("deputy:") || token.startsWith(DEPUTIES + ":");
    }

    private static boolean isPerson(String token) {
        return token.startsWith("deputy:") || token.startsWith("staff:");
    }

    /** What stands before the people of a list and says how they are meant. */
    private static final class Lead {
        private final Set<String> levels = new TreeSet<>();
        private boolean addressed;
        private boolean named;
        private boolean all;
        private boolean wide;
        private boolean stations;
        private boolean only;
        private boolean except;
        /** 不用叫 and 不要, which leave out only whom nothing else is said of. */
        private boolean out;
        private boolean more;

        void take(String kind, Word word) {
            switch (kind) {
                case "quantifier" -> {
                    addressed = true;
                    all |= word.value().equals("all");
                }
                case "address" -> {
                    addressed = true;
                    named = true;
                }
                case "wide" -> {
                    wide = true;
                    stations |= word.value().equals("stations");
                }
                case "plus" -> {
                    more = true;
                    named = true;
                }
                case "only" -> {
                    only = true;
                    named = true;
                }
                case "except", "barred" -> {
                    except = true;
                    named = true;
                }
                case "out" -> out = true;
                default -> {
                    // 驻站 and 的 change nothing
                }
            }
        }

        /** For the next of a list: what is said of the one before holds, but not its level. */
        void again() {
            levels.clear();
            wide = false;
            all = false;
        }
    }

    /** Reads the people who are listed from a place on, and says where to go on. */
    private int read(int start, Span part) {
        var lead = new Lead();
        if (text.before(start, "address").isPresent()) {
            lead.take("address", text.before(start, "address").orElseThrow());
        }
        int next = lead(lead, start);
        Set<String> listed = new LinkedHashSet<>();
        int end = next;
        boolean plural = false;
        for (int behind = item(next, lead, listed); behind > next; behind = item(next, lead, listed)) {
            end = text.behind(behind, "plural");
            plural |= end > behind;
            int more = text.behind(end, "and");
            if ((more == end && people.nameAt(end) == end) || MEANT.stream().anyMatch(kind -> text.at(more, kind).isPresent())) {
                break;
            }
            lead.again();
            next = lead(lead, more);
        }
        if (listed.isEmpty()) {
            if (lead.stations && text.at(next, "attend").isPresent()) {
                included.add(WIDE);
            }
            return Math.max(start + 1, end);
        }
        if (listed.remove(NoticePeople.NOBODY)) {
            return end;
        }
        boolean arePersons = listed.stream().allMatch(NoticeAudience::isPerson);
        boolean out = lead.out && text.endsClause(text.behind(end, "in-behind"));
        if (lead.out && !out && arePersons) {
            return end;
        }
        boolean after = out || isLeftOut(end, arePersons)
                || (arePersons && (isAbsent(end) || behind.at(end).filter(BehindPeople.Said::isOut).isPresent()));
        boolean whole = end >= part.end() && people.areAll(new Span(part.start(), start));
        if (plural || whole || after || areResidentsTold(listed, end, part) || lead.addressed || lead.only || lead.more || lead.except
                || listed.contains(BOTH)
                || text.at(end, "attend").isPresent()) {
            note(listed, lead, after);
        } else if (text.at(end, "comes").isPresent()) {
            also.addAll(listed);
        }
        return end;
    }

    /** 给锦绣苑的居民发通知 tells which residents between the two. */
    private boolean areResidentsTold(Set<String> listed, int end, Span part) {
        boolean isBefore = end < part.end() && (text.isCut(end) || text.at(end, "command").isPresent());
        return isBefore && listed.equals(Set.of(RESIDENTS)) && text.says("address", "not", new Span(part.start(), end));
    }

    /** 除外, 以外 and 不用来 behind people; 林一不用来站里，直接去现场 comes all the same. */
    private boolean isLeftOut(int end, boolean arePersons) {
        int next = text.at(end, "except-came").isPresent() ? end : text.behind(end, "except-lead");
        boolean beside = text.at(end, "except-end").filter(word -> word.end() > end + 1).isPresent();
        return beside || text.at(next, "except-after").filter(word -> arePersons || people.nameAt(word.end()) == word.end()).isPresent()
                || text.at(next, "except-came").filter(word -> text.endsClause(word.end())).isPresent();
    }

    /** 出差了，不用通知 says why first. */
    private boolean isAbsent(int end) {
        int why = text.behind(end, "except-why");
        int behind = text.behind(text.behind(why, "except-then"), "except-lead");
        return why > end && Stream.of("except-after", "except-came").flatMap(kind -> text.at(behind, kind).stream())
                .anyMatch(word -> text.endsClause(word.end()));
    }

    private void note(Set<String> listed, Lead lead, boolean after) {
        if (listed.remove(BOTH)) {
            listed.add(DEPUTIES);
            listed.add(STAFF);
        }
        if (lead.except || after) {
            excluded.addAll(listed);
            return;
        }
        more |= lead.more;
        withResidents |= listed.contains(RESIDENTS) && listed.size() > 1;
        (lead.only ? only : included).addAll(listed);
    }

    private int lead(Lead lead, int start) {
        int at = start;
        for (var word = leading(at); word.isPresent() && !isLonger(at, word.get().word()); word = leading(at)) {
            lead.take(word.get().kind(), word.get().word());
            at = word.get().kind().equals("level") ? people.levelsAt(at, lead.levels) : word.get().word().end();
        }
        return at;
    }

    /** 全体人员 is a group and no 全体. */
    private boolean isLonger(int place, Word than) {
        return people.nameAt(place) > than.end() || text.at(place, "group").filter(group -> group.end() > than.end()).isPresent();
    }

    private record Leading(String kind, Word word) {
    }

    private Optional<Leading> leading(int place) {
        Optional<Leading> longest = Optional.empty();
        for (String kind : List.of("quantifier", "modifier", "level", "wide", "only", "plus", "except", "barred", "address", "out")) {
            var word = text.at(place, kind);
            if (word.isPresent() && longest.filter(other -> other.word().end() >= word.get().end()).isEmpty()) {
                longest = Optional.of(new Leading(kind, word.get()));
            }
        }
        return longest;
    }

    /** One name or group; answers where it ends, or its place when there is none. */
    private int item(int place, Lead lead, Set<String> listed) {
        var found = people.listedAt(place, lead.levels, lead.wide);
        if (found.isPresent()) {
            listed.addAll(found.get().tokens());
            allDeputies |= found.get().tokens().contains(DEPUTIES) && lead.all && !lead.except;
            return found.get().end();
        }
        int stranger = lead.named || !listed.isEmpty() ? people.strangerAt(place) : place;
        if (stranger > place + 1) {
            boolean isBesideNames = !listed.isEmpty() && listed.stream().allMatch(NoticeAudience::isPerson);
            boolean isLast = !listed.isEmpty() && text.endsClause(text.behind(stranger, "title"));
            (lead.named || isBesideNames || isLast ? strangers : maybe).add(text.named(new Span(place, stranger)));
            return text.behind(stranger, "title");
        }
        int titled = lead.named ? people.titledAt(place) : place;
        if (titled > place) {
            int end = text.behind(titled, "title");
            maybe.add(text.named(new Span(place, end)));
            return end;
        }
        return place;
    }
}
