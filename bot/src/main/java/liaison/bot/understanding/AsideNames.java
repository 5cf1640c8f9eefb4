package liaison.bot.understanding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import liaison.bot.calendar.WordTable;
import liaison.bot.people.Directory.Mention;

/** Names that are told beside the place of a matter: what it is not, where somebody works, lives or comes from, and what she passes. */
final class AsideNames {
    private static final String STOPS = "，,。；;！!？?、\n ";
    private static final String ASKED = "是";
    /** Letters that may follow where somebody lives, as 已经五年了. */
    private static final int LONGEST_REST = 10;

    private final PlaceTail tail;
    private final WordTable words;

    AsideNames(PlaceTail tail, WordTable words) {
        this.tail = tail;
        this.words = words;
    }

    /** What a name is told as; one goes where a later one, or one of the matter, is told beside it. */
    private enum As {
        DENIED, WORK, HOME, PASSED, MATTER
    }

    /** Names side by side, as those of a town and an estate in it. */
    private record Run(int start, int end, List<Mention> mentions) {
    }

    /** The mentions without those told aside, where any other is left. */
    List<Mention> without(List<Mention> mentions, String text) {
        var runs = runs(mentions, text);
        if (runs.size() < 2) {
            return mentions;
        }
        var kinds = new ArrayList<As>();
        for (int i = 0; i < runs.size(); i++) {
            int next = i + 1 < runs.size() ? runs.get(i + 1).start : text.length();
            kinds.add(kind(text, runs.get(i), i == 0 ? 0 : runs.get(i - 1).end, next));
        }
        var last = kinds.stream().max(Comparator.naturalOrder()).orElse(As.MATTER);
        var kept = new ArrayList<Mention>();
        for (int i = 0; i < runs.size(); i++) {
            if (kinds.get(i) == last) {
                kept.addAll(runs.get(i).mentions);
            }
        }
        return kept.size() == mentions.size() ? mentions : List.copyOf(kept);
    }

    private List<Run> runs(List<Mention> mentions, String text) {
        var runs = new ArrayList<Run>();
        for (var mention : mentions.stream().sorted(Comparator.comparingInt(Mention::start)).toList()) {
            if (runs.isEmpty() || mention.start() > tail.end(text, runs.getLast().end)) {
                runs.add(new Run(mention.start(), mention.end(), new ArrayList<>(List.of(mention))));
            } else {
                var last = runs.removeLast();
                last.mentions.add(mention);
                runs.add(new Run(last.start, Math.max(last.end, mention.end()), last.mentions));
            }
        }
        return runs;
    }

    private As kind(String text, Run run, int before, int next) {
        int end = Math.min(tail.end(text, run.end), next);
        int clause = end;
        while (clause < next && STOPS.indexOf(text.charAt(clause)) < 0) {
            clause++;
        }
        String front = text.substring(before, run.start);
        if (endsIn(front, "denies") && !isAsked(front)) {
            return As.DENIED;
        }
        boolean isHere = endsIn(front, "within");
        if (isHere && words.at(text, end, "works").isPresent()) {
            return As.WORK;
        }
        String rest = text.substring(end, clause);
        boolean tellsNothing = rest.length() <= LONGEST_REST && !Complaints.sayWrong(rest);
        boolean isDweller = words.at(rest, 0, "dweller").isPresent() && (front.isEmpty() || endsIn(front, "dwelling"));
        if (tellsNothing && (isDweller || endsIn(front, "lives") || (endsIn(front, "from") && words.at(rest, 0, "leaves").isPresent()))) {
            return As.HOME;
        }
        return tellsNothing && endsIn(front, "passes") ? As.PASSED : As.MATTER;
    }

    private boolean endsIn(String front, String kind) {
        return words.before(front, front.length(), kind).isPresent();
    }

    /** 是不是 asks. */
    private boolean isAsked(String front) {
        int at = words.before(front, front.length(), "denies").map(WordTable.Word::start).orElse(0);
        return at > 0 && front.startsWith(ASKED, at - 1);
    }
}
