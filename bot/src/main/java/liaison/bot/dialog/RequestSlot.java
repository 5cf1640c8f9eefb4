package liaison.bot.dialog;

import java.util.List;
import liaison.bot.request.ServiceRequest;
import liaison.bot.text.Masks;

/** Which of the resident's own requests is meant: by its number, by what it is about, or the only one. */
record RequestSlot(boolean open) implements SlotKind {
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
        if (all.isEmpty() || (!scene.heard.number().isEmpty() && fitting(scene).isEmpty())) {
            scene.close();
            scene.say(all.isEmpty() ? "no-requests" : "unknown-number");
            return;
        }
        scene.say(slot.question());
        all.stream().limit(Text.MOST_CHOICES).forEach(request -> scene.choice(request.number(), label(scene, request)));
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
        var words = scene.heard.matter().words();
        var about = all.stream().filter(request -> words.stream().anyMatch(word -> text(request).contains(word))).toList();
        if (about.size() == 1 || words.isEmpty()) {
            return about;
        }
        return scene.heard.matter().tells()
                ? all.stream().filter(request -> request.topic().equals(scene.heard.topic().topic())).toList()
                : List.of();
    }

    private static String text(ServiceRequest request) {
        return Plain.of(request.personal().getOrDefault("text", ""));
    }

    private static String label(Scene scene, ServiceRequest request) {
        String text = Masks.shown(request.personal().getOrDefault("text", ""));
        return scene.dates().day(liaison.bot.calendar.Shanghai.day(request.filedAt())) + " "
                + text.substring(0, text.offsetByCodePoints(0, Math.min(12, text.codePointCount(0, text.length()))));
    }
}
