package liaison.bot.people;

/**
 * A deputy or a member of staff as the holder of a case or of a binding, written {@code deputy:CODE} or
 * {@code staff:CODE}.
 */
public record Person(Kind kind, String code) {
    public enum Kind {
        DEPUTY, STAFF
    }

    /** Reads {@link #toString()}; throws {@link IllegalArgumentException} for anything else. */
    public static Person parse(String text) {
        if (text.startsWith("deputy:")) {
            return new Person(Kind.DEPUTY, text.substring("deputy:".length()));
        }
        if (text.startsWith("staff:")) {
            return new Person(Kind.STAFF, text.substring("staff:".length()));
        }
        throw new IllegalArgumentException("a person is deputy:CODE or staff:CODE");
    }

    @Override
    public String toString() {
        return (kind == Kind.DEPUTY ? "deputy:" : "staff:") + code;
    }
}
