package liaison.bot.dialog;

import java.util.List;
import liaison.bot.dialog.Pattern.Hits;
import liaison.bot.dialog.Subtopics.Weighed;
import liaison.bot.topic.TopicTable;

/** What a text is about: the topic by the learned table, what within it by the words of the rule files. */
final class Topics {
    private final TopicTable table;
    private final Subtopics subtopics;
    private final String other;

    Topics(TopicTable table, Subtopics subtopics, String other) {
        this.table = table;
        this.subtopics = subtopics;
        this.other = other;
    }

    /**
     * A topic as a text tells it.
     *
     * @param topic the book's name for anything else, where nothing tells
     * @param subtopic empty where the words do not say
     * @param margin by how much the topic leads the next one
     */
    record Guess(String topic, String subtopic, int margin) {
    }

    Weighed weigh(String plain, Hits hits) {
        return subtopics.weigh(plain, hits);
    }

    Guess of(String text, Weighed weighed) {
        var lead = table.lead(text);
        String topic = lead.isKnown() ? table.topics().get(lead.topic()) : weighed.topic();
        return new Guess(topic.isEmpty() ? other : topic, weighed.of(topic), lead.margin());
    }

    /** The pieces of a text that speak most for its topic. */
    List<String> deciding(String text) {
        var lead = table.lead(text);
        return lead.isKnown() ? table.words(text, lead.topic()) : List.of();
    }
}
