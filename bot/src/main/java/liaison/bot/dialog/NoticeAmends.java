package liaison.bot.dialog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import liaison.bot.notice.AudienceChange;
import liaison.bot.notice.NoticeChange;
import liaison.bot.notice.NoticeChange.Kind;
import liaison.bot.notice.NoticeDraft;
import liaison.bot.notice.NoticeMove;
import liaison.bot.notice.NoticeQuestion;

/** What the author of a notice says anew when it is read back; a part that the message only names is asked for. */
final class NoticeAmends {
    private static final String WHEN = "when";
    private static final String WHERE = "where";

    private final Scene scene;
    private final Form form;
    /** What is named, and not what it shall be, with the words that are said of it. */
    private final Map<Slot, String> wanted = new LinkedHashMap<>();
    private boolean changed;

    private NoticeAmends(Scene scene) {
        this.scene = scene;
        form = scene.book.form(scene.form);
    }

    /** Takes what the message says anew; whatever it does not understand of it changes nothing. */
    static void amend(Scene scene) {
        scene.asking = "";
        NoticeSlot.replaceText(scene);
        new NoticeAmends(scene).read();
    }

    /** The same while a part is still asked for: what is changed is not read back, so it is said that it was. */
    static void amendEarly(Scene scene) {
        var before = Map.copyOf(scene.slots);
        amend(scene);
        if (!scene.slots.equals(before)) {
            scene.sayFirst("noted");
        }
    }

    private void read() {
        String words = NoticeChange.withoutText(scene.heard.text());
        var others = NoticeAudiences.stations(scene, words).others();
        var people = people(words);
        if (!others.isEmpty()) {
            changed = true;
            NoticeAudiences.sayOthers(scene, others);
        } else if (!people.isEmpty()) {
            changed = true;
            NoticeAudiences.change(scene, people);
        }
        for (var change : saysOnlyWho(scene) ? List.<NoticeChange>of() : NoticeChange.read(scene.heard.text())) {
            var slot = form.slot(name(change.part()));
            if (!others.isEmpty() && others.stream().anyMatch(change.said()::contains)) {
                continue;
            }
            if (change.kind() == Kind.ADDED) {
                NoticeSlot.addText(scene);
            }
            if (slot.isEmpty() && change.kind() == Kind.CHANGED && NoticeTime.isPartOfDay(scene, change.words())) {
                slot = form.slot(WHEN);
            }
            if (!take(change, slot, !people.isEmpty())) {
                wanted.put(slot.orElseThrow(), change.words());
            }
        }
        if (!wanted.isEmpty()) {
            ask();
            return;
        }
        if (!changed && NoticeRefused.isSaid(scene)) {
            NoticeRefused.say(scene);
        } else if (!changed) {
            scene.say(scene.missed("notice-amended-nothing"));
        }
        form.next(scene);
    }

    /** Asks for what is only named, one after the other, when all the rest is done. */
    private void ask() {
        var first = form.slots().stream().filter(wanted::containsKey).findFirst().orElseThrow();
        wanted.forEach((slot, words) -> {
            form.forget(scene, slot);
            if (slot.name().equals(WHEN)) {
                NoticeTime.notePart(scene, words);
            }
        });
        form.correct(scene, first);
    }

    private AudienceChange people(String words) {
        return people(scene, words);
    }

    private static AudienceChange people(Scene scene, String words) {
        return AudienceChange.read(NoticeAudiences.stations(scene, words).words(), scene.now, NoticeAudiences.people(scene));
    }

    /** False where a part is named, and not what it shall be. */
    private boolean take(NoticeChange change, Optional<Slot> slot, boolean withPeople) {
        if (isTime(change) && moved(change)) {
            return true;
        }
        if (!change.was().isEmpty() && exchanged(change)) {
            changed = true;
            return true;
        }
        if (slot.isEmpty()) {
            boolean before = changed;
            changed = false;
            unnamed(change);
            changed |= before || added(change);
            return true;
        }
        boolean taken = slot.get().name().equals(NoticeSlot.AUDIENCE) && withPeople && !change.words().isEmpty();
        taken |= !taken && put(slot.get(), change.words(), true);
        changed |= taken;
        return taken;
    }

    private static boolean isTime(NoticeChange change) {
        return change.part().isEmpty() || change.part().equals(WHEN);
    }

