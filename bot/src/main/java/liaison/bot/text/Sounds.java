package liaison.bot.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How letters sound, without tones and without the differences that many speakers do not make: zh and z, n and l, ing and in,
 * and the like. Two words that voice recognition takes for one another sound the same here.
 */
public final class Sounds {
    /** Of a letter without a sound, such as a sign. */
    public static final char SILENT = 0;
    private static final List<String[]> ALIKE = List.of(new String[]{"zh", "z"}, new String[]{"ch", "c"}, new String[]{"sh", "s"},
            new String[]{"n", "l"}, new String[]{"h", "f"});
    private static final char[] SOUNDS = sounds();

    private Sounds() {
    }

    /** One letter for each sound, the same for those that are alike. */
    public static String of(String plain) {
        var sounds = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            sounds.append(SOUNDS[plain.charAt(i)]);
        }
        return sounds.toString();
    }

    private static char[] sounds() {
        char[] sounds = new char[Character.MAX_VALUE + 1];
        Map<String, Integer> numbers = new HashMap<>();
        for (String[] row : WordLists.rows("/text/sounds.tsv")) {
            int number = numbers.computeIfAbsent(common(row[0]), sound -> numbers.size() + 1);
            row[1].chars().forEach(letter -> sounds[letter] = (char) number);
        }
        return sounds;
    }

    /** The syllable as those say it who tell least apart. */
    private static String common(String syllable) {
        String common = syllable;
        for (String[] pair : ALIKE) {
            if (common.startsWith(pair[0])) {
                common = pair[1] + common.substring(pair[0].length());
                break;
            }
        }
        return common.endsWith("ing") || common.endsWith("eng") ? common.substring(0, common.length() - 1) : common;
    }
}
