package liaison.bot.dialog;

import java.util.Optional;
import liaison.bot.notice.NoticeChange;

/** What the author of a notice says anew when it is read back. */
final class NoticeAmends {
    private NoticeAmends() {
    }

    /** Takes the new words for a part, asks for them when only the part is named, and otherwise takes what the message says of any part. */
    static void amend(Scene scene) {
        var form = scene.book.form(scene.form);
        var change = NoticeChange.read(scene.heard.text());
        var slot = form.slots().stream().filter(one -> name(change.part()).equals(one.name())).findFirst();
        scene.asking = "";
        if (slot.isPresent() && !put(scene, slot.get(), change.words(), true)) {
            form.correct(scene, slot.get());
            return;
        }
        if (slot.isEmpty()
                && form.slots().stream().filter(one -> !one.name().equals(NoticeSlot.TEXT) && put(scene, one, change.words(), false))
                        .toList().isEmpty()) {
            scene.say(scene.miss() < RuleBook.MOST_MISSES ? "notice-amended-nothing" : "form-stuck");
        }
        form.next(scene);
    }

    private static boolean put(Scene scene, Slot slot, String words, boolean isAnswer) {
        return slot.kind() instanceof NoticeSlot notice && !words.isEmpty() && notice.put(scene, slot, words, isAnswer);
    }

    private static String name(String part) {
        return Optional.of(part).map(label -> switch (label) {
            case "what" -> NoticeSlot.TEXT;
            case "who" -> "audience";
            default -> label;
        }).orElse("");
    }
}
