package liaison.bot.dialog;

/** Since when, in the resident's words. */
record SinceSlot() implements SlotKind {
    private static final int LONGEST = 40;

    @Override
    public void take(Scene scene, Slot slot) {
        String since = scene.heard.since();
        if (!since.isEmpty()) {
            scene.slots.put(slot.name(), since);
        }
    }

    @Override
    public boolean answer(Scene scene, Slot slot) {
        String since = scene.heard.since();
        String words = since.isEmpty() ? WordsSlot.kept(scene.heard.text()) : since;
        if (words.isEmpty() || words.length() > LONGEST) {
            return false;
        }
        scene.slots.put(slot.name(), words);
        return true;
    }

    @Override
    public boolean isSettled(Scene scene, Slot slot) {
        return !scene.slot(slot.name()).isEmpty();
    }
}
