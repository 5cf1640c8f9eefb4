package liaison.bot.dialog;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import liaison.bot.understanding.Complaints;
import liaison.bot.understanding.Fix;
import liaison.bot.understanding.WholeWords;

/** Puts the right words for wrong ones of the read-back without naming a slot, as 不是3号楼，是5号楼. */
final class Replacements {
    private static final String WHAT = "what";
    private static final String SINCE = "since";
    private static final String TROUBLE = "trouble";
    /** Behind how long it is so. */
    private static final String LASTS = "了";

    private Replacements() {
    }

    /** Whether a message says that a word of the read-back is wrong, or tells the matter anew behind 不对. */
    static boolean isOne(Scene scene) {
        var fix = Fix.all(scene.heard.text()).getFirst();
        return fix.wrong().isEmpty()
                ? !fix.right().isEmpty() && !Matters.areOpen(scene) && isMatter(scene, fix.right())
                : List.of(KnownPlace.WHERE, SINCE).stream().anyMatch(slot -> fix.isOf(KnownPlace.was(scene, slot)))
                        || fix.isOf(KnownPlace.was(scene, WHAT)) || Matters.of(scene).stream().anyMatch(fix::isOf);
    }

    /** What tells a trouble, or says that something is wrong and is no other slot's value, as 门关不上. */
    static boolean isMatter(Scene scene, String words) {
        return scene.hearing(words,
                () -> !SaidPlace.isAlone(scene) && (scene.hears(scene.book.signal(TROUBLE)) || scene.heard.matter().tells()
                        || (Complaints.sayWrong(words) && !scene.place().exact() && !SinceSlot.isSaid(scene)
                                && PhoneSlot.said(scene).isEmpty()
                                && !scene.heard.hears(scene.book.signal("asks_aside")))));
    }

    /** Puts the other words in, and looks again which place that is; asks for what is only said to be wrong. */
    static void replace(Scene scene, Form form) {
        var all = Fix.all(scene.heard.text());
        var fix = all.getFirst();
        if (fix.right().isEmpty()) {
            var wrong = List.of(SINCE, KnownPlace.WHERE, WHAT).stream().filter(slot -> fix.isOf(scene.slot(slot))).findFirst();
            if (wrong.filter(slot -> Remarks.isTold(scene, slot)).isPresent()) {
                // 听雨轩，不是锦绣苑
                Retakes.amend(scene, form);
                return;
            }
            wrong.flatMap(form::slot).ifPresentOrElse(slot -> form.correct(scene, slot), () -> form.next(scene));
            return;
        }
        if (fix.wrong().isEmpty()) {
            form.slot(WHAT).ifPresent(slot -> slot.kind().forget(scene, slot));
            scene.slots.put(WHAT, WordsSlot.kept(fix.right()));
            scene.hearing(fix.right(), () -> {
                Retakes.retake(scene, form, Set.of());
            });
        } else {
            all.forEach(each -> exchange(scene, form, whole(scene, each)));
            scene.hearing(all.getLast().beside(scene.heard.text()), () -> {
                if (Additions.isTold(scene)) {
                    Additions.also(scene);
                }
            });
        }
        scene.asking = "";
        form.next(scene);
    }

    /** 不是一年，是今年开春 of 有一年了: one time for another, with all the words that say it. */
    private static Fix whole(Scene scene, Fix fix) {
        String since = scene.slot(SINCE);
        boolean isTime = !since.isEmpty() && fix.isOf(since) && !fix.isOf(scene.slot(KnownPlace.WHERE))
                && (!since.startsWith(fix.wrong()) || since.endsWith(LASTS)) && !SinceSlot.read(fix.right(), scene.now).isEmpty();
        return isTime ? new Fix(since, fix.right()) : fix;
    }

    /** Puts the right words for the wrong ones, each number once: in the place, and in the matters. */
    static void exchange(Scene scene, Form form, Fix said) {
        if (scene.slot(KnownPlace.WHERE).isEmpty() && said.isOf(KnownPlace.was(scene, KnownPlace.WHERE))) {
            KnownPlace.restore(scene);
        }
        Undo.giveBack(scene, WHAT);
        String where = scene.slot(KnownPlace.WHERE);
        var fix = said.within(said.isOf(where) ? where : scene.slot(SINCE));
        var except = new HashSet<String>();
        if (fix.isOf(where)) {
            except.add(KnownPlace.WHERE);
            // 13号 of a road is no day
            except.add(fix.isOf(scene.slot(SINCE)) ? "" : SINCE);
        } else if (!where.isEmpty() && !scene.where(fix.right()).exact()) {
            // another house that was told of is not this one
            except.add(KnownPlace.WHERE);
        }
        if (fix.isOf(where) && isDescribed(scene, fix)) {
            KnownPlace.describe(scene, form, fix.right());
            return;
        }
        if (fix.isOf(where) && isElsewhere(scene, fix)) {
            int end = WholeWords.find(where, fix.wrong(), 0) + fix.wrong().length();
            Matters.each(scene, matter -> matter.replace(where.substring(0, end), fix.right()));
            KnownPlace.take(scene, form, fix.right());
        } else {
            Matters.each(scene, fix::exchanged);
            if (fix.isOf(where)) {
                KnownPlace.take(scene, form, elsewhere(scene, fix, where));
            }
        }
        scene.hearing(fix.right(), () -> {
            Retakes.retake(scene, form, except);
        });
    }

    /** 不是锦绣苑，是路口那个站台: words that no other name of the matter can stand for; it keeps its own. */
    private static boolean isDescribed(Scene scene, Fix fix) {
        var meant = scene.where(fix.right());
        boolean isName = meant.exact() ? meant.words().equals(fix.right()) : !scene.book.placeWords().pointsAt(fix.right());
        return !isName && scene.book.placeWords().tailIn(fix.right()).isEmpty();
    }

    /** The address with the right name; without the community before it that only the wrong one lies in. */
    private static String elsewhere(Scene scene, Fix fix, String where) {
        String exchanged = fix.exchanged(where);
        var meant = scene.where(fix.right());
        boolean fits = !meant.exact() || scene.where(exchanged).places().equals(meant.places());
        return fits ? exchanged : fix.right() + where.substring(WholeWords.find(where, fix.wrong(), 0) + fix.wrong().length());
    }

    /** 不是3号楼，是听雨轩3号楼: another place, and not more of the same. */
    private static boolean isElsewhere(Scene scene, Fix fix) {
        return scene.where(fix.right()).exact() && scene.where(fix.wrong()).places().isEmpty();
    }
}
