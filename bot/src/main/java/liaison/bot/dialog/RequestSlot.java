package liaison.bot.dialog;

import java.util.List;
import java.util.Optional;
import liaison.bot.request.ServiceRequest;
import liaison.bot.text.Masks;
import liaison.bot.understanding.Plain;
import liaison.bot.understanding.PointedAt;
import liaison.bot.understanding.RequestNumber;
import liaison.bot.understanding.ToldAgain;

/** Which of the resident's own requests is meant: by its number, by what it is about, or the only one. */
record RequestSlot(boolean open) implements SlotKind {
    /** Letters of a word that is in one of them by no chance. */
    private static final int SHORTEST = 2;
    /** The numbers from which she was asked to choose, in their order. */
    private static final String LISTED = "listed";

    @Override
    public void take(Scene scene, Slot slot) {
        var fitting = fitting(scene);
        if (fitting.size() == 1 && (fitting.getFirst().number().equals(scene.heard.number()) || scene.heard.number().isEmpty())) {
            scene.slots.put(slot.name(), fitting.getFirst().number());
        }
    }

    @Override
    public boolean answer(Scene scene, Slot slot) {
        take(scene, slot);
        return !scene.slot(slot.name()).isEmpty();
    }

    @Override
    public boolean isSettled(Scene scene, Slot slot) {
        return !scene.slot(slot.name()).isEmpty();
    }

    @Override
    public void ask(Scene scene, Slot slot) {
        var all = all(scene);
        var closed = scene.facts.get(new Want.Requests()).stream()
                .filter(request -> request.status().isClosed() && request.number().equals(scene.heard.number())).findFirst();
        if (open && closed.isPresent()) {
            RequestValues.describe(scene, closed.get());
            scene.close();
            scene.say("request-closed");
            return;
        }
        if (all.isEmpty() || (!scene.heard.number().isEmpty() && fitting(scene).isEmpty())) {
            scene.close();
            scene.say(all.isEmpty() ? "no-requests" : "unknown-number");
            return;
        }
        scene.say(slot.question());
        all.stream().limit(Text.MOST_CHOICES).forEach(request -> scene.choice(request.number(), label(scene, request)));
        scene.slots.put(LISTED, String.join("\n", all.stream().map(ServiceRequest::number).toList()));
    }

    /** The request of a form, as its slot names it. */
    static ServiceRequest of(Scene scene, String number) {
        return scene.facts.get(new Want.Requests()).stream().filter(request -> request.number().equals(number)).findFirst()
                .orElseThrow(() -> new IllegalStateException("a request of the talk is not among those of its address"));
    }

    private List<ServiceRequest> all(Scene scene) {
        return scene.facts.get(new Want.Requests()).stream().filter(request -> !open || !request.status().isClosed()).toList();
    }

    private List<ServiceRequest> fitting(Scene scene) {
        var all = all(scene);
        String number = scene.heard.number();
        if (!number.isEmpty()) {
            return all.stream().filter(request -> request.number().equals(number)).toList();
        }
        String end = "-" + RequestNumber.shortIn(scene.heard.text());
        var ending = all.stream().filter(request -> end.length() > 1 && request.number().endsWith(end)).toList();
        if (all.size() == 1 || !ending.isEmpty()) {
            return ending.isEmpty() ? all : ending;
        }
        return counted(scene, all).map(List::of).orElseGet(() -> meant(scene, all));
    }

    /** 第二个: of those that were listed last, else in the order in which they were filed. */
    private static Optional<ServiceRequest> counted(Scene scene, List<ServiceRequest> all) {
        int nth = Spoken.counted(scene.heard.text());
        if (nth < 0) {
            return Optional.empty();
        }
        String listed = scene.before.slots().getOrDefault(LISTED, "");
        var numbers = listed.isEmpty() ? all.stream().map(ServiceRequest::number).sorted().toList() : List.of(listed.split("\n", -1));
        return all.stream().filter(request -> nth < numbers.size() && request.number().equals(numbers.get(nth))).findFirst();
    }

