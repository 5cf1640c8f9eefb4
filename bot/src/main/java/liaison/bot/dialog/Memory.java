package liaison.bot.dialog;

/** Names under which a dialog remembers what outlives a form. */
final class Memory {
    /** What can be chosen of the last answer, as {@link Spoken#offered} writes it. */
    static final String CHOICES = "choices";
    /** What was answered to a notice when it was asked which one; forgotten with the next message. */
    static final String ANSWER = "answer";
    /** Number of the request that was just said to need longer; forgotten with the next message. */
    static final String EXTENSION = "extension";
    /** Number of the request that was shown last to staff. */
    static final String CASE = "case";
    /** The notices of which it was asked which are to be stopped, a line each; forgotten with the next message. */
    static final String HALT = "halt";
    /** A notice that was being written has just been dropped; forgotten with the next message. */
    static final String DROPPED = "dropped";
    /** Number in the journal of the last answer, where more of it was to follow than one message holds. */
    static final String REST = "rest";
    /** Version of the consent text that was agreed to. */
    static final String CONSENT = "consent";
    /** Code of the station the resident last had to do with. */
    static final String STATION = "station";
    /** Code of the place where the resident said that she lives. */
    static final String HOME = "home";
    /** Code of the deputy whom the resident last asked for by name. */
    static final String DEPUTY = "deputy";
    /** Media sent before anything was said, behind the day they came, a line each. */
    static final String MEDIA = "media";
    /** Number of the request filed last. */
    static final String LAST = "last";
    /** Name of the form of a kept draft; its slots stand under names with this and a dot before them. */
    static final String DRAFT = "draft";
    /** Day until which the draft is kept. */
    static final String DRAFT_UNTIL = "draft-until";

    /** Day on which staff or a deputy was greeted last. */
    static final String GREETED = "greeted";
    /** Day, and how many words that looked like one-time codes bound nobody on it. */
    static final String CODES = "codes";
    /** Day on which somebody was told what to do in danger. */
    static final String DANGER = "danger";
    /** The words that alarmed, until more is said of the matter. */
    static final String DANGER_TOLD = "danger-told";
    /** Where it was that alarmed, in her words, until a report is told. */
    static final String DANGER_PLACE = "danger-place";
    /** Day on which somebody was said to want to die. */
    static final String DESPAIR = "despair";
    /** How often the resident has called names; for the staff alone. */
    static final String STRIKES = "strikes";

    /** How many of those who asked for a person were shown, how many pages of their talks, and when the first one was, where there are more. */
    static final String CALLS = "calls";
    /** How many of what is to be seen to were shown, and behind a blank whose, where it is not the sender's or everybody's. */
    static final String DUTIES = "duties";
    /** The same for what nobody could be told. */
    static final String MISSES = "misses";

    private Memory() {
    }
}
