package liaison.bot.dialog;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import liaison.bot.request.ServiceRequest;

/** What a resident takes back after it was filed: one request, or all that are open, by one confirmation. */
final class Withdrawals {
    private static final String FORM = "withdraw";
    /** Between the numbers of several, as a slot keeps them. */
    private static final String LINE = "\n";
    private static final String COMMA = "\u3001";

    private Withdrawals() {
    }

    /** Asks whether all that are open are meant; takes them back where just that was asked. */
    static void every(Scene scene) {
        String numbers = scene.facts.get(new Want.Requests()).stream().filter(request -> !request.status().isClosed())
                .limit(Text.MOST_CHOICES).map(ServiceRequest::number).sorted().collect(Collectors.joining(LINE));
        if (scene.slot(RequestSteps.REQUEST).equals(numbers)) {
            withdraw(scene);
            return;
        }
        var form = scene.book.form(FORM);
        form.open(scene, Map.of(RequestSteps.REQUEST, numbers));
        form.next(scene);
    }

    /** What texts name of the requests that are asked about. */
    static void describe(Scene scene) {
        var meant = meant(scene);
        RequestValues.describe(scene, meant.getFirst());
        scene.values.put("number", meant.stream().map(ServiceRequest::number).collect(Collectors.joining(COMMA)));
    }

    static void withdraw(Scene scene) {
        meant(scene).forEach(request -> RequestChanges.withdraw(scene, request));
        describe(scene);
        scene.close();
        scene.say("withdrawn");
    }

    private static List<ServiceRequest> meant(Scene scene) {
        return Stream.of(scene.slot(RequestSteps.REQUEST).split(LINE, -1)).map(number -> RequestSlot.of(scene, number)).toList();
    }
}
