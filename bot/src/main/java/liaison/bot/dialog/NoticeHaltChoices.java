package liaison.bot.dialog;

import java.util.List;
import liaison.bot.notice.Broadcast;
import liaison.bot.notice.StopOrder;

/** What is answered when it was asked which notice is to be stopped. */
final class NoticeHaltChoices {
    /** Before those of which it was asked whether all are to be stopped. */
    private static final String ALL = "all";

    private NoticeHaltChoices() {
    }

    /** It is asked of those that are noted whether all are to be stopped. */
    static void markAll(Scene scene) {
        scene.memory.merge(Memory.HALT, ALL + '\n', (ids, mark) -> mark + ids);
    }

    /** Whether it was asked which notice is to be stopped. */
    static boolean isAsked(Scene scene) {
        return scene.before.memory().containsKey(Memory.HALT);
    }

    /** Whether the message says which notice is to be stopped; what begins another one says none, however alike the two are. */
    static boolean isChosen(Scene scene) {
        if (isAsked(scene) && areAll(scene)) {
            return true;
        }
        return isAsked(scene) && chosen(scene).size() == 1 && (!picked(scene).isEmpty() || !NoticeSteps.isBegun(scene));
    }

    static void choose(Scene scene) {
        if (areAll(scene)) {
            asked(scene).forEach(broadcast -> NoticeHalts.halt(scene, broadcast));
        } else if (isAgreed(scene) || !picked(scene).isEmpty()) {
            NoticeHalts.stop(scene, chosen(scene));
        } else {
            NoticeHalts.halt(scene, chosen(scene));
        }
    }

    /** 是的 or 停吧 where one was asked about. */
    private static boolean isAgreed(Scene scene) {
        return scene.form.isEmpty() && asked(scene).size() == 1
                && (scene.hears(scene.book.signal("yes")) || scene.hears(scene.book.signal("stops_it")))
                && StopOrder.of(scene.heard.text()) == StopOrder.PLAIN;
    }

    /** 都停 behind the question, or 是的 where it was asked whether all are to be. */
    private static boolean areAll(Scene scene) {
        boolean wereAll = scene.before.memory().getOrDefault(Memory.HALT, "").startsWith(ALL);
        return !asked(scene).isEmpty() && (scene.hears(scene.book.signal("halts_all"))
                || (wereAll && scene.form.isEmpty() && scene.hears(scene.book.signal("yes"))));
    }

    static List<Broadcast> asked(Scene scene) {
        var ids = scene.before.memory().getOrDefault(Memory.HALT, "").lines().toList();
        return NoticeSteps.live(scene).stream().filter(broadcast -> ids.contains(broadcast.id())).toList();
    }

    /** Of two that look alike the newer. */
    private static List<Broadcast> chosen(Scene scene) {
        if (isAgreed(scene)) {
            return asked(scene);
        }
        var picked = picked(scene);
        return picked.isEmpty() ? NoticeMeant.sent(scene, scene.heard.text()) : picked;
    }

    /** What was offered and is sent back as it was. */
    private static List<Broadcast> picked(Scene scene) {
        return NoticeSteps.live(scene).stream().filter(broadcast -> NoticeAnswers.title(broadcast).equals(scene.heard.text())).limit(1)
                .toList();
    }
}
