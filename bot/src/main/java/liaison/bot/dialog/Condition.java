package liaison.bot.dialog;

/** Whether a rule applies; looks, and changes nothing. */
interface Condition {
    boolean holds(Scene scene);
}
