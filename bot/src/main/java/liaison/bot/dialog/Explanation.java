package liaison.bot.dialog;

import java.util.List;
import liaison.bot.text.Span;

/**
 * How one text is understood by itself, without a talk around it.
 *
 * @param topic2 the topic below the topic, empty where the words do not tell
 * @param topicWords the words that decided
 * @param margin by how much the topic leads the next one
 * @param place code of the place, empty where none or more than one fits; so are the codes of its street and its village
 * @param address the parts of addresses, labelled prov, city, district, town, community, road, poi and the like
 * @param numbers personal numbers, labelled phone, id_card, bank_card or plate
 * @param rule which rule would decide it at the start of a talk
 * @param parts the matters, where the text holds more than one; each labelled with its intent
 */
public record Explanation(String intent, String topic, String topic2, List<String> topicWords, int margin, String place, String street,
        String village, List<Span> address, List<Span> numbers, String station, String deputy, String unit, String rule,
        boolean emergency, List<Span> parts) {
    public Explanation {
        topicWords = List.copyOf(topicWords);
        address = List.copyOf(address);
        numbers = List.copyOf(numbers);
        parts = List.copyOf(parts);
    }
}
