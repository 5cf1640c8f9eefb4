package liaison.bot.dialog;

import liaison.bot.calendar.Deadline;
import liaison.bot.calendar.Shanghai;
import liaison.bot.request.ServiceRequest;
import liaison.bot.text.Masks;

/** What texts may name of a request. */
final class RequestValues {
    private RequestValues() {
    }

    static void describe(Scene scene, ServiceRequest request) {
        var values = scene.values;
        values.put("number", request.number());
        values.put("topic", request.topic());
        values.put("what", Masks.shown(request.personal().getOrDefault("text", "")));
        values.put("where", Masks.shown(request.personal().getOrDefault("where", "")));
        values.put("status", scene.book.word(request.status().code()));
        values.put("filed-day", scene.dates().day(Shanghai.day(request.filedAt())));
        values.put("due", scene.dates().day(Deadline.dayOf(request.due())));
        values.put("joined", request.lead().isEmpty() ? "" : scene.book.word("joined"));
        values.put("provisional", request.provisional() ? scene.book.word("provisional") : "");
        scene.directory().deputy(request.deputy()).ifPresent(deputy -> values.put("deputy-name", deputy.name()));
        scene.directory().station(request.station()).ifPresent(station -> {
            values.put("station-name", station.name());
            values.put("station-phone", station.phone());
        });
    }

    /** Who gets in touch is said where somebody could be told to. */
    static void contact(Scene scene, ServiceRequest request) {
        if (scene.directory().deputy(request.deputy()).isPresent()) {
            String text = Reach.isReached(scene, request) ? "deputy-told" : "deputy-untold";
            scene.values.put("deputy-contact", scene.book.text(text).with(scene.values));
        }
    }
}
