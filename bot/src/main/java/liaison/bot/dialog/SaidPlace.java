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
    /** A letter that was typed by chance. */
    private static final int MOST_BEHIND = 1;
    /** Letters of a lead and an end, as 我想反映一下 and 那边的问题. */
    private static final int LONGEST_BESIDE = 16;
    private static final int LEAST_BESIDE = 4;

    private SaidPlace() {
    }

    /** Whether a message names a place and says nothing else, whatever its name may tell of; 我想反映 before it tells nothing. */
    static boolean isAlone(Scene scene) {
        return scene.message instanceof InboundMessage.Location || (scene.place().exact() && isNothingBeside(scene, scene.place().words()));
    }

    /** The same of a place too wide to find anything in, too. */
    static boolean isOnly(Scene scene) {
        return isAlone(scene) || (!scene.place().places().isEmpty() && isNothingBeside(scene, scene.place().words()));
    }

    private static boolean isNothingBeside(Scene scene, String words) {
        String text = ClosedUp.of(scene.heard.text());
        if (text.length() > words.length() + LONGEST_BESIDE) {
            return false;
        }
        int at = text.indexOf(words);
        String behind = at < 0 ? text : text.substring(at + words.length());
        return at >= 0 && PlaceWords.onlyLead(text.substring(0, at)) && (behind.length() <= MOST_BEHIND || PlaceWords.onlyEnd(behind));
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
