package liaison.bot.dialog;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import liaison.bot.text.Masks;

/** Keeps an open form for a week, and takes it up again. */
final class Drafts {
    /** Set where what is told is only a question. */
    static final String QUESTION = "question";
    /** Set where something else was being done when it was told. */
    private static final String ASIDE = "aside";
    private static final String WHAT = "what";
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
            case "answer" -> Drafts::answer;
            case "aside" -> Drafts::aside;
            case "remind" -> Drafts::remind;
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
        scene.slots.putAll(report(scene, WordsSlot.kept(scene.heard.text()), QUESTION));
        keep(scene);
    }

    /** Keeps another matter that was told in an errand which goes on; behind the one of a report that is kept already. */
    private static void aside(Scene scene) {
        String words = WordsSlot.kept(VisitMatterSlot.beside(scene.heard.text(), scene.now));
        scene.values.put(WHAT, Masks.shown(words));
        scene.say("report-aside");
        if (isKept(scene) && scene.remembered(Memory.DRAFT).equals(REPORT) && !scene.remembered(SLOT + WHAT).isEmpty()) {
            scene.memory.merge(SLOT + Matters.MORE, words, (before, said) -> before + '\n' + said);
        } else {
            drop(scene);
            scene.memory.put(Memory.DRAFT, REPORT);
            scene.memory.put(Memory.DRAFT_UNTIL, scene.today().plusDays(DAYS).toString());
            scene.hearing(words, () -> report(scene, words, ASIDE)).forEach((name, value) -> scene.memory.put(SLOT + name, value));
        }
    }

    /** The slots of a report of the message; those of the errand stay as they are. */
    private static Map<String, String> report(Scene scene, String what, String mark) {
        var open = Map.copyOf(scene.slots);
        String form = scene.form;
        scene.slots.clear();
        scene.form = REPORT;
        scene.slots.putAll(Map.of(WHAT, what, mark, "yes"));
        scene.book.form(REPORT).slots().forEach(slot -> slot.kind().take(scene, slot));
        var report = Map.copyOf(scene.slots);
        scene.slots.clear();
        scene.slots.putAll(open);
        scene.form = form;
        return report;
    }

    /** Offers what was told beside an errand that is over now. */
    private static void remind(Scene scene) {
        if (isKept(scene) && !scene.remembered(SLOT + ASIDE).isEmpty() && scene.form.isEmpty()) {
            scene.values.put(WHAT, Masks.shown(scene.remembered(SLOT + WHAT)));
            scene.say("report-offered");
        }
    }

    /** Whether what was only a question, or was told beside something else, was kept today. */
    static boolean isJustAsked(Scene scene) {
        return !(scene.remembered(SLOT + QUESTION) + scene.remembered(SLOT + ASIDE)).isEmpty()
                && isOfToday(scene);
    }

    /** Whether a report was put away today. */
    static boolean isJustPutAway(Scene scene) {
        return scene.remembered(Memory.DRAFT).equals(REPORT)
                && (scene.remembered(SLOT + QUESTION) + scene.remembered(SLOT + ASIDE)).isEmpty()
                && isOfToday(scene);
    }

    private static boolean isOfToday(Scene scene) {
        return scene.remembered(Memory.DRAFT_UNTIL).equals(scene.today().plusDays(DAYS).toString());
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

    static boolean isKept(Scene scene) {
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
        scene.values.put(WHAT, Masks.shown(scene.remembered(SLOT + WHAT)));
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
        scene.slots.remove(ASIDE);
        drop(scene);
        scene.book.form(form).next(scene);
    }

    /** Takes up what is kept, and lets the message be decided as if that had never been put away. */
    private static void answer(Scene scene) {
        resume(scene);
        if (!scene.form.isEmpty()) {
            scene.anew = scene.turn("").next();
        }
    }

    private static void drop(Scene scene) {
        scene.memory.keySet().removeIf(name -> name.equals(Memory.DRAFT) || name.equals(Memory.DRAFT_UNTIL) || name.startsWith(SLOT));
    }
}
