package liaison.bot.understanding;

import java.util.Locale;
import liaison.bot.message.InboundMessage;

/** A position in words that somebody can look up. */
public final class Degrees {
    private Degrees() {
    }

    /** Its label, else the latitude and the longitude, metres apart. */
    public static String labelled(InboundMessage.Location position) {
        String label = position.label().strip();
        return label.isEmpty() ? String.format(Locale.ROOT, "%.5f,%.5f", position.latitude(), position.longitude()) : label;
    }

    /** Its label, else what it lies near and its degrees. */
    public static String labelled(InboundMessage.Location position, String near) {
        return position.label().isBlank() ? near + ' ' + labelled(position) : labelled(position);
    }
}
