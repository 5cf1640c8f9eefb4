package liaison.bot.dialog;

import java.time.Instant;
import java.util.Optional;
import liaison.bot.notice.NoticeDraft;
import liaison.bot.notice.NoticeReader;

/** One part of a notice that a clerk dictates: what, when, where or to whom. */
record NoticeSlot(Part part) implements SlotKind {
    /** The instant of a notice's time, beside the words for it. */
    static final String STARTS = "starts-at";
    private static final int LONGEST = 1_000;

    enum Part {
        TEXT, TIME, PLACE, AUDIENCE
    }

    @Override
    public void take(Scene scene, Slot slot) {
        // a message in the middle of the form answers one question, and says nothing about the others
        if (scene.before.form().equals(scene.form)) {
            return;
        }
        read(NoticeReader.read(scene.heard.text(), scene.now)).ifPresent(value -> put(scene, slot, value));
    }

    @Override
    public boolean answer(Scene scene, Slot slot) {
        var draft = NoticeReader.read(scene.heard.text(), scene.now);
        var value = switch (part) {
            case TEXT, PLACE -> Optional.of(scene.heard.text()).filter(words -> !words.isEmpty() && words.length() <= LONGEST);
            case TIME, AUDIENCE -> read(draft);
        };
        value.ifPresent(words -> put(scene, slot, words));
        return value.isPresent();
    }

    @Override
    public boolean isSettled(Scene scene, Slot slot) {
        return !scene.slot(slot.name()).isEmpty();
    }

    private Optional<String> read(NoticeDraft draft) {
        String value = switch (part) {
            case TEXT -> draft.text();
            case TIME -> draft.startsAt().equals(Instant.MAX) ? "" : draft.startsAt().toString();
            case PLACE -> draft.where();
            case AUDIENCE -> draft.audience();
        };
        return Optional.of(value).filter(words -> !words.isEmpty());
    }

    private void put(Scene scene, Slot slot, String value) {
        if (part == Part.TIME) {
            scene.slots.put(STARTS, value);
            scene.slots.put(slot.name(), scene.dates().moment(Instant.parse(value)));
        } else {
            scene.slots.put(slot.name(), value.replace('\n', ' '));
        }
    }
}
