package liaison.bot.notice;

import liaison.bot.calendar.Span;

/** What remains of a notice when what was understood is cut: the text that is sent, and what it is about. */
final class NoticeRemains {
    private final NoticeText text;
    private final NoticePeople people;
    private final NoticeCommand command;

    NoticeRemains(NoticeText text, NoticePeople people, NoticeCommand command) {
        this.text = text;
        this.people = people;
        this.command = command;
    }

    /** All parts that say more than when, where and who, as they were written; empty when there are none. */
    String words() {
        var parts = text.parts();
        if (parts.stream().allMatch(part -> people.areAll(part) || people.areLeftOut(part))) {
            return "";
        }
        var words = new StringBuilder();
        int last = -1;
        for (int i = 0; i < parts.size(); i++) {
            if (!(people.areAll(parts.get(i)) || people.areLeftOut(parts.get(i))) || text.says("must", "not", parts.get(i))
                    || people.areComing(parts.get(i))) {
                if (last >= 0) {
                    words.append(last == i - 1 ? text.written(parts.get(last).end(), parts.get(i).start()) : "\uff0c");
                }
                words.append(text.named(command.without(parts.get(i))));
                last = i;
            }
        }
        return words.toString();
    }

    /** The longest words that are neither cut, nor say who, please or come, nor stand in any notice. */
    String topic() {
        var longest = new Span(0, 0);
        int start = 0;
        for (int i = 0; i < text.length();) {
            int behind = Math.max(people.behindEmpty(i), Math.max(text.behind(i, "any"), text.behind(i, "hedge")));
            boolean told = behind == i && !text.isCut(i) && text.isLetterOrDigit(i);
            i = Math.max(behind, i + 1);
            start = told ? start : i;
            longest = i - start > longest.end() - longest.start() ? new Span(start, i) : longest;
        }
        return text.named(longest);
    }
}
