package liaison.bot.dialog;

/** One thing that a rule does to the turn in the making. */
interface Step {
    void run(Scene scene);
}
