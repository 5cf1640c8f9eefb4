package liaison.bot.dialog;

/** Counts how often somebody called names. It changes no answer and hides nothing; staff sees it, and is told of every third. */
final class Strikes {
    private static final int TOLD_EVERY = 3;

    private Strikes() {
    }

    static void count(Scene scene) {
        int count = of(scene) + 1;
        scene.memory.put(Memory.STRIKES, Integer.toString(count));
        if (count % TOLD_EVERY == 0) {
            scene.values.put("count", Integer.toString(count));
            Alerts.send(scene, "alert-abuse");
        }
    }

    static int of(Scene scene) {
        String count = scene.remembered(Memory.STRIKES);
        return count.isEmpty() ? 0 : Integer.parseInt(count);
    }
}
