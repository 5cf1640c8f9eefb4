package liaison.bot.dialog;

/** The read-back before something happens: only a rule goes on from it. */
record ConfirmSlot() implements SlotKind {
    @Override
    public void take(Scene scene, Slot slot) {
        // nobody agrees before being asked
    }

    @Override
    public boolean answer(Scene scene, Slot slot) {
        return false;
    }

    @Override
    public boolean isSettled(Scene scene, Slot slot) {
        return false;
    }

    @Override
    public void ask(Scene scene, Slot slot) {
        ReadBack.values(scene);
        boolean agreed = scene.remembered(Memory.CONSENT).equals(scene.book.consent());
        String first = slot.question() + "-first";
        scene.say(!agreed && scene.book.hasText(first) ? first : slot.question());
    }
}