    /** Whether one of her several requests is counted out, as 第二个. */
    static boolean isCounted(Scene scene) {
        return Spoken.counted(scene.heard.text()) >= 0 && areSeveral(scene);
    }

    /** Whether it is said of the thing of one of her open requests that it is so still or again. */
    static boolean isToldAgain(Scene scene) {
        String thing = ToldAgain.thing(scene.heard.text());
        return !thing.isEmpty() && scene.facts.get(new Want.Requests()).stream()
                .anyMatch(request -> !request.status().isClosed() && text(request).contains(Plain.of(thing)));
    }

    /** Whether words point back at one of her open requests, and not at what is being told, as 刚才说的水压那个. */
    static boolean isPointedAt(Scene scene) {
        String told = Plain.of(String.join("\n", Matters.of(scene)));
        var texts = scene.facts.get(new Want.Requests()).stream().filter(request -> !request.status().isClosed())
                .map(RequestSlot::text).toList();
        return PointedAt.isAt(Plain.of(scene.heard.text()),
                thing -> !told.contains(thing) && texts.stream().anyMatch(text -> text.contains(thing)));
    }

    /** Whether more than one of them is open. */
    static boolean areSeveral(Scene scene) {
        return scene.facts.get(new Want.Requests()).stream().filter(request -> !request.status().isClosed()).count() > 1;
    }

    /** Those of several that words mean: at the place that they name, and about what they tell; else by any word that only one of them holds. */
    private static List<ServiceRequest> meant(Scene scene, List<ServiceRequest> all) {
        var words = scene.heard.matter().words();
        var places = scene.place().places();
        if (words.isEmpty() && places.isEmpty()) {
            return said(scene, all);
        }
        var there = places.isEmpty() ? all : all.stream().filter(request -> isAt(scene, request)).toList();
        var about = there.stream().filter(request -> words.isEmpty() || words.stream().anyMatch(word -> text(request).contains(word)))
                .toList();
        if (about.size() == 1 || words.isEmpty()) {
            return about;
        }
        // 锦绣苑垃圾那个 is not the street lamp there
        return places.isEmpty() && scene.heard.matter().tells()
                ? all.stream().filter(request -> request.topic().equals(scene.heard.topic().topic())).toList()
                : List.of();
    }

    /** 王家湾那个, asked which one: only what is left without the words that choose counts. */
    private static List<ServiceRequest> said(Scene scene, List<ServiceRequest> all) {
        String named = Plain.of(Spoken.named(scene.heard.text()));
        String meant = scene.before.form().isEmpty() || !named.isEmpty() ? named : Plain.of(Spoken.meant(scene.heard.text()));
        return meant.length() < SHORTEST
                ? List.of()
                : all.stream().filter(request -> text(request).contains(meant)).toList();
    }

    private static boolean isAt(Scene scene, ServiceRequest request) {
        return text(request).contains(Plain.of(scene.place().name()))
                || scene.place().places().stream().anyMatch(place -> place.code().equals(request.place()));
    }

    /** Whether one of several is asked for, and words say which, as 锦绣苑那个 and 路灯坏了的那件. */
    static boolean isChosen(Scene scene) {
        var slot = scene.book.form(scene.before.form()).slot(scene.before.asking());
        return !Spoken.meant(scene.heard.text()).equals(scene.heard.text().strip())
                && slot.filter(asked -> asked.kind() instanceof RequestSlot kind && kind.fitting(scene).size() == 1).isPresent();
    }

    private static String text(ServiceRequest request) {
        return Plain.of(request.personal().getOrDefault("text", "") + '\n' + request.personal().getOrDefault("where", ""));
    }

    private static String label(Scene scene, ServiceRequest request) {
        String text = Masks.shown(request.personal().getOrDefault("text", ""));
        return scene.dates().day(liaison.bot.calendar.Shanghai.day(request.filedAt())) + " "
                + text.substring(0, text.offsetByCodePoints(0, Math.min(12, text.codePointCount(0, text.length()))));
    }
}
