package liaison.bot.dialog;

/** How an answer is found in words, asked for, and settled without asking. */
sealed interface SlotKind
        permits WordsSlot, PlaceSlot, ChosenPlaceSlot, NamedPlaceSlot, ReceptionDaySlot, VisitSlot, VisitMatterSlot, NoticeSlot,
        StationSlot, SinceSlot,
        PhoneSlot, ConfirmSlot, RequestSlot {
    /** Behind the name of a question, the name of the same in other words. */
    String ANEW = "-anew";

    /** Takes what an unasked message says about it; leaves the slot alone when it says nothing. */
    void take(Scene scene, Slot slot);

    /** Takes the answer to its question; false when it is none. */
    boolean answer(Scene scene, Slot slot);

    /** Whether nothing needs to be asked; may settle the slot by what is known. */
    boolean isSettled(Scene scene, Slot slot);

    /** Says the question, with choices; in other words, where the book has some, behind what was no answer. */
    default void ask(Scene scene, Slot slot) {
        String other = slot.question() + ANEW;
        scene.say(scene.isMissed() && scene.book.hasText(other) ? other : slot.question());
    }

    /** What a part of a message says of it, with what only the rest of the part or what is known tells. */
    default String completed(Scene scene, String value, String part) {
        return value;
    }

    /** Empties the slot and what was concluded from it. */
    default void forget(Scene scene, Slot slot) {
        scene.slots.remove(slot.name());
    }
}
