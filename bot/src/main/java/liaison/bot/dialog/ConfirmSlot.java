package liaison.bot.dialog;

import java.util.Map;

/**
 * The read-back before something happens: only a rule goes on from it.
 *
 * @param compares whether it may be a request that is open already
 */
record ConfirmSlot(boolean compares) implements SlotKind {
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
        Undo.drop(scene);
        ReadBack.values(scene);
        if (compares) {
            SameIssue.look(scene);
        }
        Report.own(scene, SameIssue.again(scene)).ifPresentOrElse(request -> {
            RequestValues.describe(scene, request);
            scene.values.putAll(Map.of("what", scene.slot("what"), "where", scene.slot("where")));
            scene.say(slot.question() + "-again");
        }, () -> readBack(scene, slot));
    }

    private static void readBack(Scene scene, Slot slot) {
        boolean agreed = scene.remembered(Memory.CONSENT).equals(scene.book.consent());
        say(scene, slot.question(), agreed);
        if (!SameIssue.twin(scene).isEmpty()) {
            say(scene, "offer-join", agreed);
        }
    }

    private static void say(Scene scene, String text, boolean agreed) {
        String first = text + "-first";
        scene.say(!agreed && scene.book.hasText(first) ? first : text);
    }
}
