package liaison.bot.dialog;

import java.util.List;
import java.util.Optional;
import liaison.bot.people.Person;
import liaison.bot.request.ServiceRequest;

/** Requests as those see them who handle them: the holder, and the station's staff. */
final class Cases {
    private Cases() {
    }

    /** The request whose number the message names, where its sender may see it. */
    static Optional<ServiceRequest> named(Scene scene) {
        String number = scene.heard.number();
        List<Person> people = number.isEmpty() ? List.of() : scene.facts.get(new Want.Bound());
        return people.isEmpty()
                ? Optional.empty()
                : scene.facts.get(new Want.Case(number)).filter(request -> people.stream().anyMatch(one -> mayRead(scene, one, request)));
    }

    private static boolean mayRead(Scene scene, Person person, ServiceRequest request) {
        return person.toString().equals(request.holder()) || (person.kind() == Person.Kind.STAFF && scene.directory()
                .staffOf(request.station()).stream().anyMatch(staff -> staff.code().equals(person.code())));
    }

    static void show(Scene scene) {
        named(scene).ifPresent(request -> {
            RequestSteps.describe(scene, request);
            scene.values.put("since", request.personal().getOrDefault("since", ""));
            scene.values.put("note", request.personal().getOrDefault("note", ""));
            if (scene.book.hearsLink(request.personal().getOrDefault("text", ""))) {
                scene.values.put("link", scene.book.word("link"));
            }
            String strikes = request.personal().getOrDefault(Memory.STRIKES, "");
            if (!strikes.isEmpty() && Roles.is(scene, Person.Kind.STAFF)) {
                scene.values.put("strikes", scene.book.word("strikes") + strikes);
            }
            scene.values.put(PhoneSlot.MASKED, PhoneSlot.masked(request.personal().getOrDefault("contact", "")));
        });
        scene.say("case");
    }
}
