package liaison.bot.dialog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import liaison.bot.request.RequestEvent;
import liaison.bot.request.ServiceRequest;
import liaison.bot.text.Masks;

/** The steps that file a request, and what its resident then asks, adds and takes back. */
final class RequestSteps {
    static final String REQUEST = "request";

    private RequestSteps() {
    }

    static Step step(String what) {
        return switch (what) {
            case "file" -> Filing::file;
            case "join" -> Filing::join;
            case "again" -> Filing::again;
            case "status" -> RequestSteps::status;
            case "numbers" -> RequestSteps::numbers;
            case "urge" -> scene -> change(scene, RequestEvent.URGED, "urged");
            case "add" -> scene -> change(scene, RequestEvent.ADDED, "added");
            case "correct" -> RequestSteps::correct;
            case "each-status" -> RequestSteps::statusEach;
            case "all" -> RequestSteps::all;
            case "each-urge" -> RequestSteps::urgeEach;
            case "rate" -> scene -> change(scene, RequestEvent.RATED, "rated");
            case "withdraw" -> Withdrawals::withdraw;
            case "withdraw-every" -> Withdrawals::every;
            case "take" -> Decisions.step(RequestEvent.TAKEN);
            case "take-own" -> Decisions::takeOwn;
            case "offer" -> Decisions::offer;
            case "offer-all" -> Decisions::offerAll;
            case "which" -> Decisions::which;
            case "which-order" -> Decisions::ask;
            case "hurry" -> Cases::hurry;
            case "decline" -> Decisions.step(RequestEvent.DECLINED);
            case "each-order" -> Decisions::each;
            case "extend" -> Decisions.step(RequestEvent.EXTENSION);
            default -> throw new IllegalArgumentException("nothing is done with a request by '" + what + "'");
        };
    }

    /** The newest numbers and nothing else, so that they can be copied. */
    private static void numbers(Scene scene) {
        var own = scene.facts.get(new Want.Requests());
        scene.values.put("number", own.stream().limit(Text.MOST_CHOICES).map(ServiceRequest::number).collect(Collectors.joining("\n")));
        scene.say(own.isEmpty() ? "no-requests" : "numbers");
    }

    private static List<ServiceRequest> open(Scene scene) {
        scene.close();
        return scene.facts.get(new Want.Requests()).stream().filter(request -> !request.status().isClosed()).limit(Text.MOST_CHOICES)
                .toList();
    }

    private static void statusEach(Scene scene) {
        open(scene).forEach(request -> {
            // what one request has and the next has not
            scene.values.keySet().removeAll(List.of("deputy-name", "deputy-contact", "station-name", "station-phone"));
            tell(scene, request);
        });
    }

    /** Those that are open, each with its state, and the numbers of the others. */
    private static void all(Scene scene) {
        var all = scene.facts.get(new Want.Requests());
        var closed = all.stream().filter(request -> request.status().isClosed()).map(ServiceRequest::number).toList();
        scene.values.put("count", Integer.toString(all.size() - closed.size()));
        scene.say("requests-open");
        statusEach(scene);
        if (!closed.isEmpty()) {
            scene.values.put("number", closed.stream().limit(Text.MOST_CHOICES).collect(Collectors.joining("\u3001")));
            scene.say("requests-closed");
        }
    }

    private static void urgeEach(Scene scene) {
        for (var request : open(scene)) {
            RequestChanges.change(scene, request, RequestEvent.URGED, Map.of());
            RequestValues.describe(scene, request);
            scene.say("urged");
        }
    }

    private static void status(Scene scene) {
        var request = RequestSlot.of(scene, scene.slot(REQUEST));
        scene.close();
        tell(scene, request);
    }

    private static void tell(Scene scene, ServiceRequest request) {
        RequestValues.describe(scene, request);
        scene.values.put(RequestEvent.CORRECTED, corrected(scene, request));
        MediaViews.count(scene, request);
        if (request.status().isClosed()) {
            scene.say("status-closed");
            return;
        }
        RequestValues.contact(scene, request);
        scene.say("status");
    }

    /** What its resident put right since, which stands in later events. */
    private static String corrected(Scene scene, ServiceRequest request) {
        return scene.facts.get(new Want.Case(request.number())).map(ServiceRequest::personal)
                .map(said -> Masks.shown(said.getOrDefault(RequestEvent.CORRECTED, ""))).orElse("");
    }

    /** A step that leaves the status as it is and tells the holder. */
    private static void change(Scene scene, String kind, String text) {
        var request = RequestSlot.of(scene, scene.slot(REQUEST));
        var personal = new HashMap<>(Map.of("note", scene.slot("note")));
        personal.values().removeIf(String::isEmpty);
        if (kind.equals(RequestEvent.ADDED)) {
            Attachments.put(scene, personal);
            Attachments.drop(scene);
        }
        RequestChanges.change(scene, request, kind, personal);
        RequestValues.describe(scene, request);
        scene.close();
        scene.say(text);
    }

    /** What was filed stays as it was written; what is right stands beside it, and a telephone takes the place of the one before. */
    private static void correct(Scene scene) {
        var request = RequestSlot.of(scene, scene.slot(REQUEST));
        String words = scene.slot("note");
        String contact = FiledCorrections.contact(scene, words);
        boolean without = contact.isEmpty() && FiledCorrections.takesPhoneBack(scene, words);
        var personal = new HashMap<>(Map.of(RequestEvent.CORRECTED, words));
        if (without || !contact.isEmpty()) {
            personal.put(ServiceRequest.CONTACT, contact);
        }
        RequestChanges.change(scene, request, RequestEvent.CORRECTED, personal);
        RequestValues.describe(scene, request);
        scene.close();
        scene.values.put(PhoneSlot.MASKED, Masks.phone(contact));
        scene.say(without ? "contact-removed" : contact.isEmpty() ? "corrected" : "contact-corrected");
    }
}
