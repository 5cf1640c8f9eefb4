package liaison.bot.dialog;

import liaison.bot.notice.NoticeChange;
import liaison.bot.notice.NoticeTimes;

/** What the author of a notice says anew when it is read back. */
final class NoticeAmends {
    private static final String WHEN = "when";

    private NoticeAmends() {
    }

    /** Takes what the message says anew; a part that it only names is asked for. */
    static void amend(Scene scene) {
        var form = scene.book.form(scene.form);
        boolean changed = false;
        scene.asking = "";
        NoticeSlot.replaceText(scene);
        for (var change : NoticeChange.read(scene.heard.text())) {
            var slot = form.slots().stream().filter(one -> name(change.part()).equals(one.name())).findFirst();
            if (change.added()) {
                NoticeSlot.addText(scene);
            }
            if (slot.isPresent() && !put(scene, slot.get(), change.words(), true)) {
                form.correct(scene, slot.get());
                return;
            }
            changed |= slot.isPresent() || unnamed(scene, form, change.words());
        }
        if (!changed) {
            scene.say(scene.missed("notice-amended-nothing"));
        }
        form.next(scene);
    }

    /** Words without the name of a part may say when, where or to whom; 推迟一天 says no time, and takes none away. */
    private static boolean unnamed(Scene scene, Form form, String words) {
        boolean changed = false;
        for (var slot : form.slots()) {
            boolean fits = !slot.name().equals(NoticeSlot.TEXT)
                    && (!slot.name().equals(WHEN) || new NoticeTimes(words, scene.now).when().isPresent());
            changed |= fits && put(scene, slot, words, false);
        }
        return changed;
    }

    private static boolean put(Scene scene, Slot slot, String words, boolean isAnswer) {
        return slot.kind() instanceof NoticeSlot notice && !words.isEmpty() && notice.put(scene, slot, words, isAnswer);
    }

    private static String name(String part) {
        return switch (part) {
            case "what" -> NoticeSlot.TEXT;
            case "who" -> "audience";
            default -> part;
        };
    }
}
