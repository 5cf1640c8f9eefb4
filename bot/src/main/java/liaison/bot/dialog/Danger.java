package liaison.bot.dialog;

import java.time.LocalDate;

/** That somebody was told what to do in danger: what is said next may be that it is over. */
final class Danger {
    private static final int DAYS = 1;

    private Danger() {
    }

    static Step step(String what) {
        return switch (what) {
            case "told" -> scene -> scene.memory.put(Memory.DANGER, scene.today().toString());
            case "over" -> scene -> scene.memory.remove(Memory.DANGER);
            default -> throw new IllegalArgumentException("a danger is 'told' or 'over', never '" + what + "'");
        };
    }

    static boolean isRecent(Scene scene) {
        String day = scene.remembered(Memory.DANGER);
        return !day.isEmpty() && !LocalDate.parse(day).plusDays(DAYS).isBefore(scene.today());
    }
}
