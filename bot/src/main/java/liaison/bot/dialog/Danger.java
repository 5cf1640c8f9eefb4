package liaison.bot.dialog;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import liaison.bot.understanding.Clauses;

/** That somebody was told what to do in danger: what is said next may be that it is over, or more of what was told. */
final class Danger {
    private static final String REPORT = "report";
    private static final String WHAT = "what";
    private static final int DAYS = 1;
    private static final List<String> PAST = List.of("alarm_past", "not_meant");
    private static final String WAVES_OFF = "waves_off";
    private static final String BUT = "but";
    private static final List<String> MATTERS = List.of("trouble", "topic", "report_issue");
    private static final Set<String> REPORTS = Set.of("report_issue", "report_issue_voice", "report_issue_dialect", "angry_complaint");

    private Danger() {
    }

    static Step step(String what) {
        return switch (what) {
            case "told" -> Danger::told;
            case "kept" -> Danger::kept;
            case "despair" -> Danger::despair;
            case "over" -> Danger::over;
            case "report" -> Danger::report;
            default ->
                throw new IllegalArgumentException("a danger is 'told', 'kept', 'despair', 'over' or a 'report', never '" + what + "'");
        };
    }

    static boolean isRecent(Scene scene) {
        return isRecent(scene, Memory.DANGER);
    }

    /** Whether it was a wish to die. */
    static boolean isDespair(Scene scene) {
        return isRecent(scene, Memory.DESPAIR);
    }

    private static boolean isRecent(Scene scene, String name) {
        String day = scene.remembered(name);
        return !day.isEmpty() && !LocalDate.parse(day).plusDays(DAYS).isBefore(scene.today());
    }

    /** Where it was that alarmed today, for the first report that is told behind it; empty elsewhere. */
    static String place(Scene scene) {
        String told = scene.remembered(Memory.DANGER_PLACE);
        scene.memory.remove(Memory.DANGER_PLACE);
        return scene.remembered(Memory.DANGER).equals(scene.today().toString()) ? told : "";
    }

    /** What answers a question beside it is taken as the answer. */
    private static void told(Scene scene) {
        scene.memory.put(Memory.DANGER, scene.today().toString());
        if (scene.form.isEmpty() && scene.place().exact()) {
            scene.memory.put(Memory.DANGER_PLACE, scene.place().words());
        }
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

    /** As told, of a wish to die: what is said next is hardly a matter. */
    private static void despair(Scene scene) {
        told(scene);
        scene.memory.put(Memory.DESPAIR, scene.today().toString());
    }

    static void over(Scene scene) {
        scene.memory.remove(Memory.DESPAIR);
        scene.memory.remove(Memory.DANGER_TOLD);
    }

    /**
     * What is meant behind words that say that the danger is over or was none, 人救下来了，不过楼道一直不亮: it is heard as if nothing else
     * were said. All words where there is none such.
     */
    static String behind(Scene scene, String words) {
        if (!isRecent(scene)) {
            return words;
        }
        int end = pastEnd(scene, words);
        String rest = Clauses.withoutStops(words.substring(end));
        String meant = rest.substring(Clauses.end(rest, 0, BUT));
        return end > 0 && isMatter(scene, meant) && !isDanger(scene, meant) ? meant : words;
    }

    private static boolean isDanger(Scene scene, String words) {
        return scene.book.intents().isEmergency(scene.book.heard(words, scene.facts.readings()));
    }

    private static boolean isMatter(Scene scene, String words) {
        if (words.isEmpty() || hears(scene, words, PAST)) {
            return false;
        }
        var heard = scene.book.heard(words, scene.facts.readings());
        return hears(scene, words, MATTERS) || heard.matter().tells()
                || REPORTS.contains(scene.book.intents().of(heard, () -> false, () -> false));
    }

    /** Behind the clauses at the beginning that say nothing else, and behind the part of one before a 可是. */
    private static int pastEnd(Scene scene, String words) {
        int end = 0;
        boolean isPast = false;
        for (var clause : Clauses.of(words)) {
            String said = clause.of(words);
            int but = Clauses.find(said, 1, BUT);
            if (hears(scene, said, PAST)) {
                end = clause.end();
                isPast = true;
            } else if (hears(scene, said, List.of(WAVES_OFF))) {
                end = clause.end();
            } else {
                boolean isParted = but > 0 && hears(scene, said.substring(0, but), PAST);
                return isParted ? clause.start() + but : isPast ? end : 0;
            }
        }
        return 0;
    }

    private static boolean hears(Scene scene, String words, List<String> signals) {
        var heard = scene.book.heard(words, scene.facts.readings());
        return signals.stream().anyMatch(signal -> heard.hears(scene.book.signal(signal)));
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
