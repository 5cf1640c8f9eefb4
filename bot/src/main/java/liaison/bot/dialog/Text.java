package liaison.bot.dialog;

import java.util.List;
import java.util.Map;
import java.util.Set;
import liaison.bot.message.OutboundMessage.Choice;

/**
 * Words for people under a name.
 *
 * @param card how a page lays them out, or empty
 */
record Text(String name, Wording wording, List<Choice> choices, String card) {
    private static final Set<String> CARDS = Set.of("", "consent", "readback", "filed", "emergency", "person");
    static final int MOST_CHOICES = 5;

    Text {
        choices = List.copyOf(choices);
        if (choices.size() > MOST_CHOICES) {
            throw new IllegalArgumentException("a text has at most " + MOST_CHOICES + " choices");
        }
        if (!CARDS.contains(card)) {
            throw new IllegalArgumentException("there is no card '" + card + "'");
        }
    }

    /** Those that have a label; one that names a value may have none. */
    List<Choice> choices(Map<String, String> values) {
        if (choices.stream().noneMatch(choice -> choice.label().indexOf('{') >= 0)) {
            return choices;
        }
        return choices.stream().map(choice -> new Choice(choice.send(), Wording.parse(choice.label()).with(values)))
                .filter(choice -> !choice.label().isEmpty()).toList();
    }

    String with(Map<String, String> values) {
        return wording.with(values);
    }
}
