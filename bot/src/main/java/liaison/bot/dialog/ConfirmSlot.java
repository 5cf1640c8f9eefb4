package liaison.bot.dialog;

import java.util.Map;

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
        var again = Report.own(scene, SameIssueSlot.again(scene));
        if (again.isPresent()) {
            RequestSteps.describe(scene, again.get());
            scene.values.putAll(Map.of("what", scene.slot("what"), "where", scene.slot("where")));
            scene.say(slot.question() + "-again");
            return;
        }
        boolean agreed = scene.remembered(Memory.CONSENT).equals(scene.book.consent());
        String first = slot.question() + "-first";
        scene.say(!agreed && scene.book.hasText(first) ? first : slot.question());
    }
}
