package liaison.bot.dialog;

import java.util.List;
import liaison.bot.text.Masks;

/** What a read-back names beside the slots. */
final class ReadBack {
    /** Slots that hold words as they were said, telephone numbers among them. */
    private static final List<String> SAID = List.of("what", "where", "since", "matter");

    private ReadBack() {
    }

    static void values(Scene scene) {
        // whom a notice tells to call is no secret
        if (scene.slot("audience").isEmpty()) {
            SAID.forEach(words -> scene.values.put(words, Masks.shown(scene.slot(words))));
        }
        if (Matters.areOpen(scene)) {
            scene.values.put("what", "\n" + Matters.readBack(scene));
        }
        if (scene.slot("contact").isEmpty()) {
            List.of("contact-offer", "contact-choice").forEach(name -> scene.values.put(name, scene.book.word(name)));
        }
        int attached = Attachments.of(scene).size();
        if (attached > 0) {
            scene.values.put("attached", Integer.toString(attached));
        }
        if (!scene.slot("request").isEmpty()) {
            Withdrawals.describe(scene);
        }
        String visit = scene.slot("visit");
        if (!visit.isEmpty() && scene.slot("day").isEmpty()) {
            VisitSteps.describe(scene, VisitSlot.of(scene, visit));
        }
        if (!scene.slot("audience").isEmpty()) {
            var recipients = NoticeAudiences.of(scene, scene.slot("audience"));
            scene.values.put("count", Integer.toString(recipients.size()));
            scene.values.put("audience-name", NoticeAudiences.words(scene, scene.slot("audience")));
            scene.values.put("names", NoticeAudiences.names(scene, recipients));
            scene.values.put("why", NoticeSteps.wouldMiss(scene));
        }
        scene.directory().station(scene.slot(StationSlot.STATION)).ifPresent(station -> {
            scene.values.put("station-name", station.name());
            scene.values.put("station-phone", station.phone());
            scene.values.put("station-address", station.address());
        });
    }
}
