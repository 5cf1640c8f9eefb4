package liaison.bot.text;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Words by their sound, so that a text in which voice recognition wrote other letters still says them. */
public final class SoundIndex {
    /** Shorter words sound like too many others. */
    private static final int SHORTEST = 3;
    private static final int LONGEST = 8;
    private static final int LOOKED_AT = 200;

    private final Map<String, String> words = new HashMap<>();

    /** Takes those of the words that are long enough and have a sound. */
    public SoundIndex(Collection<String> plainWords) {
        for (String word : plainWords) {
            String sounds = Sounds.of(word);
            if (word.length() >= SHORTEST && word.length() <= LONGEST && sounds.indexOf(Sounds.SILENT) < 0) {
                words.putIfAbsent(sounds, word);
            }
        }
    }

    /** A plain text with what sounds like a word replaced by it; the same text where nothing does. */
    public String heard(String plain) {
        String text = plain.substring(0, Math.min(plain.length(), LOOKED_AT));
        String sounds = Sounds.of(text);
        var heard = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            String word = at(sounds, at);
            heard.append(word.isEmpty() ? text.substring(at, at + 1) : word);
            at += Math.max(1, word.length());
        }
        return heard.append(plain, text.length(), plain.length()).toString();
    }

    private String at(String sounds, int from) {
        for (int end = Math.min(sounds.length(), from + LONGEST); end >= from + SHORTEST; end--) {
            String word = words.get(sounds.substring(from, end));
            if (word != null) {
                return word;
            }
        }
        return "";
    }
}
