package liaison.gateway.media;

import java.util.Locale;
import java.util.Set;

/** Puts names of a PDF together, their {@code #41} as what they stand for, and refuses those of what acts. */
final class NameReader {
    private static final Set<String> ACTIVE = Set.of("javascript", "launch", "embeddedfile", "embeddedfiles", "richmedia", "rendition",
            "encrypt", "crypt", "submitform", "importdata", "gotoe", "gotor", "oninstantiate");
    /** So short that chance writes them, too, in letters of either case. */
    private static final Set<String> SHORT = Set.of("JS", "XFA");
    /** Longer ones are none of those. */
    private static final int LONGEST = 128;

    private final StringBuilder letters = new StringBuilder();
    private boolean isIn;

    void add(int letter) {
        if (letters.length() < LONGEST) {
            letters.append((char) letter);
        }
    }

    /** One letter more of what may or may not be names. */
    void pass(int letter) {
        if (isIn && PdfTokens.isRegular(letter)) {
            add(letter);
            return;
        }
        if (isIn) {
            name();
        }
        isIn = letter == '/';
    }

    /** The name that has ended. */
    String name() {
        var plain = new StringBuilder();
        for (int i = 0; i < letters.length(); i++) {
            int high = letters.charAt(i) == '#' && i + 2 < letters.length() ? Character.digit(letters.charAt(i + 1), 16) : -1;
            int low = high < 0 ? -1 : Character.digit(letters.charAt(i + 2), 16);
            plain.append(low < 0 ? letters.charAt(i) : (char) (high << 4 | low));
            i += low < 0 ? 0 : 2;
        }
        letters.setLength(0);
        if (SHORT.contains(plain.toString()) || ACTIVE.contains(plain.toString().toLowerCase(Locale.ROOT))) {
            throw new Unfit("active");
        }
        return plain.toString();
    }
}
