package liaison.bot.dialog;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import liaison.bot.calendar.Shanghai;
import liaison.bot.notice.Broadcast;
import liaison.bot.notice.NoticeChange;
import liaison.bot.notice.NoticeQuestion;
import liaison.bot.people.Person;

/** Which notice a message means while one may be being written: that one, or one that was sent. */
final class NoticeMeant {
    private static final String NOTICE = "notice";
    /** Who changes a notice that was sent says so in a sentence. */
    private static final int LONGEST = 40;

    private NoticeMeant() {
    }

    /** Those that were sent whose words stand where the message says what shall be another; none where it may be what is being written. */
    static List<Broadcast> changed(Scene scene) {
        String subject = scene.heard.text().length() > LONGEST ? "" : NoticeChange.subject(scene.heard.text());
        return subject.isEmpty() ? List.of() : sent(scene, subject);
    }

    /** Those that were sent and are named by words that do not name what is being written as well. */
    static List<Broadcast> sent(Scene scene, String words) {
        var named = named(scene, words);
        return named.stream().anyMatch(NoticeMeant::isDraft) ? List.of() : named;
    }

    /** Whether the message says that what is being written, or one that it names, is not to be. */
    static boolean isDropped(Scene scene) {
        String words = scene.heard.text();
        return NoticeQuestion.callsOff(words) && (NoticeQuestion.points(words) || !named(scene, words).isEmpty());
    }

    /** Drops what is being written, or stops the one that was sent and goes on; asks where both may be meant. */
    static void drop(Scene scene) {
        var named = named(scene, scene.heard.text());
        boolean isDraft = named.stream().anyMatch(NoticeMeant::isDraft) || NoticeQuestion.points(scene.heard.text());
        if (isDraft && named.size() < 2) {
            NoticeHalts.drop(scene);
        } else if (isDraft) {
            NoticeHalts.ask(scene, named.stream().filter(broadcast -> !isDraft(broadcast)).findFirst().orElseThrow());
        } else {
            NoticeHalts.which(scene);
        }
    }

    private static List<Broadcast> named(Scene scene, String words) {
        var all = scene.form.equals(NOTICE)
                ? Stream.concat(Stream.of(draft(scene)), NoticeSteps.live(scene).stream()).toList()
                : NoticeSteps.live(scene);
        return NoticeAnswers.named(scene, words, all);
    }

    private static boolean isDraft(Broadcast broadcast) {
        return broadcast.id().isEmpty();
    }

    private static Broadcast draft(Scene scene) {
        var starts = NoticeTime.day(scene).map(day -> Shanghai.at(day, NoticeTime.hour(scene).orElse(LocalTime.MIN))).orElse(Instant.MAX);
        return new Broadcast("", new Person(Person.Kind.STAFF, "-"), "", List.of(), scene.slot(NoticeSlot.AUDIENCE),
                scene.slot(NoticeSlot.TEXT), scene.slot("when"), starts, scene.slot("where"), scene.now);
    }
}
