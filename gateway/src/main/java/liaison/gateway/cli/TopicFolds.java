package liaison.gateway.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import liaison.bot.topic.TopicTable;

/** Cross-validation: each part of the messages is told by a table that was learned from the other parts. */
final class TopicFolds {
    private final List<TopicExample> examples;
    private final int count;
    private final Map<String, Integer> foldOf = new LinkedHashMap<>();
    /** By id; in the order of the examples. */
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Map<String, String> subjects = new LinkedHashMap<>();

    TopicFolds(List<TopicExample> examples, int count) {
        this.examples = examples;
        this.count = count;
        var groups = new ArrayList<>(new TreeSet<>(examples.stream().map(TopicExample::group).toList()));
        groups.remove("");
        Collections.shuffle(groups, new Random(0));
        for (int i = 0; i < groups.size(); i++) {
            foldOf.put(groups.get(i), i % Math.max(1, count));
        }
    }

    void run(Runnable trained) {
        for (int fold = 0; fold < count; fold++) {
            var learned = new ArrayList<TopicExample>();
            var kept = new ArrayList<TopicExample>();
            for (var example : examples) {
                (foldOf.getOrDefault(example.group(), -1) == fold ? kept : learned).add(example);
            }
            var table = TopicTable.parse(new TopicTrainer(learned).table(trained));
            kept.forEach(example -> {
                texts.put(example.id(), topic(table, example.text()));
                subjects.put(example.id(), topic(table, example.brief()));
            });
        }
    }

    private static String topic(TopicTable table, String text) {
        var lead = table.lead(text);
        return lead.isKnown() ? lead.topic() : "";
    }

    /** The topics by id; empty where none was told. */
    Map<String, String> predictions(boolean bySubject) {
        return bySubject ? subjects : texts;
    }

    /** Precision, recall and F1 a topic, for whole messages and for their subjects alone. */
    String report() {
        return "cross-validation, " + count + " folds by group, " + texts.size() + " messages\n" + report("subject and body", texts)
                + report("subject alone", subjects);
    }

    private String report(String title, Map<String, String> told) {
        var topics = new TreeSet<>(examples.stream().map(TopicExample::label).toList());
        var lines = new StringBuilder();
        double sum = 0;
        for (String topic : topics) {
            var score = new Score(topic, told);
            sum += score.f1();
            lines.append(score).append('\n');
        }
        long known = told.values().stream().filter(topic -> !topic.isEmpty()).count();
        return String.format(Locale.ROOT, "%s: macro-F1 %.4f, told %.1f %%%n%s", title, sum / topics.size(), 100.0 * known / told.size(),
                lines);
    }

    private final class Score {
        private final String topic;
        private long hits;
        private long wanted;
        private long got;

        Score(String topic, Map<String, String> told) {
            this.topic = topic;
            for (var example : examples) {
                String answer = told.get(example.id());
                if (answer != null) {
                    wanted += example.label().equals(topic) ? 1 : 0;
                    got += answer.equals(topic) ? 1 : 0;
                    hits += answer.equals(topic) && example.label().equals(topic) ? 1 : 0;
                }
            }
        }

        double f1() {
            return hits == 0 ? 0 : 2.0 * hits / (wanted + got);
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "  precision %.3f  recall %.3f  F1 %.3f  of %d  %s", hits / (double) Math.max(1, got),
                    hits / (double) Math.max(1, wanted), f1(), wanted, topic);
        }
    }
}
