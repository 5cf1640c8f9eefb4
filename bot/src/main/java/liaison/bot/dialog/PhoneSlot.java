package liaison.bot.dialog;

/** A telephone number by which somebody may be called. */
record PhoneSlot() implements SlotKind {
    /** What the read-back shows of it. */
    static final String MASKED = "contact-masked";
    private static final int SHORTEST = 7;
    private static final int LONGEST = 12;
    private static final int SHOWN_FIRST = 3;
    private static final int SHOWN_LAST = 4;

    @Override
    public void take(Scene scene, Slot slot) {
        String number = mobile(scene.heard.text());
        if (!number.isEmpty()) {
            put(scene, slot, number);
        }
    }

    @Override
    public boolean answer(Scene scene, Slot slot) {
        String number = run(scene.heard.text(), SHORTEST, LONGEST);
        if (number.isEmpty()) {
            return false;
        }
        put(scene, slot, number);
        return true;
    }

    @Override
    public boolean isSettled(Scene scene, Slot slot) {
        return !scene.slot(slot.name()).isEmpty();
    }

    @Override
    public void forget(Scene scene, Slot slot) {
        scene.slots.remove(slot.name());
        scene.slots.remove(MASKED);
    }

    private static void put(Scene scene, Slot slot, String number) {
        scene.slots.put(slot.name(), number);
        scene.slots.put(MASKED, masked(number));
    }

    /** The first and last digits of a number of at least seven; empty of an empty one. */
    static String masked(String number) {
        return number.isEmpty() ? "" : number.substring(0, SHOWN_FIRST) + "****" + number.substring(number.length() - SHOWN_LAST);
    }

    private static String mobile(String text) {
        String run = run(text, 11, 11);
        return run.startsWith("1") ? run : "";
    }

    /** The first run of so many digits, with or without dashes and blanks between them. */
    private static String run(String text, int least, int most) {
        var digits = new StringBuilder();
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? Plain.narrow(text.charAt(i)) : ',';
            if (Plain.isDigit(c)) {
                digits.append(c);
            } else if (digits.isEmpty() || (c != '-' && c != ' ')) {
                if (digits.length() >= least && digits.length() <= most) {
                    return digits.toString();
                }
                digits.setLength(0);
            }
        }
        return "";
    }
}
