package liaison.bot.dialog;

import java.util.List;

/**
 * How one text is understood by itself, without a talk around it.
 *
 * @param topicWords the words that decided
 * @param margin by how much the topic leads the next one
 * @param place code of the place, empty where none or more than one fits; so are the codes of its street and its village
 * @param rule which rule would decide it at the start of a talk
 */
public record Explanation(String intent, String topic, List<String> topicWords, int margin, String place, String street, String village,
        String station, String deputy, String unit, String rule, boolean emergency) {
    public Explanation {
        topicWords = List.copyOf(topicWords);
    }
}
