package liaison.bot.dialog;

import liaison.bot.message.InboundMessage;
import liaison.bot.understanding.HouseParts;
import liaison.bot.understanding.PlaceWords;
import liaison.bot.understanding.Plain;

/** Whether words may be where something is, though nobody's list has them: what goes on with a place, or what may be its name. */
final class LikelyPlaces {
    /** Letters that stand in sentences, and in hardly a name. */
    private static final String OF_SENTENCES = "的了是吗呢吧嘛我你他她它咱不没也就都很太让叫被把给问错么啥咋这那";
    private static final int LONGEST_NAME = 8;

    private LikelyPlaces() {
    }

    /** Whether a message may answer where. */
    static boolean isOne(Scene scene) {
        String said = PlaceWords.withoutLead(scene.heard.text());
        var words = scene.book.placeWords();
        return scene.message instanceof InboundMessage.Location || !scene.place().places().isEmpty() || isName(said)
                || words.endsAsAnyPlace(said) || HouseParts.areIn(said) || !words.partIn(said).isEmpty()
                || scene.hears(scene.book.signal("landmark")) || scene.hears(scene.book.signal("some_part"))
                || !scene.nearPlaces().places().isEmpty();
    }

    /** Whether words only point at where she is, as 我现在就在这儿. */
    static boolean onlyPoint(Scene scene) {
        return scene.message instanceof InboundMessage.Text && PlaceWords.onlyPoints(scene.heard.text());
    }

    private static boolean isName(String said) {
        String name = Plain.of(said);
        return name.length() > 1 && name.length() <= LONGEST_NAME && name.chars().noneMatch(c -> OF_SENTENCES.indexOf(c) >= 0);
    }
}
