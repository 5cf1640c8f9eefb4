package liaison.bot.notice;

import java.util.List;
import java.util.Optional;
import liaison.bot.calendar.WordTable.Word;

/** What the words behind people say of them: 林一那边就不发了, 林一请假了, 林一也要. */
final class BehindPeople {
    private final NoticeText text;
    private final NoticePeople people;

    BehindPeople(NoticeText text, NoticePeople people) {
        this.text = text;
        this.people = people;
    }

    /**
     * What is said, and where the words for it end.
     *
     * @param kind {@code out} or {@code in}
     */
    record Said(String kind, int end) {
        boolean isOut() {
            return kind.equals("out");
        }
    }

    /** What is said of people who end at a place. */
    Optional<Said> at(int end) {
        int at = end;
        while (true) {
            var comes = text.at(at, "in-behind");
            var out = out(at);
            if (out.isPresent()) {
                return out;
            }
            if (ends(comes) || comes.filter(word -> word.value().isEmpty()).isPresent()) {
                return Optional.of(new Said("in", comes.get().end()));
            }
            var more = text.at(at, "behind-lead");
            if (more.isEmpty()) {
                return Optional.empty();
            }
            at = more.get().end();
        }
    }

    private Optional<Said> out(int at) {
        var told = text.at(at, "out-behind");
        if (ends(told)) {
            return told.map(word -> new Said("out", word.end()));
        }
        return text.at(at, "except-why").isPresent() ? outWithReason(at) : Optional.empty();
    }

    /** 出差了，不用通知 says why first. */
    private Optional<Said> outWithReason(int at) {
        int why = at;
        for (String kind : List.of("except-why", "except-then", "behind-lead")) {
            why = text.behind(why, kind);
        }
        var then = text.at(why, "out-behind");
        if (ends(then)) {
            return then.map(word -> new Said("out", word.end()));
        }
        return text.endsClause(why) ? Optional.of(new Said("out", why)) : Optional.empty();
    }

    private boolean ends(Optional<Word> word) {
        return word.filter(one -> text.endsClause(text.behind(one.end(), "ask-end")) || people.nameAt(one.end()) > one.end())
                .isPresent();
    }
}
