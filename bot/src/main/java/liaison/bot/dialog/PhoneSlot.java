package liaison.bot.dialog;

import java.util.Optional;
import liaison.bot.text.Masks;
import liaison.bot.text.PhoneNumbers;
import liaison.bot.understanding.OwnPhone;
import liaison.bot.understanding.PhoneEnding;
import liaison.bot.understanding.PhoneMention;

/** A telephone number by which somebody may be called. */
record PhoneSlot() implements SlotKind {
    /** What the read-back shows of it. */
    static final String MASKED = "contact-masked";

    @Override
    public void take(Scene scene, Slot slot) {
        String number = said(scene);
        if (!number.isEmpty()) {
            put(scene, slot, number);
        }
    }

    @Override
    public boolean answer(Scene scene, Slot slot) {
        String own = OwnPhone.in(scene.heard.text());
        var number = own.isEmpty() ? PhoneNumbers.in(scene.heard.text()).stream().findFirst() : Optional.of(own);
        number.ifPresent(said -> put(scene, slot, said));
        return number.isPresent();
    }

    @Override
    public boolean isSettled(Scene scene, Slot slot) {
        return !scene.slot(slot.name()).isEmpty();
    }

    @Override
    public String completed(Scene scene, String value, String part) {
        if (!PhoneNumbers.in(value).isEmpty()) {
            return value;
        }
        String mended = PhoneEnding.of(part, known(scene));
        return !mended.isEmpty() ? mended : PhoneNumbers.in(part).isEmpty() ? value : part;
    }

    @Override
    public void forget(Scene scene, Slot slot) {
        cut(scene, scene.slot(slot.name()));
        scene.slots.remove(slot.name());
        scene.slots.remove(MASKED);
    }

    /** The number that a message leaves, be it only by other last digits of the one that is known; empty for none. */
    static String said(Scene scene) {
        String number = OwnPhone.in(scene.heard.text());
        return number.isEmpty() ? PhoneEnding.of(scene.heard.text(), known(scene)) : number;
    }

    /** A number that does not stay is not kept in what she told, either. */
    private static void cut(Scene scene, String number) {
        if (!number.isEmpty() && !scene.slot("what").isEmpty()) {
            Matters.each(scene, words -> PhoneMention.without(words, number));
        }
    }

    private static String known(Scene scene) {
        return scene.before.slots().getOrDefault("contact", "");
    }

    private static void put(Scene scene, Slot slot, String number) {
        String before = scene.slot(slot.name());
        if (!before.equals(number)) {
            cut(scene, before);
        }
        scene.slots.put(slot.name(), number);
        scene.slots.put(MASKED, Masks.phone(number));
    }
}
