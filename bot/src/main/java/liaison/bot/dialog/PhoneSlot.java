package liaison.bot.dialog;

import liaison.bot.text.Masks;
import liaison.bot.text.PhoneNumbers;

/** A telephone number by which somebody may be called. */
record PhoneSlot() implements SlotKind {
    /** What the read-back shows of it. */
    static final String MASKED = "contact-masked";

    @Override
    public void take(Scene scene, Slot slot) {
        String number = OwnPhone.in(scene.heard.text());
        if (!number.isEmpty()) {
            put(scene, slot, number);
        }
    }

    @Override
    public boolean answer(Scene scene, Slot slot) {
        var number = PhoneNumbers.in(scene.heard.text()).stream().findFirst();
        number.ifPresent(said -> put(scene, slot, said));
        return number.isPresent();
    }

    @Override
    public boolean isSettled(Scene scene, Slot slot) {
        return !scene.slot(slot.name()).isEmpty();
    }

    @Override
    public String completed(Scene scene, String value, String part) {
        return PhoneNumbers.in(value).isEmpty() && !PhoneNumbers.in(part).isEmpty() ? part : value;
    }

    @Override
    public void forget(Scene scene, Slot slot) {
        scene.slots.remove(slot.name());
        scene.slots.remove(MASKED);
    }

    private static void put(Scene scene, Slot slot, String number) {
        scene.slots.put(slot.name(), number);
        scene.slots.put(MASKED, Masks.phone(number));
    }
}
