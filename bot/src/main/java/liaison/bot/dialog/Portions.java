package liaison.bot.dialog;

import java.nio.charset.StandardCharsets;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import liaison.bot.message.OutboundMessage.Choice;

/**
 * A reply as the channel takes it: what one answer holds, and what has to follow it.
 *
 * @param choices those of the answer; where something follows they go with the last of it
 * @param rest in order, each of them as long as one message may be
 */
record Portions(String first, List<Choice> choices, List<String> rest) {
    /** Bytes of UTF-8 that one message may have. */
    private static final int MOST = 2048;
    /** What stands around the choices, and around each of them. */
    private static final int AROUND = 16;

    Portions {
        choices = List.copyOf(choices);
        rest = List.copyOf(rest);
    }

    static Portions whole(Reply reply) {
        return new Portions(reply.text(), reply.choices(), List.of());
    }

    static Portions of(Reply reply) {
        int room = MOST - reply.choices().stream().mapToInt(choice -> AROUND + bytes(choice.send()) + bytes(choice.label())).sum();
        // a character has at most three bytes
        if (reply.text().length() * 3 <= room || bytes(reply.text()) <= room) {
            return whole(reply);
        }
        var pieces = cut(reply.text(), Math.max(room, MOST / 2));
        return new Portions(pieces.getFirst(), List.of(), pieces.subList(1, pieces.size()));
    }

    private static List<String> cut(String text, int room) {
        var characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text);
        var pieces = new ArrayList<String>();
        for (int start = 0; start < text.length();) {
            int end = end(text, start, room);
            if (end < text.length()) {
                int line = text.lastIndexOf('\n', end - 1) + 1;
                int character = characters.isBoundary(end) ? end : characters.preceding(end);
                end = line > start + (end - start) / 2 ? line : character > start ? character : end;
            }
            pieces.add(text.substring(start, end).strip());
            start = end;
        }
        pieces.removeIf(String::isEmpty);
        return pieces;
    }

    /** As far as whole code points fit. */
    private static int end(String text, int start, int room) {
        int used = 0;
        int at = start;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            used += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
            if (used > room) {
                break;
            }
            at += Character.charCount(c);
        }
        return at;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
