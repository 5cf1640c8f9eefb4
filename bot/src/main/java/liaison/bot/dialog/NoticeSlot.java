package liaison.bot.dialog;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import liaison.bot.notice.AudienceChange;
import liaison.bot.notice.NoticeChange;
import liaison.bot.notice.NoticeDraft;
import liaison.bot.notice.NoticeEverybody;
import liaison.bot.notice.NoticeReader;

/** One part of a notice that a clerk dictates: what, when, where or to whom. */
record NoticeSlot(Part part) implements SlotKind {
    static final String TEXT = "text";
    static final String AUDIENCE = "audience";
    private static final String WHERE = "where";
    private static final String OUT = "audience-out";
    private static final String NONE = "-none";
    /** The text behind which the next words of it come. */
    private static final String MORE = "text-more";
    private static final String JOIN = "\uff0c";
    private static final int LONGEST = 1_000;

    enum Part {
        TEXT, TIME, PLACE, AUDIENCE
    }

    @Override
    public void take(Scene scene, Slot slot) {
        // a message in the middle of the form answers one question; that for the text brings the rest with it, and so does what has none
        if (scene.asking.isEmpty() || scene.asking.equals(TEXT)
                || (part != Part.TEXT && draft(scene, scene.heard.text()).topic().isEmpty())) {
            put(scene, slot, scene.heard.text(), false);
        }
    }

    @Override
    public boolean answer(Scene scene, Slot slot) {
        return !scene.hears(scene.book.signal("tells_nothing"))
                && (put(scene, slot, scene.heard.text(), true) || (part == Part.TIME && NoticeRefused.isSaid(scene)));
    }

    @Override
    public boolean isSettled(Scene scene, Slot slot) {
        boolean optional = part == Part.TIME || part == Part.PLACE;
        return !scene.slot(slot.name()).isEmpty()
                || (optional && (NoticeTime.isUntimed(scene) || !scene.slot(slot.name() + NONE).isEmpty()));
    }

    /** The part shall be left out: what was asked, or what the message names. */
    static void leaveOut(Scene scene) {
        boolean isPlace = scene.hears(scene.book.signal("no_place"))
                || (scene.asking.equals(WHERE) && !scene.hears(scene.book.signal("no_time")));
        if (isPlace) {
            scene.slots.remove(WHERE);
            scene.slots.put(WHERE + NONE, "yes");
        } else if (scene.hears(scene.book.signal("all_day")) || NoticeTime.wantsHour(scene)) {
            scene.book.form(scene.form).slot("when").ifPresent(slot -> NoticeTime.wholeDay(scene, slot));
        } else {
            NoticeTime.leaveOut(scene, "when");
        }
        scene.asking = "";
        scene.book.form(scene.form).next(scene);
    }

    @Override
    public void ask(Scene scene, Slot slot) {
        if (part == Part.TIME) {
            NoticeRefused.say(scene);
        }
        if (part == Part.TIME && NoticeTime.areSeveral(scene)) {
            NoticeTime.askWhich(scene);
            return;
        }
        scene.say(switch (part) {
            case TIME -> NoticeTime.wantsDay(scene) ? "ask-notice-day" : NoticeTime.wantsHour(scene) ? "ask-notice-hour" : slot.question();
            case TEXT -> scene.slot(MORE).isEmpty() ? slot.question() : "ask-notice-more";
            case PLACE, AUDIENCE -> slot.question();
        });
    }

    /** Takes the part from words that somebody said, as the whole answer or among others; false when they do not say it. */
    boolean put(Scene scene, Slot slot, String words, boolean isAnswer) {
        var draft = draft(scene, words);
        return switch (part) {
            case TEXT -> text(scene, slot, isAnswer && isWhole(scene, draft) && !isOther(draft)
                    ? NoticeReader.textOf(NoticeAudiences.stations(scene, words).words(), NoticeAudiences.people(scene))
                    : draft.text());
            case PLACE -> place(scene, slot, isAnswer ? placeOf(NoticeReader.withoutYes(words), draft) : draft.where());
            case TIME -> NoticeTime.put(scene, slot, words, isAnswer);
            case AUDIENCE -> audience(scene, slot, draft, words, isAnswer);
        };
    }

    static NoticeDraft draft(Scene scene, String words) {
        return NoticeReader.read(NoticeAudiences.stations(scene, words).words(), scene.now, NoticeAudiences.people(scene));
    }

    /** An answer that says nothing else, or that comes when the rest is known, is the text as it stands. */
    private static boolean isWhole(Scene scene, NoticeDraft draft) {
        return !scene.slot(NoticeTime.STARTS).isEmpty() || NoticeTime.isUntimed(scene)
                || draft.missing().size() == NoticeDraft.Missing.values().length;
    }

    /** 地点文化站 and 在文化站 say only where, and so on, though the text is asked for. */
    private static boolean isOther(NoticeDraft draft) {
        return draft.text().isEmpty() && (!draft.where().isEmpty() || !draft.when().isEmpty() || !draft.audience().isEmpty());
    }

    private static boolean text(Scene scene, Slot slot, String words) {
        String before = slot.name().equals(TEXT) ? scene.slot(MORE) : "";
        String whole = before.isEmpty() ? line(words) : before + JOIN + line(words);
        boolean fits = !words.isBlank() && whole.length() <= LONGEST;
        if (fits) {
            scene.slots.put(slot.name(), whole);
            replaceText(scene);
        }
        return fits;
    }

    /** The next words of the text come behind what there is. */
    static void addText(Scene scene) {
        scene.slots.put(MORE, scene.slot(TEXT));
    }

