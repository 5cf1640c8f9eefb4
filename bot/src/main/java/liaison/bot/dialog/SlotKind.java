package liaison.bot.dialog;

/** How an answer is found in words, asked for, and settled without asking. */
sealed interface SlotKind
        permits WordsSlot, PlaceSlot, ChosenPlaceSlot, NamedPlaceSlot, ReceptionDaySlot, VisitSlot, VisitMatterSlot, NoticeSlot,
        StationSlot, SinceSlot,
        PhoneSlot, ConfirmSlot, RequestSlot {
    /** Takes what an unasked message says about it; leaves the slot alone when it says nothing. */
    void take(Scene scene, Slot slot);

    /** Takes the answer to its question; false when it is none. */
    boolean answer(Scene scene, Slot slot);

    /** Whether nothing needs to be asked; may settle the slot by what is known. */
    boolean isSettled(Scene scene, Slot slot);

    /** Says the question, with choices. */
    default void ask(Scene scene, Slot slot) {
        scene.say(slot.question());
    }

    /** Empties the slot and what was concluded from it. */
    default void forget(Scene scene, Slot slot) {
        scene.slots.remove(slot.name());
    }
}
