package liaison.bot.dialog;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import liaison.bot.people.Directory;
import liaison.bot.people.Person;
import liaison.bot.request.RequestEvent;
import liaison.bot.request.ServiceRequest;
import liaison.bot.text.Masks;
import liaison.bot.understanding.RequestNumber;

/** Requests as those see them who handle them: the holder, and the station's staff. */
final class Cases {
    private static final int MOST_TWINS = 3;
    private static final int MOST_NAMED = 4;
    private static final String COMMA = "\u3001";

    private Cases() {
    }

    /** The first request whose number the message names, where its sender may see it. */
    static Optional<ServiceRequest> named(Scene scene) {
        return heard(scene).flatMap(number -> readable(scene, number).stream()).findFirst();
    }

    /** All of them, so many as are read at once. */
    static List<ServiceRequest> all(Scene scene) {
        return heard(scene).flatMap(number -> readable(scene, number).stream()).toList();
    }

    /** Does something with each of them, and names those that it does nothing with. */
    static void each(Scene scene, Consumer<ServiceRequest> what) {
        var all = all(scene);
        all.forEach(what);
        String others = RequestNumber.allIn(scene.heard.text()).stream()
                .filter(number -> all.stream().noneMatch(request -> request.number().equals(number))).collect(Collectors.joining(COMMA));
        if (!others.isEmpty()) {
            scene.values.put("number", others);
            scene.say("cases-left");
        }
    }

    private static Stream<String> heard(Scene scene) {
        return scene.heard.number().isEmpty() ? Stream.empty() : RequestNumber.allIn(scene.heard.text()).stream().limit(MOST_NAMED);
    }

    private static Optional<ServiceRequest> readable(Scene scene, String number) {
        List<Person> people = scene.facts.get(new Want.Bound());
        return people.isEmpty()
                ? Optional.empty()
                : scene.facts.get(new Want.Case(number)).filter(request -> reader(scene, request).isPresent());
    }

    /** As whom the sender may see the request. */
    private static Optional<Person> reader(Scene scene, ServiceRequest request) {
        return scene.facts.get(new Want.Bound()).stream().filter(one -> mayRead(scene.directory(), one, request)).findFirst();
    }

    /** Its holder, and the staff of its station. */
    static boolean mayRead(Directory directory, Person person, ServiceRequest request) {
        return person.toString().equals(request.holder()) || (person.kind() == Person.Kind.STAFF
                && directory.staffOf(request.station()).stream().anyMatch(staff -> staff.code().equals(person.code())));
    }

    /** What may be the same, each with the words that tell; whoever may read the one may read of the other what both say. */
    private static String twins(Scene scene, ServiceRequest request) {
        String place = scene.directory().place(request.place()).map(one -> one.name() + " ").orElse("");
        return Report.of(request).twins(scene).stream().limit(MOST_TWINS)
                .map(twin -> twin.request().number() + "（" + place + String.join("、", twin.words()) + "）")
                .collect(Collectors.joining("；"));
    }

    /** A clerk says what a request is about; the unit goes with it. */
    static void retopic(Scene scene) {
        var topics = scene.book.topics();
        var said = topics.stream().filter(topic -> scene.heard.text().contains(topic)).findFirst();
        named(scene).ifPresent(request -> {
            RequestValues.describe(scene, request);
            said.ifPresent(topic -> retopic(scene, request, topic));
        });
        scene.values.put("topics", String.join("、", topics));
        scene.say(said.isPresent() ? "retopic" : "which-topic");
    }

    private static void retopic(Scene scene, ServiceRequest request, String topic) {
        String unit = Routing.unit(topic, request.place(), request.station(), scene.directory());
        String actor = NoticeAudiences.author(scene).map(staff -> new Person(Person.Kind.STAFF, staff.code()).toString()).orElse("");
        scene.effects.add(new Effect.Step(new RequestEvent(request.address(), request.number(), request.version() + 1, RequestEvent.RETOPIC,
                actor, request.status(), scene.now, topic + "/" + unit, Map.of())));
        scene.values.put("topic", topic);
        scene.directory().unitsFor(topic, request.place()).stream().filter(one -> one.code().equals(unit))
                .forEach(one -> scene.values.put("unit-name", one.name()));
    }

    /** Asks whoever holds it to be quick; shows it where nobody can be. */
    static void hurry(Scene scene) {
        var clerk = Roles.person(scene, Person.Kind.STAFF);
        var named = named(scene).filter(request -> !request.status().isClosed() && !request.holder().isEmpty());
        if (named.isEmpty() || clerk.isEmpty()) {
            show(scene);
            return;
        }
        var request = named.get();
        RequestValues.describe(scene, request);
        scene.values.put("person", NoticeAudiences.name(scene, Person.parse(request.holder())));
        if (request.holder().equals(clerk.get().toString())) {
            scene.say("hurried-own");
            return;
        }
        RequestChanges.hurry(scene, request, clerk.get());
        scene.say(Reach.isReached(scene, request) ? "hurried" : "hurried-unreached");
    }

    /** The one that was shown last, once more: who has it now. */
    static void again(Scene scene) {
        readable(scene, scene.remembered(Memory.CASE)).ifPresentOrElse(request -> show(scene, request), () -> DutySteps.show(scene));
    }

    /** The one of that number. */
    static void show(Scene scene, String number) {
        readable(scene, number).ifPresent(request -> show(scene, request));
    }

    static void show(Scene scene) {
        var all = all(scene);
        if (all.isEmpty()) {
            scene.say("case");
        }
        each(scene, request -> show(scene, request));
    }

    private static void show(Scene scene, ServiceRequest request) {
        // what one request has and the next has not
        scene.values.keySet().removeAll(List.of("deputy-name", "station-name", "station-phone", "link", "strikes"));
        RequestValues.describe(scene, request);
        boolean isStaff = Roles.is(scene, Person.Kind.STAFF);
        scene.values.put("person",
                isStaff && !request.holder().isEmpty() ? NoticeAudiences.name(scene, Person.parse(request.holder())) : "");
        scene.values.put("step", Decisions.step(scene, request));
        scene.memory.put(Memory.CASE, request.number());
        scene.values.put("since", Masks.shown(request.personal().getOrDefault("since", "")));
        scene.values.put("note", Masks.shown(request.personal().getOrDefault("note", "")));
        scene.values.put("corrected", Masks.shown(request.personal().getOrDefault(RequestEvent.CORRECTED, "")));
        scene.values.put("alike", twins(scene, request));
        reader(scene, request).ifPresent(person -> MediaViews.show(scene, request, person));
        if (scene.book.hearsLink(request.personal().getOrDefault("text", ""))) {
            scene.values.put("link", scene.book.word("link"));
        }
        String strikes = request.personal().getOrDefault(Memory.STRIKES, "");
        if (!strikes.isEmpty() && isStaff) {
            scene.values.put("strikes", scene.book.word("strikes") + strikes);
        }
        scene.values.put(PhoneSlot.MASKED, Masks.phone(request.personal().getOrDefault("contact", "")));
        scene.say("case");
    }
}