    /** The next words of the text come in the place of what there is. */
    static void replaceText(Scene scene) {
        scene.slots.remove(MORE);
    }

    /** 地点改到二楼 and 在二楼 say no more than the place; what only says when or who says none. */
    private static String placeOf(String words, NoticeDraft draft) {
        var changes = NoticeChange.read(words);
        if (changes.size() == 1 && changes.getFirst().part().equals(WHERE) && NoticeReader.mayBePlace(changes.getFirst().words())) {
            return changes.getFirst().words();
        }
        boolean isOther = draft.topic().isEmpty() && draft.where().isEmpty() && !(draft.when().isEmpty() && draft.audience().isEmpty());
        boolean isFound = isOther || (draft.text().isEmpty() && !draft.where().isEmpty());
        return isFound || (draft.where().isEmpty() && !NoticeReader.mayBePlace(words)) ? draft.where() : words;
    }

    /** A text that names the old place names the new one. */
    private static boolean place(Scene scene, Slot slot, String words) {
        String old = scene.slot(slot.name());
        boolean fits = text(scene, slot, words);
        if (fits && !old.isEmpty()) {
            replace(scene, old, line(words));
        }
        return fits;
    }

    /** Whoever cannot be written to is said, and asked for. */
    private static boolean audience(Scene scene, Slot slot, NoticeDraft draft, String words, boolean isAnswer) {
        var others = NoticeAudiences.stations(scene, words).others();
        if (!others.isEmpty()) {
            NoticeAudiences.sayOthers(scene, others);
            return true;
        }
        var strangers = isAnswer && draft.strangers().isEmpty() && draft.audience().isEmpty()
                ? NoticeReader.strangers(words, NoticeAudiences.people(scene))
                : draft.strangers();
        if (!strangers.isEmpty()) {
            NoticeAudiences.sayUnknown(scene, strangers);
            return true;
        }
        String before = scene.slot(slot.name());
        String said = isAnswer && draft.audience().isEmpty() ? NoticeEverybody.read(words) : draft.audience();
        String audience = joined(before, before.isEmpty() ? left(scene, said) : said);
        if (audience.isEmpty()) {
            return without(scene, AudienceChange.read(isAnswer || !draft.audience().isEmpty() ? words : "", scene.now,
                    NoticeAudiences.people(scene)), isAnswer, before.isEmpty());
        }
        NoticeAudiences.put(scene, audience);
        return true;
    }

    /** Nobody is named who shall get it, but perhaps who shall not, and then that all others shall. */
    private static boolean without(Scene scene, AudienceChange change, boolean isAnswer, boolean isFirst) {
        boolean leavesOut = isFirst && change.onlyLeavesOut();
        if (leavesOut && isAnswer) {
            leaveOut(scene, change);
        }
        if (leavesOut && change.withRest()) {
            NoticeAudiences.put(scene, left(scene, String.join(" ", change.groups())));
        }
        return leavesOut || (isAnswer && !change.isEmpty() && NoticeAudiences.change(scene, change));
    }

    /** Whoever shall not get it says nothing of who shall, so that is still asked. */
    private static void leaveOut(Scene scene, AudienceChange change) {
        left(scene, change.out().stream().sorted().map(token -> "-" + token).collect(Collectors.joining(" ")));
        var out = Stream.of(scene.slot(OUT).split(" ", -1)).map(token -> token.substring(1)).collect(Collectors.joining(" "));
        scene.values.put("audience-name", NoticeAudiences.words(scene, out));
        scene.say("notice-left-out");
    }

    /** Who was left out before anybody was in stays out, unless he is named then. */
    private static String left(Scene scene, String said) {
        var in = List.of(said.split(" ", -1));
        String all = said;
        for (String out : scene.slot(OUT).split(" ", -1)) {
            all = out.isEmpty() || in.contains(out) || in.contains(out.substring(1)) ? all : all + " " + out;
        }
        scene.slots.put(OUT, String.join(" ", List.of(all.split(" ", -1)).stream().filter(token -> token.startsWith("-")).toList()));
        return all;
    }

    /** Who is only added or left out changes the audience that there is; without one, nobody is left out of nothing. */
    private static String joined(String before, String said) {
        var tokens = new TreeSet<>(List.of(said.split(" ", -1)));
        boolean added = tokens.remove("+");
        if (!before.isEmpty() && (added || tokens.stream().allMatch(token -> token.startsWith("-")))) {
            tokens.addAll(List.of(before.split(" ", -1)));
        }
        return tokens.stream().allMatch(token -> token.startsWith("-") || token.isEmpty()) ? "" : String.join(" ", tokens).strip();
    }

    /** Puts other words in the place of some that the place or the text has; false where neither has them. */
    static boolean exchange(Scene scene, String part, String was, String words) {
        String where = scene.slot(WHERE);
        if (!part.equals("what") && where.contains(was)) {
            if (!scene.slot(TEXT).contains(where)) {
                replace(scene, was, words);
            }
            replace(scene, where, where.replace(was, words));
            scene.slots.put(WHERE, where.replace(was, words));
            return true;
        }
        boolean isInText = !part.equals(WHERE) && was.length() > 1 && scene.slot(TEXT).contains(was);
        if (isInText) {
            replace(scene, was, words);
        }
        return isInText;
    }

    static void replace(Scene scene, String old, String words) {
        if (!old.isEmpty()) {
            scene.slots.computeIfPresent(TEXT, (name, text) -> text.replace(old, words));
        }
    }

    static String line(String words) {
        return words.strip().replace('\n', ' ');
    }
}
