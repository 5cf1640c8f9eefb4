package liaison.bot.dialog;

import java.util.List;
import java.util.Objects;

/**
 * Whether the report is a request that is open already. Her own is joined unless she objects; a neighbour's is offered,
 * without a word, a number or anything else of the neighbour.
 */
record SameIssueSlot() implements SlotKind {
    static final String NAME = "same";
    /** What was compared: another place or other words may be another matter. */
    private static final String COMPARED = "same-compared";
    private static final String TWIN = "same-twin";
    private static final String AGAIN = "again:";
    private static final String JOIN = "join:";
    private static final String APART = "apart";

    @Override
    public void take(Scene scene, Slot slot) {
        // nobody is asked before it is known what, and where
    }

    @Override
    public boolean answer(Scene scene, Slot slot) {
        boolean apart = hears(scene, "another_matter") || hears(scene, "no") || hears(scene, "disagree");
        if (!apart && !hears(scene, "join_same") && !hears(scene, "yes") && !hears(scene, "confirm")) {
            return false;
        }
        scene.slots.put(NAME, apart ? APART : JOIN + twin(scene));
        return true;
    }

    @Override
    public boolean isSettled(Scene scene, Slot slot) {
        var report = Report.of(scene);
        String compared = Integer.toHexString(Objects.hash(report.station(), report.place(), report.text(), report.where()));
        if (scene.slot(COMPARED).equals(compared)) {
            return !scene.slot(NAME).isEmpty() || scene.slot(TWIN).isEmpty();
        }
        scene.slots.keySet().removeAll(List.of(NAME, TWIN));
        scene.slots.put(COMPARED, compared);
        report.again(scene).ifPresentOrElse(request -> scene.slots.put(NAME, AGAIN + request.number()),
                () -> report.twins(scene).stream().findFirst()
                        .ifPresent(twin -> scene.slots.put(TWIN, twin.request().number())));
        return !scene.slot(NAME).isEmpty() || scene.slot(TWIN).isEmpty();
    }

    /** It is a matter of its own, whatever it looked like. */
    static void apart(Scene scene) {
        scene.slots.put(NAME, APART);
        scene.book.form(scene.form).next(scene);
    }

    /** The number of her own request that this is again, or empty. */
    static String again(Scene scene) {
        return behind(scene, AGAIN);
    }

    /** The number of the neighbour's request that she wants it to be joined to, or empty. */
    static String joined(Scene scene) {
        return behind(scene, JOIN);
    }

    /** The number of a request about the same, joined or not. */
    static String twin(Scene scene) {
        return scene.slot(TWIN);
    }

    private static String behind(Scene scene, String mark) {
        String value = scene.slot(NAME);
        return value.startsWith(mark) ? value.substring(mark.length()) : "";
    }

    private static boolean hears(Scene scene, String signal) {
        return scene.hears(scene.book.signal(signal));
    }
}
