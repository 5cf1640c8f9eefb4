package liaison.bot.dialog;

/** The place a question is about, when it names one, else that of what is being written; nobody is asked for it. */
record NamedPlaceSlot() implements SlotKind {
    @Override
    public void take(Scene scene, Slot slot) {
        String said = KnownPlace.codes(scene.place());
        String codes = said.isEmpty() ? Drafts.place(scene) : said;
        if (!codes.isEmpty()) {
            scene.slots.put(slot.name(), codes);
        }
    }

    @Override
    public boolean answer(Scene scene, Slot slot) {
        return false;
    }

    @Override
    public boolean isSettled(Scene scene, Slot slot) {
        return true;
    }
}
