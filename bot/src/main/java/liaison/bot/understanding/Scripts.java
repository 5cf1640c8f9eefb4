package liaison.bot.understanding;

/** In which letters something is written. */
public final class Scripts {
    private static final int FOREIGN_SENTENCE = 15;
    private static final int OTHER = 3;
    private static final char LAST_LATIN = '\u024f';

    private Scripts() {
    }

    /** Digits, marks or letters without a Chinese one among them. */
    public static boolean areSigns(String text) {
        return text.codePoints().noneMatch(Character::isIdeographic);
    }

    /** Whether there are so many other letters that they may be a sentence. */
    public static boolean isForeign(String text) {
        return text.codePoints().filter(Character::isLetter).count() >= FOREIGN_SENTENCE;
    }

    /** Letters neither of Chinese nor of the alphabet: a syllable or two may stand in a shop's name. */
    public static boolean isOther(String text) {
        int found = 0;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            found += letter > LAST_LATIN && Character.isLetter(letter) && !Character.isIdeographic(letter) ? 1 : 0;
        }
        return found >= OTHER;
    }
}
