package liaison.bot.dialog;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import liaison.bot.calendar.Shanghai;
import liaison.bot.calendar.TimePhrase;
import liaison.bot.notice.NoticeDraft;
import liaison.bot.notice.NoticeReader;

/** One part of a notice that a clerk dictates: what, when, where or to whom. */
record NoticeSlot(Part part) implements SlotKind {
    /** The instant of a notice's time, beside the words for it. */
    static final String STARTS = "starts-at";
    /** A day that was named without an hour. */
    static final String DAY = "starts-on";
    /** The words of the text that said when, until they are corrected. */
    static final String SAID = "when-said";
    static final String TEXT = "text";
    private static final int LONGEST = 1_000;

    enum Part {
        TEXT, TIME, PLACE, AUDIENCE
    }

    @Override
    public void take(Scene scene, Slot slot) {
        // a message in the middle of the form answers one question; only that for the text brings the rest with it
        if (scene.asking.isEmpty() || scene.asking.equals(TEXT)) {
            put(scene, slot, scene.heard.text(), false);
        }
    }

    @Override
    public boolean answer(Scene scene, Slot slot) {
        return put(scene, slot, scene.heard.text(), true);
    }

    @Override
    public boolean isSettled(Scene scene, Slot slot) {
        return !scene.slot(slot.name()).isEmpty();
    }

    /** Takes the part from words that somebody said, as the whole answer or among others; false when they do not say it. */
    boolean put(Scene scene, Slot slot, String words, boolean isAnswer) {
        var draft = NoticeReader.read(words, scene.now, NoticeAudiences.people(scene));
        return switch (part) {
            case TEXT -> text(scene, slot, isAnswer && isWhole(scene, draft) ? words : draft.text());
            case PLACE -> place(scene, slot, isAnswer ? words : draft.where());
            case TIME -> time(scene, slot, words, isAnswer);
            case AUDIENCE -> audience(scene, slot, draft);
        };
    }

    /** An answer that says nothing else, or that comes when the rest is known, is the text as it stands. */
    private static boolean isWhole(Scene scene, NoticeDraft draft) {
        return !scene.slot(STARTS).isEmpty() || draft.missing().size() == NoticeDraft.Missing.values().length;
    }

    private static boolean text(Scene scene, Slot slot, String words) {
        boolean fits = !words.isBlank() && words.length() <= LONGEST;
        if (fits) {
            scene.slots.put(slot.name(), line(words));
        }
        return fits;
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

    private static boolean time(Scene scene, Slot slot, String words, boolean isAnswer) {
        var phrase = NoticeReader.when(words, scene.now);
        var starts = phrase.flatMap(when -> moment(scene, when));
        var day = phrase.filter(when -> when.from().isEmpty()).flatMap(TimePhrase::day).filter(date -> !date.isBefore(scene.today()));
        starts.ifPresentOrElse(at -> {
            String moment = scene.dates().moment(at);
            if (!scene.slot(STARTS).isEmpty()) {
                replace(scene, scene.slot(SAID), moment);
                scene.slots.computeIfPresent(SAID, (name, said) -> moment);
            } else if (!isAnswer) {
                scene.slots.put(SAID, line(phrase.orElseThrow().span().of(words)));
            }
            scene.slots.put(STARTS, at.toString());
            scene.slots.put(slot.name(), moment);
        }, () -> day.ifPresent(date -> scene.slots.put(DAY, date.toString())));
        return starts.isPresent() || day.isPresent();
    }

    /** What is not said is as it was said before; a time that has passed is none. */
    private static Optional<Instant> moment(Scene scene, TimePhrase phrase) {
        var known = Optional.of(scene.slot(STARTS)).filter(at -> !at.isEmpty()).map(Instant::parse);
        var named = Optional.of(scene.slot(DAY)).filter(day -> !day.isEmpty()).map(LocalDate::parse);
        var day = phrase.isImpossible()
                ? Optional.<LocalDate>empty()
                : phrase.day().or(() -> known.map(Shanghai::day)).or(() -> named)
                        .or(() -> Optional.of(scene.today()));
        var time = phrase.from().or(() -> known.map(at -> LocalTime.ofInstant(at, Shanghai.ZONE)));
        return day.flatMap(date -> time.map(hour -> Shanghai.at(date, hour))).filter(at -> at.isAfter(scene.now));
    }

    /** Whoever cannot be written to is said, and asked for. */
    private static boolean audience(Scene scene, Slot slot, NoticeDraft draft) {
        if (!draft.strangers().isEmpty()) {
            scene.values.put("strangers", String.join("\u3001", draft.strangers()));
            scene.say("notice-strangers");
            return true;
        }
        String audience = joined(scene.slot(slot.name()), draft.audience());
        if (audience.isEmpty()) {
            return false;
        }
        switch (audience) {
            case "residents" -> scene.say("notice-no-residents");
            case "wide" -> scene.say("notice-own-station");
            default -> {
                if (NoticeAudiences.of(scene, audience).isEmpty()) {
                    scene.values.put("audience-name", NoticeAudiences.words(scene, audience));
                    scene.say("notice-nobody");
                } else {
                    scene.slots.put(slot.name(), audience);
                }
            }
        }
        return true;
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

    private static void replace(Scene scene, String old, String words) {
        if (!old.isEmpty()) {
            scene.slots.computeIfPresent(TEXT, (name, text) -> text.replace(old, words));
        }
    }

    private static String line(String words) {
        return words.strip().replace('\n', ' ');
    }
}
