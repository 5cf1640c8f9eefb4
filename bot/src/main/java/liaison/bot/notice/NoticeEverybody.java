package liaison.bot.notice;

import liaison.bot.calendar.WordTable.Word;

/** An answer to whom a notice is for that names nobody, and means all: 大家 and 都通知 all of the station, 三位代表都要 its deputies. */
public final class NoticeEverybody {
    private NoticeEverybody() {
    }

    /** As {@link NoticeDraft#audience()}; empty where it says anything else. */
    public static String read(String answer) {
        var text = new NoticeText(answer);
        int start = text.behind(0, "polite");
        int counted = text.number(start).map(Word::end).filter(end -> text.at(end, "counted").isPresent())
                .map(end -> text.behind(end, "counted"))
                .orElse(start);
        var group = text.at(counted, "group").filter(word -> word.value().equals(NoticeAudience.DEPUTIES));
        boolean areDeputies = counted > start && group.isPresent();
        boolean isSaid = false;
        for (int i = areDeputies ? group.get().end() : 0; i < text.length();) {
            var word = text.at(i, "everyone");
            if (word.isEmpty() && text.isLetterOrDigit(i)) {
                return "";
            }
            isSaid |= word.filter(one -> !one.value().isEmpty()).isPresent();
            i = word.map(Word::end).orElse(i + 1);
        }
        return areDeputies ? NoticeAudience.DEPUTIES : isSaid ? NoticeAudience.DEPUTIES + ' ' + NoticeAudience.STAFF : "";
    }
}
