package liaison.bot.dialog;

import java.util.Set;

/** A notice that waits while another one is written first. */
final class NoticeDrafts {
    private static final String NOTICE = "notice";

    private NoticeDrafts() {
    }

    static boolean isKept(Scene scene) {
        return scene.remembered(Memory.DRAFT).equals(NOTICE) && Drafts.isKept(scene);
    }

    /** Keeps what is being written, and begins the other one; a report that is kept has the place already, so that nothing is begun then. */
    static void keep(Scene scene) {
        if (Drafts.isKept(scene)) {
            scene.say("notice-first");
            scene.book.form(NOTICE).next(scene);
            return;
        }
        Drafts.step("keep").run(scene);
        scene.book.form(NOTICE).start(scene, true);
        scene.say("notice-kept");
    }

    /** Behind what was done with another one. */
    static void mention(Scene scene) {
        if (isKept(scene)) {
            scene.say("notice-waits");
        }
    }

    /** Sends what was read back, and reads back the one that waits. */
    static void sendAll(Scene scene) {
        if (!scene.form.isEmpty()) {
            NoticeSteps.send(scene);
        }
        if (scene.form.isEmpty() && isKept(scene)) {
            scene.values.keySet().retainAll(Set.of("consent"));
            Drafts.step("resume").run(scene);
        }
    }

    static void drop(Scene scene) {
        Drafts.step("drop").run(scene);
        scene.say("notice-dropped");
    }

    /** The one that waits is asked after: where another one is being written, that comes first. */
    static void earlier(Scene scene) {
        if (scene.form.isEmpty()) {
            scene.say("notice-earlier");
            Drafts.step("resume").run(scene);
        } else {
            scene.say("notice-waits");
            scene.book.form(scene.form).next(scene);
        }
    }
}
