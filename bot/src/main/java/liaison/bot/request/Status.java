package liaison.bot.request;

/** Where a request stands. Exported in lower case. */
public enum Status {
    FILED, ACCEPTED, ASSIGNED, HANDLING, REPLIED, CONFIRMED, REOPENED, WITHDRAWN, DECLINED, MERGED, EXTENDED, PROMISED;

    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Reads {@link #code()}; throws {@link IllegalArgumentException} for anything else. */
    public static Status parse(String code) {
        return valueOf(code.toUpperCase(java.util.Locale.ROOT));
    }

    /** Whether nobody has to do anything any more. */
    public boolean isClosed() {
        return this == CONFIRMED || this == WITHDRAWN || this == DECLINED || this == MERGED;
    }
}
