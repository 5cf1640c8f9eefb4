package liaison.bot.dialog;

import java.util.List;
import java.util.stream.Stream;
import liaison.bot.notice.Broadcast;

/** Notices to whoever is bound here that were stopped: what names one is answered for none of the others. */
final class StoppedNotices {
    private StoppedNotices() {
    }

    /** Says that what some words name was stopped; whether it was. */
    static boolean tell(Scene scene, String words) {
        var named = named(scene, words);
        named.stream().findFirst().ifPresent(broadcast -> {
            NoticeSteps.describe(scene, broadcast);
            scene.say("notice-stopped");
        });
        return !named.isEmpty();
    }

    static boolean isNamed(Scene scene) {
        return !named(scene, scene.heard.text()).isEmpty();
    }

    /** Those that are named, and that no other notice is named as well as. */
    private static List<Broadcast> named(Scene scene, String words) {
        var stopped = scene.facts.get(new Want.Bound()).stream().flatMap(person -> scene.facts.get(new Want.Stopped(person)).stream())
                .filter(broadcast -> NoticeAnswers.isAnswerable(scene, broadcast) && broadcast.startsAt().isAfter(scene.now)).distinct()
                .toList();
        var named = stopped.isEmpty()
                ? List.<Broadcast>of()
                : NoticeAnswers.named(scene, words, Stream.concat(NoticeAnswers.open(scene).stream(), stopped.stream()).toList());
        return stopped.containsAll(named) ? named : List.of();
    }
}
