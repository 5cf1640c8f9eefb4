package liaison.bot.dialog;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import liaison.bot.calendar.TimeReader;
import liaison.bot.notice.Broadcast;

/** Stops a notice that was sent: the newest where the message says so, the one that its words name, and none while two could be meant. */
final class NoticeHalts {
    private NoticeHalts() {
    }

    static void halt(Scene scene) {
        var live = NoticeSteps.live(scene);
        if (live.isEmpty()) {
            NoticeSteps.sent(scene, broadcast -> halt(scene, broadcast));
            return;
        }
        halt(scene, meant(scene, live));
    }

    /** Stops the one that was sent when the message names it; else asks whether it means that or what is being written. */
    static void which(Scene scene) {
        var live = NoticeSteps.live(scene);
        if (!NoticeAnswers.named(scene, scene.heard.text(), live).isEmpty()) {
            halt(scene, meant(scene, live));
            if (!scene.memory.containsKey(Memory.HALT)) {
                scene.values.keySet().retainAll(Set.of("consent"));
                scene.book.form(scene.form).next(scene);
            }
            return;
        }
        NoticeSteps.describe(scene, live.getFirst());
        scene.asking = "";
        scene.say("which-to-stop");
    }

    /** Whether the message says which notice is to be stopped. */
    static boolean isChosen(Scene scene) {
        return scene.before.memory().containsKey(Memory.HALT) && chosen(scene).size() == 1;
    }

    static void choose(Scene scene) {
        halt(scene, chosen(scene));
    }

    /** Of two that look alike the newer. */
    private static List<Broadcast> chosen(Scene scene) {
        var live = NoticeSteps.live(scene);
        var picked = live.stream().filter(broadcast -> NoticeAnswers.title(broadcast).equals(scene.heard.text())).limit(1).toList();
        return picked.isEmpty() ? NoticeAnswers.named(scene, scene.heard.text(), live) : picked;
    }

    /** @param live newest first */
    private static List<Broadcast> meant(Scene scene, List<Broadcast> live) {
        var newest = List.of(live.getFirst());
        boolean isNewest = scene.hears(scene.book.signal("latest_notice")) || scene.hears(scene.book.signal("sent_one"));
        var named = NoticeAnswers.named(scene, scene.heard.text(), live);
        if (named.isEmpty()) {
            boolean namesDay = TimeReader.day(scene.heard.text(), scene.now).isPresent();
            return isNewest ? newest : namesDay ? List.of() : live;
        }
        if (!isNewest) {
            return named;
        }
        return named.containsAll(newest) ? newest : Stream.concat(newest.stream(), named.stream()).toList();
    }

    private static void halt(Scene scene, List<Broadcast> meant) {
        switch (meant.size()) {
            case 0 -> scene.say("no-such-notice");
            case 1 -> halt(scene, meant.getFirst());
            default -> {
                scene.memory.put(Memory.HALT, scene.message.key());
                scene.say("which-halt");
                meant.forEach(broadcast -> scene.choice(NoticeAnswers.title(broadcast), NoticeAnswers.title(broadcast)));
            }
        }
    }

    private static void halt(Scene scene, Broadcast broadcast) {
        scene.effects.add(new Effect.Halt(broadcast.id(), broadcast.author()));
        NoticeSteps.describe(scene, broadcast);
        scene.say("notice-halted");
    }
}
