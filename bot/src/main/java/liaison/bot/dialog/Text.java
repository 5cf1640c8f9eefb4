package liaison.bot.dialog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
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
    List<Choice> choices(UnaryOperator<String> values) {
        var labelled = new ArrayList<Choice>();
        for (var choice : choices) {
            boolean named = choice.label().indexOf('{') >= 0;
            String label = named ? Wording.parse(choice.label()).with(values) : choice.label();
            if (!label.isEmpty()) {
                labelled.add(named ? new Choice(choice.send(), label) : choice);
            }
        }
        return labelled;
    }

    String with(Map<String, String> values) {
        return wording.with(values);
    }
}
