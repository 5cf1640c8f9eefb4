package liaison.bot.dialog;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import liaison.bot.calendar.TimePhrase;
import liaison.bot.calendar.TimeReader;

/** Why a time that a clerk says is not taken, told before it is asked for again. */
final class NoticeRefused {
    private static final String WHY = "time-why";
    private static final String SAID = "said";
    private static final List<String> WEEKDAYS = List.of("\u5468", "\u661f\u671f", "\u793c\u62dc");
    private static final String MONTH = "\u6708";

    private NoticeRefused() {
    }

    static void note(Scene scene, TimePhrase phrase, String words, Optional<Instant> starts) {
        String said = phrase.span().of(words).strip();
        boolean passed = starts.map(at -> !at.isAfter(scene.now)).orElse(phrase.day().filter(scene.today()::isAfter).isPresent());
        scene.values.remove(WHY);
        if (passed) {
            put(scene, "notice-time-passed", said);
        } else if (phrase.isImpossible()) {
            impossible(scene, said);
        } else if (starts.isEmpty() && phrase.day().isEmpty()) {
            date(words).ifPresent(date -> put(scene, "notice-day-unknown", date));
        }
    }

    private static void impossible(Scene scene, String said) {
        int at = WEEKDAYS.stream().mapToInt(said::indexOf).filter(place -> place > 0).min().orElse(-1);
        var day = at < 0 ? Optional.<LocalDate>empty() : TimeReader.day(said.substring(0, at), scene.now);
        day.ifPresent(date -> scene.values.put("wanted-day", scene.dates().dayOfWeek(date)));
        put(scene, day.isPresent() ? "notice-day-other" : said.contains(MONTH) ? "notice-no-day" : "notice-day-unknown", said);
    }

    /** 12-04 may be a day or something else. */
    static Optional<String> date(String words) {
        for (int i = 0; i < words.length(); i++) {
            int sign = digits(words, i);
            int end = sign > i && sign < words.length() && "-/.".indexOf(words.charAt(sign)) >= 0 ? digits(words, sign + 1) : i;
            if (end > sign + 1) {
                return Optional.of(words.substring(i, end));
            }
            i = Math.max(i, sign);
        }
        return Optional.empty();
    }

    private static int digits(String words, int place) {
        int end = place;
        while (end < words.length() && words.charAt(end) >= '0' && words.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    private static void put(Scene scene, String why, String said) {
        scene.values.put(WHY, why);
        scene.values.put(SAID, said);
    }

    static boolean isSaid(Scene scene) {
        return scene.values.containsKey(WHY);
    }

    static void say(Scene scene) {
        String why = scene.values.remove(WHY);
        if (why != null) {
            scene.say(why);
        }
    }
}
