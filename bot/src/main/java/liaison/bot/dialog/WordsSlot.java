package liaison.bot.dialog;

import liaison.bot.message.InboundMessage;
import liaison.bot.understanding.GivenName;

/**
 * Somebody's own words, on one line.
 *
 * @param orMedia whether a picture does, too
 */
record WordsSlot(boolean orMedia) implements SlotKind {
    static final int LONGEST = 2_000;

    @Override
    public void take(Scene scene, Slot slot) {
        if (!(scene.message instanceof InboundMessage.Location) && slot.takes().holds(scene)) {
            put(scene, slot);
        }
    }

    @Override
    public boolean answer(Scene scene, Slot slot) {
        if (scene.heard.plain().isEmpty() || scene.message instanceof InboundMessage.Location) {
            return false;
        }
        put(scene, slot);
        return true;
    }

    private static void put(Scene scene, Slot slot) {
        // who wants to stay unnamed may have said her name first
        boolean unnamed = scene.hears(scene.book.signal("unnamed"));
        scene.slots.put(slot.name(), kept(unnamed ? GivenName.without(scene.heard.text()) : scene.heard.text()));
        scene.topicOf(slot.name());
    }

    @Override
    public void forget(Scene scene, Slot slot) {
        scene.slots.remove(slot.name());
        Matters.forget(scene);
    }

    @Override
    public boolean isSettled(Scene scene, Slot slot) {
        return !scene.slot(slot.name()).isEmpty() || (orMedia && !Attachments.of(scene).isEmpty());
    }

    static String kept(String words) {
        var kept = new StringBuilder(words.substring(0, Math.min(words.length(), LONGEST)));
        for (int i = 0; i < kept.length(); i++) {
            if (Character.isISOControl(kept.charAt(i))) {
                kept.setCharAt(i, ' ');
            }
        }
        return kept.toString().strip();
    }
}
