package liaison.bot.media;

import java.util.Locale;

/** How far something is: still to be fetched, stored, not taken for what it is, or lost at the platform. Exported in lower case. */
public enum MediaState {
    PENDING, STORED, REFUSED, GONE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static MediaState parse(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
