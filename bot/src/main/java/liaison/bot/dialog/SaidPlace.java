package liaison.bot.dialog;

import java.util.List;
import liaison.bot.message.InboundMessage;
import liaison.bot.text.ClosedUp;
import liaison.bot.understanding.HouseParts;
import liaison.bot.understanding.PlaceWords;
import liaison.bot.understanding.Plain;

/** What a message says of where, and what beside it: asked by rules before any slot takes it. */
final class SaidPlace {
    private static final String ADDRESS = "address_only";
    private static final String TROUBLE = "trouble";
    private static final int MOST_BESIDE = 1;
    private static final int LEAST_BESIDE = 4;

    private SaidPlace() {
    }

    /** Whether a message names a place and says nothing else. */
    static boolean isAlone(Scene scene) {
        return scene.message instanceof InboundMessage.Location
                || (scene.place().exact() && scene.place().words().length()
                        + MOST_BESIDE >= PlaceWords.withoutLead(ClosedUp.of(scene.heard.text())).length());
    }

    /** Whether a message says where, in words that nobody need know, and nothing else. */
    static boolean isAddressAlone(Scene scene) {
        // what costs most is asked last
        return !scene.hears(scene.book.signal(TROUBLE)) && scene.book.placeWords().endsAsPlace(scene.heard.text())
                && !PlaceParts.isToldOf(scene) && (scene.hears(scene.book.signal(ADDRESS))
                        || scene.book.intents().of(scene.heard, () -> false, () -> false).equals(ADDRESS));
    }

    /** Whether a message names a place and tells something beside it. */
    static boolean isBesideMore(Scene scene) {
        return scene.place().exact() && Plain.of(scene.heard.text().replace(scene.place().words(), "")).length() >= LEAST_BESIDE;
    }

    /** Whether a message names another place than the one that was said. */
    static boolean isAnother(Scene scene) {
        var known = List.of(scene.slot(KnownPlace.PLACE).split("\\|", -1));
        return scene.place().exact() && scene.place().places().stream().noneMatch(place -> known.contains(place.code()));
    }

    /** Whether a message says another house, unit or room of the place that was said before, and nothing else of where. */
    static boolean areHouseParts(Scene scene) {
        return !KnownPlace.was(scene, KnownPlace.WHERE).isEmpty() && !houseParts(scene).isEmpty();
    }

    /** Whether a message adds to the address that is known, by words that no list has. */
    static boolean isAddress(Scene scene) {
        return !scene.slot(KnownPlace.WHERE).isEmpty() && SinceSlot.since(scene).isEmpty() && HouseParts.areIn(scene.heard.text());
    }

    /** The parts of a house that it says; empty where it says anything else. */
    static String houseParts(Scene scene) {
        String said = SaidValue.of(scene.heard.text());
        return HouseParts.areAll(said) ? said : "";
    }
}
