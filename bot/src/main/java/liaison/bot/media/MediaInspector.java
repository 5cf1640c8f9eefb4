package liaison.bot.media;

/** Tells by its bytes alone what something is, and makes of it what may be kept. */
public interface MediaInspector {
    Inspected inspect(MediaKind kind, byte[] content);

    /** The verdict. */
    sealed interface Inspected {
        /**
         * It may be kept, as these bytes.
         *
         * @param type such as {@code image/jpeg}
         */
        record Fit(String type, byte[] content) implements Inspected {
        }

        /** It may not; the reason is a code. */
        record Unfit(String reason) implements Inspected {
        }
    }
}
