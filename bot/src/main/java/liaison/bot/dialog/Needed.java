package liaison.bot.dialog;

import java.util.List;

/** What the kinds of step take from a book by name. */
final class Needed {
    static final List<String> TEXTS = List.of("apology", "form-again", "form-stuck", "amended-nothing", "progress", "no-requests",
            "unknown-number",
            "no-draft", "deputies", "deputy-line", "no-station", "station", "filed", "status", "urged", "added", "withdrawn");

    /** What slots leave behind beside their own value. */
    static final List<String> SLOTS = List.of(PhoneSlot.MASKED, StationSlot.GUESSED, PlaceSlot.PLACE);

    private Needed() {
    }
}
