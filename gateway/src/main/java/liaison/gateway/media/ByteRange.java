package liaison.gateway.media;

import java.util.Optional;

/**
 * One piece of a content, as {@code Range} asks for it.
 *
 * @param first of its bytes, -1 for as many as {@code last} says from the end
 * @param last of its bytes, at most {@link Long#MAX_VALUE}
 */
record ByteRange(long first, long last) {
    private static final String UNIT = "bytes=";
    private static final int MOST_DIGITS = 18;

    /** Empty for what is no single piece; then the whole is answered. */
    static Optional<ByteRange> parse(String header) {
        String spec = header.strip();
        int dash = spec.indexOf('-');
        if (!spec.startsWith(UNIT) || dash < 0 || spec.indexOf(',') >= 0) {
            return Optional.empty();
        }
        String from = spec.substring(UNIT.length(), dash).strip();
        String to = spec.substring(dash + 1).strip();
        if (!isNumber(from) || !isNumber(to) || (from.isEmpty() && to.isEmpty())) {
            return Optional.empty();
        }
        var range = new ByteRange(from.isEmpty() ? -1 : Long.parseLong(from), to.isEmpty() ? Long.MAX_VALUE : Long.parseLong(to));
        return range.first > range.last ? Optional.empty() : Optional.of(range);
    }

    private static boolean isNumber(String digits) {
        return digits.length() <= MOST_DIGITS && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** Whether it goes on where something was asked for before. */
    boolean isFurther() {
        return first != 0;
    }

    /** The first and the last byte of so many; empty where none of them is meant. */
    Optional<ByteRange> within(int length) {
        long start = first < 0 ? Math.max(0, length - last) : first;
        long end = first < 0 ? length - 1L : Math.min(last, length - 1L);
        return start > end ? Optional.empty() : Optional.of(new ByteRange(start, end));
    }
}
