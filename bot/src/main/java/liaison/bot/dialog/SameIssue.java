package liaison.bot.dialog;

import java.util.List;
import java.util.Objects;

/**
 * Whether the report that is read back is a request that is open already. Her own is joined unless she objects; to join a
 * neighbour's is offered, without a word, a number or anything else of the neighbour.
 */
final class SameIssue {
    private static final String NAME = "same";
    /** What was compared: another place or other words may be another matter. */
    private static final String COMPARED = "same-compared";
    private static final String TWIN = "same-twin";
    private static final String AGAIN = "again:";
    private static final String JOIN = "join:";
    private static final String APART = "apart";

    private SameIssue() {
    }

    /** Compares what is about to be read back, unless that was done; several matters are compared one by one when they are filed. */
    static void look(Scene scene) {
        if (Matters.areOpen(scene)) {
            return;
        }
        var report = Report.of(scene);
        String compared = Integer.toHexString(Objects.hash(report.station(), report.place(), report.text(), report.where()));
        if (!scene.slot(COMPARED).equals(compared)) {
            scene.slots.keySet().removeAll(List.of(NAME, TWIN));
            scene.slots.put(COMPARED, compared);
            report.again(scene).ifPresent(request -> scene.slots.put(NAME, AGAIN + request.number()));
            report.twin(scene).ifPresent(twin -> scene.slots.put(TWIN, twin.request().number()));
        }
    }

    /** It is a matter of its own, whatever it looked like. */
    static void apart(Scene scene) {
        scene.slots.put(NAME, APART);
        scene.book.form(scene.form).next(scene);
    }

    /** She wants it to be joined to the neighbour's. */
    static void join(Scene scene) {
        scene.slots.put(NAME, JOIN + twin(scene));
    }

    /** The number of her own request that this is again, or empty. */
    static String again(Scene scene) {
        return behind(scene, AGAIN);
    }

    /** The number of the neighbour's request that she wants it to be joined to, or empty. */
    static String joined(Scene scene) {
        return behind(scene, JOIN);
    }

    /** The number of a neighbour's request about the same, joined or not, or empty. */
    static String twin(Scene scene) {
        return scene.slot(TWIN);
    }

    private static String behind(Scene scene, String mark) {
        String value = scene.slot(NAME);
        return value.startsWith(mark) ? value.substring(mark.length()) : "";
    }
}
