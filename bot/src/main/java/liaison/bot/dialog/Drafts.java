package liaison.bot.dialog;

import java.time.LocalDate;
import java.util.List;
import liaison.bot.text.Masks;

/** Keeps an open form for a week, and takes it up again. */
final class Drafts {
    /** Set where what is told is only a question. */
    static final String QUESTION = "question";
    private static final String REPORT = "report";
    private static final int DAYS = 7;
    private static final String SLOT = Memory.DRAFT + ".";

    private Drafts() {
    }

    static Step step(String what) {
        return switch (what) {
            case "keep" -> Drafts::keep;
            case "offer" -> Drafts::offer;
            case "resume" -> Drafts::resume;
            case "mention" -> Drafts::mention;
            case "show" -> Drafts::show;
            case "drop" -> Drafts::drop;
            default -> throw new IllegalArgumentException("nothing is done with a draft by '" + what + "'");
        };
    }

    private static void keep(Scene scene) {
        // what else is put aside takes no report's place
        if (!scene.form.equals(REPORT) && isKept(scene) && scene.remembered(Memory.DRAFT).equals(REPORT)) {
            describe(scene);
            scene.close();
            return;
        }
        drop(scene);
        if (scene.form.isEmpty()) {
            return;
        }
        scene.memory.put(Memory.DRAFT, scene.form);
        var until = scene.today().plusDays(DAYS);
        scene.memory.put(Memory.DRAFT_UNTIL, until.toString());
        scene.values.put("until", scene.dates().day(until));
        scene.values.put("draft", scene.book.form(scene.form).title());
        scene.slots.forEach((name, value) -> scene.memory.put(SLOT + name, value));
        scene.close();
    }

    /** Keeps a report of the message that is not asked for yet; it goes on when the resident says so. */
    private static void offer(Scene scene) {
        scene.close();
        scene.form = REPORT;
        scene.slots.put("what", WordsSlot.kept(scene.heard.text()));
        scene.slots.put(QUESTION, "yes");
        scene.book.form(REPORT).slots().forEach(slot -> slot.kind().take(scene, slot));
        keep(scene);
    }

    /** Whether what was only a question was kept today. */
    static boolean isJustAsked(Scene scene) {
        return !scene.remembered(SLOT + QUESTION).isEmpty()
                && scene.remembered(Memory.DRAFT_UNTIL).equals(scene.today().plusDays(DAYS).toString());
    }

    /** Says what is kept, and until when; nothing where nothing is. */
    private static void mention(Scene scene) {
        if (isKept(scene)) {
            describe(scene);
            scene.say("draft-kept");
        }
    }

    private static void describe(Scene scene) {
        scene.values.put("until", scene.dates().day(LocalDate.parse(scene.remembered(Memory.DRAFT_UNTIL))));
        scene.values.put("draft", scene.book.form(scene.remembered(Memory.DRAFT)).title());
    }

    /** The code of the place that is told in what is kept; empty where there is none, or more than one may be meant. */
    static String place(Scene scene) {
        String code = isKept(scene) ? scene.remembered(SLOT + KnownPlace.PLACE) : "";
        return scene.directory().place(code).isPresent() ? code : "";
    }

    private static boolean isKept(Scene scene) {
        String until = scene.remembered(Memory.DRAFT_UNTIL);
        return scene.book.hasForm(scene.remembered(Memory.DRAFT)) && !until.isEmpty() && !LocalDate.parse(until).isBefore(scene.today());
    }

    /** Names what was kept, and by which word it goes on; nothing of it is confirmed by that. */
    private static void show(Scene scene) {
        if (!isKept(scene)) {
            drop(scene);
            scene.say("no-draft");
            return;
        }
        scene.values.put("draft", scene.book.form(scene.remembered(Memory.DRAFT)).title());
        scene.values.put("what", Masks.shown(scene.remembered(SLOT + "what")));
        scene.say("draft-waits");
    }

    private static void resume(Scene scene) {
        if (!isKept(scene)) {
            drop(scene);
            scene.say("no-draft");
            return;
        }
        String form = scene.remembered(Memory.DRAFT);
        scene.close();
        scene.form = form;
        for (var entry : List.copyOf(scene.memory.entrySet())) {
            if (entry.getKey().startsWith(SLOT)) {
                scene.slots.put(entry.getKey().substring(SLOT.length()), entry.getValue());
            }
        }
        drop(scene);
        scene.book.form(form).next(scene);
    }

    private static void drop(Scene scene) {
        scene.memory.keySet().removeIf(name -> name.equals(Memory.DRAFT) || name.equals(Memory.DRAFT_UNTIL) || name.startsWith(SLOT));
    }
}
