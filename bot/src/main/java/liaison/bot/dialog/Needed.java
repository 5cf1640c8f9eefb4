package liaison.bot.dialog;

import java.util.List;
import java.util.Set;

/** What the kinds of step take from a book by name, and the values that they leave for its texts. */
final class Needed {
    /** Names a text may hold beside those of slots. */
    static final Set<String> VALUES = Set.of("number", "topic", "what", "where", "said", "status", "filed-day", "due",
            "provisional", "deputy-name", "deputy-contact", "deputy-level", "electoral-unit", "station-name", "station-phone",
            "station-address", "receptions", "deputies", "deputy-names", "left", "all", "errand", "until", "draft", "consent", "person",
            "text",
            "visit-time", "visit-before", "reminded-at",
            "hours", "wanted-day",
            "when", "count", "audience-name", "strangers", "roll", "names", "names-attend", "names-leave", "names-silent", "delivered",
            "waiting",
            "undelivered", "between", "unbound", "miss", "misses", "why", "stopped", "attending", "on-leave", "silent", "note", "matter",
            "matters",
            "later", "joined", "first", "alike", "calls",
            "answered", "link", "strikes", "topics", "unit-name", "attached", "attached-kinds", "scanned", "views",
            "medium", "view", "decided", "contact-offer", "contact-choice", "corrected", "late", "fresh", "visits",
            "landmark", "inner", "outer", "around", "own", "places", "step");

    static final List<String> TEXTS = List.of("apology", "not-kept", "danger-passed", "form-again", "place-noted", "form-stuck",
            "form-stuck-staff",
            "amended-nothing",
            "progress", "noted", "numbers", "draft-kept", "duties", "no-duties", "duty", "duty-own", "duty-due", "duty-late",
            "staff-report", "roster", "bookings", "roster-station", "roster-day", "roster-day-hosted", "roster-day-own", "own-area",
            "duties-of", "duties-listed", "duties-untaken", "duties-more", "duties-declined", "take-all", "attached",
            "attached-first", "attached-full", "attached-not", "media-line", "media-refused", "media-gone",
            "no-requests",
            "unknown-number", "ask-around", "ask-estate", "ask-near", "ask-where-home", "ask-places", "ask-elsewhere",
            "no-draft", "draft-waits", "call", "call-line", "call-between", "calls", "no-calls", "no-calls-of", "misses", "miss-line",
            "no-misses",
            "alert-abuse", "alert-deputy", "alert-case", "case-words-passed", "reason-passed", "hurried", "hurried-own",
            "hurried-unreached",
            "letter-request-hurried", "which-case", "which-order", "cases-left", "notice-too-late", "notice-misses", "alert-absence",
            "words-passed",
            "substitute-passed", "pause-passed", "absence-passed",
            "absence-elsewhen",
            "notices", "notice-line", "notice-stopped", "notice-others", "notice-other-day", "no-open-notice",
            "deputies",
            "deputy", "deputy-line", "no-station", "station",
            "filed", "filed-many", "split", "split-later", "station-aside", "retopic", "which-topic", "offer-join", "status",
            "status-closed", "request-closed", "requests-open", "requests-closed", "urged",
            "added", "added-again", "corrected", "contact-corrected", "contact-removed", "letter-request-corrected", "withdrawn",
            "no-reception",
            "no-other-reception", "no-reception-then", "no-reception-within", "no-reception-after", "reception-full", "visit-already",
            "no-visits", "places-left", "visit-at", "booked", "moved", "unbooked",
            "visit", "visit-told", "visit-kept", "visit-host", "visit-host-later", "ask-visit", "left-as-is", "report-aside",
            "report-offered",
            "bound-deputy", "bound-staff", "staff-only",
            "notice-sent", "notice-sent-later", "which-to-stop", "which-halt", "halt-beside", "notice-self", "notice-not-dropped",
            "notice-fixed", "ask-notice-day", "ask-notice-hour", "ask-notice-which-time",
            "ask-notice-more",
            "notice-amended-nothing",
            "which-notice",
            "notice-strangers",
            "notice-no-residents",
            "notice-own-station", "notice-other-station",
            "notice-nobody", "notice-none-left", "notice-left-out", "notice-which-person", "notice-roll", "notice-would-pass", "notice",
            "notice-count",
            "notice-halted", "notice-dropped", "notice-dropped-before", "notice-time-passed", "notice-no-day", "notice-day-other",
            "notice-day-unknown", "notice-so-far", "notice-kept", "notice-first", "notice-waits", "notice-earlier", "nothing-open-staff",
            "halt-offered", "which-halt-offered", "which-halt-all",
            "notice-not-there", "notice-not-resumed", "notice-halted-before", "notice-past", "which-halt-else", "no-notice",
            "no-such-notice", "notice-read",
            "notice-away", "notice-either",
            "attending", "on-leave", "letter-request-filed",
            "letter-request-urged", "letter-request-added", "letter-request-rated", "letter-request-half", "letter-request-day-before",
            "letter-request-overdue",
            "letter-visit-deputy-cancelled", "letter-visit-deputy-moved", "letter-visit-clerk-cancelled", "letter-visit-clerk-moved",
            "letter-visit-day-before", "letter-visit-two-hours", "letter-visit-deputy-booked", "letter-visit-deputy-day-before",
            "letter-visit-deputy-two-hours", "letter-visit-clerk-booked", "letter-visit-clerk-day-before", "letter-visit-clerk-two-hours",
            "letter-notice", "letter-notice-untimed", "taken", "not-taken", "declined", "extension", "decided-before", "taken-before",
            "declined-before",
            "attending-before",
            "on-leave-before", "deputy-told",
            "deputy-untold", "letter-request-stead", "letter-request-declined", "letter-request-taken", "letter-request-withdrawn",
            "letter-request-extension");

    /** What slots leave behind beside their own value. */
    static final List<String> SLOTS = List.of(PhoneSlot.MASKED, StationSlot.GUESSED, KnownPlace.PLACE, NoticeTime.STARTS);

    private Needed() {
    }
}
