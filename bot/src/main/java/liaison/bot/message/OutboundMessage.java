package liaison.bot.message;

import java.util.List;
import java.util.Map;

/**
 * What we say to one address. The key is unique for ever and the same on every attempt.
 *
 * @param key at most 128 characters; never shown
 * @param kind what it is about; decides the template: {@code reply}, {@code request}, {@code reminder}, {@code visit}, {@code notice}
 * @param text the words as people read them; may be empty where only the fields count
 * @param fields what a template shows: number, what, where, when, note; absent ones are missing. With {@link #AT} when it is in the
 *     form that fields for times take. With {@link #CARD} the text takes
 *     the place of the buttons of a card that was pressed
 * @param choices quick replies, at most 5; empty for none
 */
public record OutboundMessage(String key, Address to, String kind, String text, Map<String, String> fields, List<Choice> choices) {
    /** Names the field that holds the code by which a card can be updated once. */
    public static final String CARD = "card";

    /** Names the field that holds a day or a moment in full, such as 2026年12月4日 14:00. */
    public static final String AT = "at";

    public OutboundMessage {
        fields = Map.copyOf(fields);
        choices = List.copyOf(choices);
    }

    /** A quick reply: what a button says and what it sends. */
    public record Choice(String send, String label) {
    }
}
