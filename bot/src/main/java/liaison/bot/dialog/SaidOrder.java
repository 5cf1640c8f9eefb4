package liaison.bot.dialog;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import liaison.bot.request.RequestEvent;
import liaison.bot.understanding.SaidVerbs;
import liaison.bot.understanding.SaidVerbs.Manner;
import liaison.bot.understanding.SaidVerbs.Verb;

/** What a holder's message orders of a request by the word for it, as 接办 and 退回; a word that is denied, asked or another's orders nothing. */
enum SaidOrder {
    /** No such word is said: other words may tell. */
    NONE,
    /** Two orders at once, or one that is asked or depends. */
    UNCLEAR,
    /** What is said is no order, as 不用退回. */
    ASIDE,
    /** Somebody else shall take it on. */
    OTHERS, TAKE, DECLINE, EXTEND,
    /** That it cannot be taken on hands it back. */
    REFUSE;

    private static final String KIND = "order";
    private static final Map<String, SaidOrder> ORDERS = Map.of("take", TAKE, "decline", DECLINE, "extend", EXTEND);
    private static final Map<SaidOrder, String> EVENTS = Map.of(TAKE, RequestEvent.TAKEN, DECLINE, RequestEvent.DECLINED, REFUSE,
            RequestEvent.DECLINED, EXTEND, RequestEvent.EXTENSION);

    static SaidOrder of(Scene scene) {
        return of(scene, scene.heard.text());
    }

    static SaidOrder of(Scene scene, String words) {
        var verbs = SaidVerbs.in(PeopleSteps.withoutOthers(scene, words), KIND);
        if (verbs.isEmpty()) {
            return NONE;
        }
        var kinds = new HashSet<SaidOrder>();
        verbs.stream().map(SaidOrder::meant).flatMap(Optional::stream).forEach(kinds::add);
        boolean isOpen = verbs.stream().anyMatch(verb -> isOpen(verb, kinds));
        boolean isBack = Set.of(DECLINE, REFUSE).equals(kinds);
        if (isOpen || (kinds.size() > 1 && !isBack)) {
            return UNCLEAR;
        }
        var none = verbs.stream().allMatch(verb -> verb.manner() == Manner.OTHERS) ? OTHERS : ASIDE;
        return isBack ? REFUSE : kinds.stream().findFirst().orElse(none);
    }

    /** The event that is ordered, or empty. */
    String event() {
        return EVENTS.getOrDefault(this, "");
    }

    private static Optional<SaidOrder> meant(Verb verb) {
        var order = ORDERS.getOrDefault(verb.meaning(), NONE);
        return verb.manner() == Manner.PLAIN
                ? Optional.of(order).filter(one -> one != NONE)
                : verb.manner() == Manner.DENIED && order == TAKE ? Optional.of(REFUSE) : Optional.empty();
    }

    private static boolean isOpen(Verb verb, Set<SaidOrder> kinds) {
        return verb.manner() == Manner.ASKED
                || (verb.manner() == Manner.OPEN && !kinds.equals(Set.of(ORDERS.getOrDefault(verb.meaning(), NONE))));
    }
}
