package liaison.bot.dialog;

/** The kinds of slot by the names that files use. */
final class SlotKinds {
    private SlotKinds() {
    }

    static SlotKind of(String name) {
        return switch (name) {
            case "words" -> new WordsSlot(false);
            case "words-or-media" -> new WordsSlot(true);
            case "place" -> new PlaceSlot();
            case "chosen-place" -> new ChosenPlaceSlot();
            case "named-place" -> new NamedPlaceSlot();
            case "station" -> new StationSlot(false);
            case "station-by-place" -> new StationSlot(true);
            case "since" -> new SinceSlot();
            case "phone" -> new PhoneSlot();
            case "confirm" -> new ConfirmSlot(false);
            case "confirm-report" -> new ConfirmSlot(true);
            case "reception-day" -> new ReceptionDaySlot();
            case "visit" -> new VisitSlot();
            case "visit-matter" -> new VisitMatterSlot();
            case "notice-text" -> new NoticeSlot(NoticeSlot.Part.TEXT);
            case "notice-time" -> new NoticeSlot(NoticeSlot.Part.TIME);
            case "notice-place" -> new NoticeSlot(NoticeSlot.Part.PLACE);
            case "notice-audience" -> new NoticeSlot(NoticeSlot.Part.AUDIENCE);
            case "request" -> new RequestSlot(false);
            case "open-request" -> new RequestSlot(true);
            default -> throw new IllegalArgumentException("there is no kind of slot '" + name + "'");
        };
    }
}
