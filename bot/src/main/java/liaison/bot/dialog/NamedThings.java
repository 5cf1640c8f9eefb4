package liaison.bot.dialog;

import java.util.function.Predicate;
import liaison.bot.calendar.TimeReader;
import liaison.bot.notice.NoticeGivenUp;
import liaison.bot.notice.NoticeQuestion;
import liaison.bot.understanding.Clauses;
import liaison.bot.understanding.Complaints;
import liaison.bot.understanding.Hollow;
import liaison.bot.understanding.RequestNumber;
import liaison.bot.understanding.Scripts;

/** What a message may name by itself or beside what is asked, as rules write it in {@code names place|phone}. */
final class NamedThings {
    /** Letters in which all of several are chosen. */
    private static final int EACH = 10;

    private NamedThings() {
    }

    /** Throws {@link IllegalArgumentException} for what no message can name. */
    static Predicate<Scene> of(String what) {
        return switch (what) {
            case "place" -> scene -> !scene.place().places().isEmpty();
            case "place-alone" -> SaidPlace::isAlone;
            case "place-only" -> SaidPlace::isOnly;
            case "address-alone" -> SaidPlace::isAddressAlone;
            case "place-end" -> scene -> scene.book.placeWords().endsAsPlace(scene.heard.text());
            case "complaint" -> scene -> Complaints.areIn(scene.heard.text());
            case "other-station" -> StationSlot::isAnother;
            case "likely-place" -> LikelyPlaces::isOne;
            case "pointing" -> LikelyPlaces::onlyPoint;
            case "wrong" -> scene -> Complaints.sayWrong(scene.heard.text());
            case "hollow" -> scene -> Hollow.is(scene.heard.text());
            case "signs-alone" -> scene -> Scripts.areSigns(scene.heard.text()) && !Scripts.isForeign(scene.heard.text());
            case "foreign" -> scene -> Scripts.areSigns(scene.heard.text()) && Scripts.isForeign(scene.heard.text());
            case "other-script" -> scene -> Scripts.isOther(scene.heard.text());
            case "other-place" -> scene -> SaidPlace.isAnother(scene);
            case "remark" -> Remarks::isOne;
            case "place-anew" -> Remarks::isAnew;
            case "house-part-alone" -> scene -> !SaidPlace.houseParts(scene).isEmpty();
            case "house-part" -> SaidPlace::areHouseParts;
            case "address" -> SaidPlace::isAddress;
            case "place-tail" -> PlaceParts::isTail;
            case "unknown-place" -> PlaceParts::isUnknown;
            case "matters" -> Matters::areSeveral;
            case "matter-after-all" -> scene -> !AfterAll.told(scene).isEmpty();
            case "each" -> scene -> scene.heard.text().length() <= EACH && Clauses.find(scene.heard.text(), 0, "every") >= 0;
            case "another-matter" -> Matters::isAnother;
            case "matters-announced" -> scene -> Complaints.areAnnounced(scene.heard.text());
            case "what-again" -> scene -> !scene.slot("what").isEmpty() && WordsSlot.kept(scene.heard.text()).equals(scene.slot("what"));
            case "place-then-more" -> ToldBeside::isBehindPlace;
            case "place-and-more" -> SaidPlace::isBesideMore;
            case "choice" -> Spoken::isChoice;
            case "doubt" -> Spoken::isDoubt;
            case "phone" -> scene -> !PhoneSlot.said(scene).isEmpty();
            case "right" -> scene -> !FiledCorrections.isOnlyWrong(scene);
            case "contact-alone" -> FiledCorrections::isContact;
            case "since" -> SinceSlot::isSaid;
            case "day" -> scene -> TimeReader.day(PeopleSteps.withoutDeputy(scene), scene.now).isPresent();
            case "reception-span" -> ReceptionDaySlot::namesSpan;
            case "other-day" -> scene -> MeantDay.other(scene).isPresent();
            case "day-off" -> MeantDay::isOff;
            case "visit-day" -> MeantDay::isOwn;
            case "since-and-more" -> SinceSlot::isBesideMore;
            case "since-alone" -> SinceSlot::isAlone;
            case "replacement" -> Replacements::isOne;
            case "deletion" -> Deletions::isOne;
            case "said-again" -> Report::isSaidAgain;
            case "notice" -> NoticeSteps::isNotice;
            case "notice-besides" -> NoticeSteps::isBesides;
            case "whole-notice" -> NoticeSteps::isWhole;
            case "deputy" -> scene -> PeopleSteps.named(scene).isPresent();
            case "called" -> NoticeSteps::isCalled;
            case "sent-asked" -> scene -> NoticeQuestion.asks(scene.heard.text());
            case "notice-aside" -> scene -> NoticeQuestion.isAside(scene.heard.text());
            case "notice-people-alone" -> NoticeAmends::saysOnlyWho;
            case "talk-anew" -> scene -> VisitMatterSlot.isSaidLast(scene.heard.text());
            case "notice-given-up" -> scene -> NoticeGivenUp.isSaid(scene.heard.text());
            case "notice-put-off" -> scene -> NoticeGivenUp.isPutOff(scene.heard.text());
            case "notice-moved" -> NoticeAmends::isMoved;
            case "notice-people" -> NoticeAmends::saysWho;
            case "sent-called-off" -> NoticeHalts::isNamed;
            case "sent-changed" -> scene -> !NoticeMeant.changed(scene).isEmpty();
            case "occasion-changed" -> scene -> NoticeQuestion.changes(scene.heard.text());
            case "earlier-dropped" -> scene -> NoticeQuestion.pointsBack(scene.heard.text());
            case "notice-dropped" -> NoticeMeant::isDropped;
            case "sent-stopped" -> scene -> NoticeQuestion.stops(scene.heard.text());
            case "request" -> RequestSlot::isChosen;
            case "nth-request" -> RequestSlot::isCounted;
            case "number" -> scene -> !scene.heard.number().isEmpty();
            case "order-refused" -> scene -> SaidOrder.of(scene) == SaidOrder.REFUSE;
            case "order-unclear" -> scene -> SaidOrder.of(scene) == SaidOrder.UNCLEAR;
            case "order-aside" -> scene -> SaidOrder.of(scene) == SaidOrder.ASIDE;
            case "order-of-others" -> scene -> SaidOrder.of(scene) == SaidOrder.OTHERS;
            case "order-take" -> scene -> SaidOrder.of(scene) == SaidOrder.TAKE;
            case "several-orders" -> Decisions::areSeveral;
            case "number-alone" -> scene -> !scene.heard.number().isEmpty() && RequestNumber.isAlone(scene.heard.text());
            case "scanned-station" -> scene -> ScannedStation.of(scene).isPresent();
            case "code" -> scene -> !OneTimeCode.in(scene.heard.text()).isEmpty();
            case "code-alone" -> scene -> OneTimeCode.isAlone(scene.heard.text());
            case "unknown-key" -> NamedThings::isUnknownKey;
            default -> throw new IllegalArgumentException("a message does not name a '" + what + "'");
        };
    }

    /** A menu's button that sends nothing that can be words. */
    private static boolean isUnknownKey(Scene scene) {
        return !scene.heard.isUnderstood() && scene.heard.number().isEmpty()
                && Scripts.areSigns(scene.heard.text());
    }
}
