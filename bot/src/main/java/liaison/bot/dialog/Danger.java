package liaison.bot.dialog;

import java.time.LocalDate;
import java.util.Map;

/** That somebody was told what to do in danger: what is said next may be that it is over, or more of what was told. */
final class Danger {
    private static final String REPORT = "report";
    private static final String WHAT = "what";
    private static final int DAYS = 1;

    private Danger() {
    }

    static Step step(String what) {
        return switch (what) {
            case "told" -> Danger::told;
            case "kept" -> Danger::kept;
            case "over" -> Danger::over;
            case "report" -> Danger::report;
            default -> throw new IllegalArgumentException("a danger is 'told', 'kept', 'over' or a 'report', never '" + what + "'");
        };
    }

    static boolean isRecent(Scene scene) {
        String day = scene.remembered(Memory.DANGER);
        return !day.isEmpty() && !LocalDate.parse(day).plusDays(DAYS).isBefore(scene.today());
    }

    /** What answers a question beside it is taken as the answer. */
    private static void told(Scene scene) {
        scene.memory.put(Memory.DANGER, scene.today().toString());
        if (scene.form.equals(REPORT) && !scene.asking.equals(WHAT)) {
            answer(scene, scene.book.form(REPORT));
        }
    }

    /** As told, of something that a station may mend afterwards: its words are remembered until more is said of it. */
    private static void kept(Scene scene) {
        told(scene);
        if (scene.form.isEmpty() || (scene.form.equals(REPORT) && scene.asking.equals(WHAT))) {
            scene.memory.put(Memory.DANGER_TOLD, WordsSlot.kept(scene.heard.text()));
        }
    }

    private static void over(Scene scene) {
        scene.memory.remove(Memory.DANGER);
        scene.memory.remove(Memory.DANGER_TOLD);
    }

    /** Where or since when was asked, and is said: it is written behind the matter, and the report goes on. */
    private static void answer(Scene scene, Form form) {
        form.slot(scene.asking).filter(asked -> asked.kind() instanceof PlaceSlot || asked.kind() instanceof SinceSlot)
                .filter(asked -> scene.slot(asked.name()).isEmpty()).ifPresent(asked -> {
                    asked.kind().take(scene, asked);
                    if (!scene.slot(asked.name()).isEmpty()) {
                        Additions.more(scene, form);
                    }
                });
    }

    /** Files what alarmed, with what is said of it now. */
    private static void report(Scene scene) {
        String told = scene.remembered(Memory.DANGER_TOLD);
        scene.memory.remove(Memory.DANGER_TOLD);
        var form = scene.book.form(REPORT);
        form.open(scene, Map.of(WHAT, told));
        scene.hearing(told, () -> form.read(scene, ""));
        form.read(scene, "");
        form.next(scene);
    }
}
