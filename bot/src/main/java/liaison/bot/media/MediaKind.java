package liaison.bot.media;

import java.util.Locale;

/** What somebody meant to send; what it really is, its content tells. */
public enum MediaKind {
    IMAGE, VOICE, VIDEO, FILE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static MediaKind parse(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
