package liaison.bot.issue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds texts that were written before, among the newest ones; by a few of their parts, since comparing all would take for ever. */
final class Refilings {
    private static final int MOST = 50_000;
    /** Under a part that stands in more texts than this, it is a phrase. */
    private static final int MOST_UNDER_A_MARK = 60;
    private static final int MOST_COMPARED = 20;

    private Shelf young = new Shelf();
    private Shelf old = new Shelf();

    private record Text(Sketch sketch, Issue issue) {
    }

    private static final class Shelf {
        final Postings byMark = new Postings();
        final Map<Long, Integer> byHead = new HashMap<>();
        final List<Text> texts = new ArrayList<>();

        Optional<Text> nearest(Sketch sketch) {
            Map<Integer, Integer> marked = new HashMap<>();
            for (int mark : sketch.marks()) {
                byMark.each(mark, MOST_UNDER_A_MARK, number -> marked.merge(number, 1, Integer::sum));
            }
            var sameHead = byHead.get(sketch.runs().head());
            if (sketch.runs().head() != 0 && sameHead != null && texts.get(sameHead).sketch.isNear(sketch)) {
                return Optional.of(texts.get(sameHead));
            }
            Text nearest = null;
            double most = 0;
            for (int number : mostMarked(marked)) {
                double near = texts.get(number).sketch.nearness(sketch);
                if (near > most) {
                    most = near;
                    nearest = texts.get(number);
                }
            }
            return Optional.ofNullable(nearest);
        }

        private static List<Integer> mostMarked(Map<Integer, Integer> marked) {
            return marked.entrySet().stream()
                    .sorted(Map.Entry.<Integer, Integer>comparingByValue().reversed().thenComparing(Map.Entry::getKey))
                    .limit(MOST_COMPARED).map(Map.Entry::getKey).toList();
        }
    }

    Optional<Issue> find(Sketch sketch) {
        return young.nearest(sketch).or(() -> old.nearest(sketch)).map(Text::issue);
    }

    void add(Sketch sketch, Issue issue) {
        if (young.texts.size() == MOST) {
            old = young;
            young = new Shelf();
        }
        int number = young.texts.size();
        young.texts.add(new Text(sketch, issue));
        for (int mark : sketch.marks()) {
            young.byMark.add(mark, number);
        }
        if (sketch.runs().head() != 0) {
            young.byHead.putIfAbsent(sketch.runs().head(), number);
        }
    }
}
