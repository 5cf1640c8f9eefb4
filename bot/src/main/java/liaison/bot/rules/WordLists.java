package liaison.bot.rules;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Words that many patterns share: {@code @past} in a pattern stands for all words of the list of that name. */
final class WordLists {
    private final Map<String, String> lists = new HashMap<>();

    /** Lines of words between blanks; a line may name a list that stands before it. */
    void add(String name, List<String> lines) {
        lists.put(name, lines.stream().flatMap(line -> Arrays.stream(line.strip().split(" +", -1))).map(this::spellOut)
                .collect(Collectors.joining("|")));
    }

    /** Throws {@link IllegalArgumentException} for a list that is not there. */
    String spellOut(String pattern) {
        var out = new StringBuilder();
        int from = 0;
        for (int at = pattern.indexOf('@'); at >= 0; at = pattern.indexOf('@', from)) {
            int end = at + 1;
            while (end < pattern.length() && Character.isLowerCase(pattern.charAt(end)) && pattern.charAt(end) < 0x80) {
                end++;
            }
            String name = pattern.substring(at + 1, end);
            String words = lists.get(name);
            if (words == null) {
                throw new IllegalArgumentException("there is no list '@" + name + "'");
            }
            out.append(pattern, from, at).append(words);
            from = end;
        }
        return out.append(pattern, from, pattern.length()).toString();
    }
}
