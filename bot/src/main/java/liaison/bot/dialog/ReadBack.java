package liaison.bot.dialog;

/** What a read-back names beside the slots. */
final class ReadBack {
    private ReadBack() {
    }

    static void values(Scene scene) {
        String request = scene.slot("request");
        if (!request.isEmpty()) {
            RequestSteps.describe(scene, RequestSlot.of(scene, request));
        }
        String visit = scene.slot("visit");
        if (!visit.isEmpty() && scene.slot("day").isEmpty()) {
            VisitSteps.describe(scene, VisitSlot.of(scene, visit));
        }
        if (!scene.slot(NoticeSlot.STARTS).isEmpty()) {
            var recipients = NoticeAudiences.of(scene, scene.slot("audience"));
            scene.values.put("count", Integer.toString(recipients.size()));
            scene.values.put("audience-name", NoticeAudiences.words(scene, scene.slot("audience")));
            scene.values.put("names", NoticeAudiences.names(scene, recipients));
        }
        scene.directory().station(scene.slot(StationSlot.STATION)).ifPresent(station -> {
            scene.values.put("station-name", station.name());
            scene.values.put("station-phone", station.phone());
            scene.values.put("station-address", station.address());
        });
    }
}
