package liaison.bot.notice;

import java.util.Set;
import java.util.TreeSet;
import liaison.bot.calendar.Span;

/**
 * Finds whom a notice is for. A group counts where it is addressed (全体驻站代表, 请代表们, 代表必到), not where it is what the notice is about
 * (代表视察前碰头会).
 */
final class NoticeAudience {
    private static final String BOTH = "both";

    private final NoticeText text;

    NoticeAudience(NoticeText text) {
        this.text = text;
    }

    /** {@code deputies}, {@code staff}, {@code both}, or empty. */
    String find() {
        var groups = new TreeSet<String>();
        for (var part : text.parts()) {
            int i = part.start();
            while (i < part.end()) {
                i = text.isCut(i) ? i + 1 : read(i, part, groups);
            }
        }
        if (groups.size() > 1) {
            return BOTH;
        }
        return groups.isEmpty() ? "" : groups.first();
    }

    /** Reads the groups that are listed from a place on, and says where to go on. */
    private int read(int start, Span part, Set<String> groups) {
        var listed = new TreeSet<String>();
        int end = start;
        int next = start;
        boolean plural = false;
        for (var group = text.at(next, "group"); group.isPresent(); group = text.at(next, "group")) {
            if (group.get().value().equals(NoticeText.NOBODY)) {
                return Math.max(end, group.get().end());
            }
            listed.add(group.get().value());
            end = text.behind(group.get().end(), "plural");
            plural |= end > group.get().end();
            next = named(text.behind(end, "and"));
        }
        if (listed.isEmpty()) {
            return start + 1;
        }
        boolean whole = end >= part.end() && text.isEmpty(new Span(part.start(), start));
        if (plural || whole || isAddressed(start) || listed.contains(BOTH) || text.at(end, "attend").isPresent()) {
            groups.addAll(listed);
        }
        return end;
    }

    private int named(int place) {
        return text.behind(text.behind(place, "quantifier"), "modifier");
    }

    private boolean isAddressed(int start) {
        int place = start;
        for (var word = text.before(place, "modifier"); word.isPresent(); word = text.before(place, "modifier")) {
            place = word.get().start();
        }
        return text.before(place, "quantifier").isPresent() || text.before(place, "address").isPresent();
    }
}
