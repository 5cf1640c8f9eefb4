package liaison.bot.dialog;

/** Whether a rule applies; looks, and changes nothing. */
interface Condition {
    boolean holds(Scene scene);

    /** Whether it depends on nothing but what is asked and what kind of message came. */
    default boolean isOfState() {
        return false;
    }
}
