package liaison.bot.dialog;

import liaison.bot.calendar.TimeReader;

/** Since when, in the resident's words. */
record SinceSlot() implements SlotKind {
    private static final int LONGEST = 40;
    private static final int LOOKED_AT = 1_000;

    @Override
    public void take(Scene scene, Slot slot) {
        String since = since(scene);
        if (!since.isEmpty()) {
            scene.slots.put(slot.name(), since);
        }
    }

    @Override
    public boolean answer(Scene scene, Slot slot) {
        String since = since(scene);
        String words = since.isEmpty() ? WordsSlot.kept(scene.heard.text()) : since;
        if (words.isEmpty() || words.length() > LONGEST) {
            return false;
        }
        scene.slots.put(slot.name(), words);
        return true;
    }

    private static String since(Scene scene) {
        String text = scene.heard.text().substring(0, Math.min(scene.heard.text().length(), LOOKED_AT));
        return TimeReader.since(text, scene.now).map(span -> span.of(text)).orElse("");
    }

    @Override
    public boolean isSettled(Scene scene, Slot slot) {
        return !scene.slot(slot.name()).isEmpty();
    }
}
