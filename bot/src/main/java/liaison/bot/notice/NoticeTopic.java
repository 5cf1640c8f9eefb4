package liaison.bot.notice;

import java.util.Map;
import liaison.bot.calendar.WordTable.Word;

/** How much of what a message says is said by a notice, too: the length of the longest words that both hold. */
public final class NoticeTopic {
    private static final int LEAST = 2;

    private NoticeTopic() {
    }

    /** 0 when they share nothing but words that stand in any notice. */
    public static int shared(String message, String notice) {
        var text = new NoticeText(message);
        var people = new NoticePeople(text, Map.of());
        int longest = 0;
        int[] shared = new int[notice.length() + 1];
        for (int i = 0; i < message.length();) {
            int behind = Math.max(people.behindEmpty(i), text.at(i, "any").map(Word::end).orElse(i));
            int[] next = new int[notice.length() + 1];
            for (int j = 0; behind == i && j < notice.length(); j++) {
                boolean same = Character.isLetterOrDigit(message.charAt(i)) && message.charAt(i) == notice.charAt(j);
                next[j + 1] = same ? shared[j] + 1 : 0;
                longest = Math.max(longest, next[j + 1]);
            }
            shared = next;
            i = Math.max(behind, i + 1);
        }
        return longest < LEAST ? 0 : longest;
    }
}