    private boolean moved(NoticeChange change) {
        var move = NoticeMove.read(change.said(), scene.now).or(() -> NoticeMove.read(withoutSubject(change.said()), scene.now));
        boolean isMoved = move.isPresent()
                && form.slot(WHEN).filter(slot -> NoticeMoves.move(scene, slot, move.get(), change.said())).isPresent();
        changed |= isMoved;
        return isMoved;
    }

    /** 碰头会推迟半小时 without what it is about, where that is what is being written. */
    private String withoutSubject(String said) {
        String subject = NoticeChange.subject(said);
        boolean isOurs = !subject.isEmpty() && isOfNotice(scene, subject, NoticeSlot.draft(scene, subject));
        return isOurs ? said.substring(said.indexOf(subject) + subject.length()) : said;
    }

    /** 二楼改三楼 changes the place that has 二楼 in it, 三点改四点 the hour, and so on. */
    private boolean exchanged(NoticeChange change) {
        if (change.words().isEmpty() || people(change.said()).isTold()) {
            return false;
        }
        return form.slot(WHEN).filter(slot -> isTime(change) && NoticeMoves.exchange(scene, slot, change.was(), change.words())).isPresent()
                || (!change.part().equals(WHEN) && !isMoved(change)
                        && NoticeSlot.exchange(scene, change.part(), change.was(), change.words()));
    }

    /** 碰头会改到十点 changes no word of the text, but when it is. */
    private boolean isMoved(NoticeChange change) {
        var draft = NoticeSlot.draft(scene, change.words());
        boolean isPlaced = draft.text().isEmpty() && !(draft.when().isEmpty() && draft.where().isEmpty());
        return isPlaced && change.part().isEmpty() && !scene.slot(WHERE).contains(change.was())
                && NoticeSlot.draft(scene, change.was()).when().isEmpty();
    }

    /** Words without the name of a part may say when or where; what says something else as well (今天好忙) says neither. */
    private void unnamed(NoticeChange change) {
        var draft = NoticeSlot.draft(scene, change.words());
        if (change.kind() == Kind.SAID && !isOfNotice(scene, change.said(), draft)) {
            return;
        }
        if (!draft.when().isEmpty()) {
            changed |= form.slot(WHEN).filter(slot -> put(slot, change.words(), false)).isPresent();
        }
        if (!draft.where().isEmpty()) {
            changed |= form.slot(WHERE).filter(slot -> put(slot, change.words(), false)).isPresent();
        }
    }

    private boolean added(NoticeChange change) {
        String words = changed || change.kind() != Kind.SAID || !people(change.said()).isEmpty()
                ? ""
                : NoticeChange.addition(change.said());
        if (!words.isEmpty()) {
            NoticeSlot.addText(scene);
        }
        return !words.isEmpty() && form.slot(NoticeSlot.TEXT).filter(slot -> put(slot, words, true)).isPresent();
    }

    /** Nothing is told but when, where, and what the notice says, too. */
    private static boolean isOfNotice(Scene scene, String words, NoticeDraft draft) {
        return !NoticeQuestion.tells(words) && (draft.topic().isEmpty() || scene.slot(NoticeSlot.TEXT).contains(draft.topic()));
    }

    private boolean put(Slot slot, String words, boolean isAnswer) {
        return slot.kind() instanceof NoticeSlot notice && !words.isEmpty() && notice.put(scene, slot, words, isAnswer);
    }

    /** Whether the message moves the time that is known, or adds to the text that is, whatever is asked. */
    static boolean isMoved(Scene scene) {
        var changes = NoticeChange.read(scene.heard.text());
        boolean isTimed = !scene.slot(NoticeTime.STARTS).isEmpty();
        boolean isTold = !scene.slot(NoticeSlot.TEXT).isEmpty();
        return changes.stream().anyMatch(change -> (isTold && change.kind() == Kind.ADDED && !change.words().isEmpty())
                || (isTimed && isTime(change) && NoticeMove.read(change.said(), scene.now).isPresent()));
    }

    /** Whether the message says who shall get the notice, too, or shall not. */
    static boolean saysWho(Scene scene) {
        return people(scene, NoticeChange.withoutText(scene.heard.text())).isTold();
    }

    /** Whether it says nothing else; names may sound like anything, so nothing else is read into it. */
    static boolean saysOnlyWho(Scene scene) {
        var change = people(scene, scene.heard.text());
        return change.isTold() && change.isAll() && change.strangers().isEmpty();
    }

    private static String name(String part) {
        return switch (part) {
            case "what" -> NoticeSlot.TEXT;
            case "who" -> NoticeSlot.AUDIENCE;
            default -> part;
        };
    }
}
