package liaison.bot.understanding;

import java.util.List;
import java.util.stream.Stream;
import liaison.bot.topic.TopicTable;
import liaison.bot.understanding.Pattern.Hits;
import liaison.bot.understanding.Subtopics.Weighed;

/**
 * What a text is about: the topic by the learned table and a little by the words of the rule files, what within it by these. What the table was never taught
 * (elections, crime, weddings) is anything else: its words must outweigh those of every topic, and the table must not be sure.
 */
public final class Topics {
    /** From this lead on the table knows what it tells: no labelled subject that holds words of anything else lies below, most matters unknown to it do. */
    private static final int SURE = 100;

    private final TopicTable table;
    private final Subtopics subtopics;
    private final String other;
    /** By subtopic: where its topic stands in the table, or -1. */
    private final int[] topicOf;

    Topics(TopicTable table, Subtopics subtopics, String other) {
        this.table = table;
        this.subtopics = subtopics;
        this.other = other;
        topicOf = subtopics.topics().stream().mapToInt(table.topics()::indexOf).toArray();
    }

    /**
     * A topic as a text tells it.
     *
     * @param topic the book's name for anything else, where nothing tells
     * @param subtopic empty where the words do not say
     * @param lead what the table says
     * @param weighed the words, which decided where the table did not
     */
    public record Guess(String topic, String subtopic, TopicTable.Lead lead, Weighed weighed) {
        /** By how much the topic leads the next one; 0 where the table did not decide. */
        public int margin() {
            return isOfTable() ? lead.margin() : 0;
        }

        /** The pieces of the text that decided. */
        public List<String> deciding() {
            return isOfTable() ? lead.words() : weighed.words(topic);
        }

        private boolean isOfTable() {
            return lead.isKnown() && lead.topic().equals(topic);
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
        var lead = table.lead(text, weighed.points(topicOf, table.topics().size()));
        boolean isOfTable = lead.isKnown() && (lead.margin() >= SURE || other.isEmpty() || !weighed.topic().equals(other));
        String topic = isOfTable ? lead.topic() : weighed.topic();
        return new Guess(topic.isEmpty() ? other : topic, weighed.of(topic), lead, weighed);
    }
}
