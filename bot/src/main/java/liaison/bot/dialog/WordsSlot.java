package liaison.bot.dialog;

import liaison.bot.message.InboundMessage;

/** Somebody's own words, on one line, with long digit runs such as those of identity cards left out. */
record WordsSlot() implements SlotKind {
    static final int LONGEST = 2_000;
    private static final int LONG_RUN = 15;
    private static final String MASK = "***";

    @Override
    public void take(Scene scene, Slot slot) {
        if (scene.message instanceof InboundMessage.Location) {
            return;
        }
        for (var condition : slot.takes()) {
            if (condition.holds(scene)) {
                scene.slots.put(slot.name(), kept(scene.heard.text()));
                return;
            }
        }
    }

    @Override
    public boolean answer(Scene scene, Slot slot) {
        if (scene.heard.plain().isEmpty() || scene.message instanceof InboundMessage.Location) {
            return false;
        }
        scene.slots.put(slot.name(), kept(scene.heard.text()));
        return true;
    }

    @Override
    public boolean isSettled(Scene scene, Slot slot) {
        return !scene.slot(slot.name()).isEmpty();
    }

    static String kept(String words) {
        var kept = new StringBuilder();
        int run = 0;
        for (int i = 0; i < Math.min(words.length(), LONGEST); i++) {
            char c = words.charAt(i);
            boolean digit = Plain.isDigit(Plain.narrow(c)) || (run >= LONG_RUN && Plain.narrow(c) == 'x');
            run = digit ? run + 1 : 0;
            kept.append(Character.isISOControl(c) ? ' ' : c);
            if (run == LONG_RUN) {
                kept.setLength(kept.length() - LONG_RUN);
                kept.append(MASK);
            } else if (run > LONG_RUN) {
                kept.setLength(kept.length() - 1);
            }
        }
        return kept.toString().strip();
    }
}
