package liaison.bot.dialog;

import java.util.List;
import java.util.stream.Stream;
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
     * @param lead what the table says
     */
    record Guess(String topic, String subtopic, TopicTable.Lead lead) {
        /** By how much the topic leads the next one; 0 where the table does not tell. */
        int margin() {
            return lead.isKnown() ? lead.margin() : 0;
        }

        /** The pieces of the text that decided. */
        List<String> deciding() {
            return lead.isKnown() ? lead.words() : List.of();
        }
    }

    /** The topics of the table, and the name of anything else. */
    List<String> names() {
        return Stream.concat(table.topics().stream(), Stream.of(other)).toList();
    }

    Weighed weigh(String plain, Hits hits) {
        return subtopics.weigh(plain, hits);
    }

    Guess of(String text, Weighed weighed) {
        var lead = table.lead(text);
        String topic = lead.isKnown() ? lead.topic() : weighed.topic();
        return new Guess(topic.isEmpty() ? other : topic, weighed.of(topic), lead);
    }
}
