package liaison.bot.dialog;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import liaison.bot.notice.OutboxEntry;
import liaison.bot.people.Person;
import liaison.bot.request.RequestEvent;
import liaison.bot.request.ServiceRequest;
import liaison.bot.understanding.NumberedOrders;
import liaison.bot.understanding.RequestNumber;

/**
 * What its holder says to a request: that it is taken on, handed back, or needs more time. It is kept, and what a clerk must see to is told
 * to one; who moves a request on is the desk.
 */
final class Decisions {
    private static final String CARD = "card-";
    private static final String SOFT_COMMA = "\uff0c";
    private static final Map<String, String> SIGNALS = Map.of("takes_on", RequestEvent.TAKEN, "takes_it", RequestEvent.TAKEN, "hands_back",
            RequestEvent.DECLINED, "asks_longer", RequestEvent.EXTENSION);
    /** The words by which each is ordered. */
    private static final List<String> ORDERS = List.of("take", "decline", "extend");

    /** Digits behind the day of a number. */
    private static final int LEAST = 4;
    /** So long is what a clerk says of a number. */
    private static final int SHORT = 16;

    private Decisions() {
    }

    /** @param kind of the event, which is the name of the text as well */
    static Step step(String kind) {
        return scene -> Cases.each(scene, request -> decide(scene, request, kind));
    }

    /** Does of each request what its own clause says, and asks of those of which none does. */
    static void each(Scene scene) {
        var orders = orders(scene);
        Cases.each(scene, request -> {
            String kind = orders.getOrDefault(request.number(), "");
            if (kind.isEmpty()) {
                ask(scene, request);
            } else {
                decide(scene, request, kind);
            }
        });
    }

    /** Asks what is ordered of each of them. */
    static void ask(Scene scene) {
        Cases.each(scene, request -> ask(scene, request));
    }

    private static void ask(Scene scene, ServiceRequest request) {
        if (mayDecide(scene, request)) {
            RequestValues.describe(scene, request);
            scene.say("which-order");
            ORDERS.forEach(word -> scene.choice(scene.book.word(word) + ' ' + request.number(),
                    scene.book.word(word) + ' ' + request.number()));
        }
    }

    /** Whether it orders something of some of the requests that it names, and not the same of all. */
    static boolean areSeveral(Scene scene) {
        if (scene.heard.number().isEmpty() || RequestNumber.allIn(scene.heard.text()).size() < 2) {
            return false;
        }
        var kinds = Set.copyOf(orders(scene).values());
        return kinds.size() > 1;
    }

    private static Map<String, String> orders(Scene scene) {
        return NumberedOrders.read(scene.heard.text(), words -> order(scene, words));
    }

    /** What some words order; empty where that is nothing, or more than one thing. */
    private static String order(Scene scene, String words) {
        var heard = scene.book.heard(words, scene.facts.readings());
        if (heard.hears(scene.book.signal("takes_back"))) {
            return RequestEvent.TAKEN;
        }
        var said = SaidOrder.of(scene, words);
        if (said != SaidOrder.NONE && said != SaidOrder.DECLINE && said != SaidOrder.EXTEND) {
            return said.event();
        }
        var kinds = new TreeSet<String>();
        SIGNALS.forEach((signal, kind) -> {
            if (heard.hears(scene.book.signal(signal))) {
                kinds.add(kind);
            }
        });
        return kinds.size() == 1 ? kinds.first() : "";
    }

    /** Takes on the one request that the deputy has not decided about. */
    static void takeOwn(Scene scene) {
        decide(scene, undecided(scene).getFirst(), RequestEvent.TAKEN);
    }

    /** Asks which of them is taken on. */
    static void offer(Scene scene) {
        PeopleSteps.values(scene);
        scene.say("deputy-accept");
        String take = scene.book.word("take");
        undecided(scene).forEach(request -> scene.choice(take + ' ' + request.number(), take + ' ' + request.number()));
    }

    /** Asks for the numbers where all shall be taken on at once. */
    static void offerAll(Scene scene) {
        scene.values.put("count", Integer.toString(open(scene).open()));
        scene.say("take-all");
        String take = scene.book.word("take");
        undecided(scene).forEach(request -> scene.choice(take + ' ' + request.number(), take + ' ' + request.number()));
    }

    /** Whether the deputy has not decided about one request, and there are no more than those that were looked at. */
    static boolean hasOne(Scene scene) {
        return undecided(scene).size() == 1 && open(scene).open() <= Duties.MOST;
    }

    /** Asks which of hers needs more time, or goes back. */
    static void which(Scene scene) {
        boolean isBack = scene.hears(scene.book.signal("hands_back")) || SaidOrder.of(scene) == SaidOrder.REFUSE;
        String what = scene.book.word(isBack ? "decline" : "extend");
        var held = held(scene);
        scene.say(held.isEmpty() ? "no-duties" : "which-case");
        held.forEach(request -> scene.choice(what + ' ' + request.number(), what + ' ' + request.number()));
    }

    /** Whether whoever writes holds the request that is named. */
    static boolean isHolder(Scene scene) {
        return Cases.all(scene).stream().anyMatch(request -> holds(scene, request));
    }

    /** What was said, with the whole numbers where last digits alone name requests of the deputy's or the clerk's stations: 0003号退回, 接办 12、13. */
    static String spelledOut(Scene scene) {
        String text = scene.heard.text();
        if (!scene.before.form().isEmpty() || !scene.heard.number().isEmpty()) {
            return text;
        }
        String order = ORDERS.stream().map(scene.book::word).filter(text::startsWith).findFirst().orElse("");
        String behind = text.substring(order.length());
        boolean areShort = !order.isEmpty() && RequestNumber.areShort(behind);
        String last = areShort ? "" : RequestNumber.shortIn(text);
        if ((last.isEmpty() && !areShort) || !mayName(scene, text)) {
            return text;
        }
        if (areShort) {
            return order + RequestNumber.spelledOut(behind, digits -> meant(scene, digits));
        }
        String meant = meant(scene, last);
        return meant.isEmpty() ? text : RequestNumber.spelledOut(text, meant);
    }

    /** A clerk's longer sentences are notices, and hold numbers of other kinds. */
    private static boolean mayName(Scene scene, String text) {
        return Roles.is(scene, Person.Kind.DEPUTY) || (text.length() <= SHORT && Roles.is(scene, Person.Kind.STAFF));
    }

    /** The one request at hand whose number ends in some digits, zeros before them; empty where there is none, or more than one. */
    private static String meant(Scene scene, String digits) {
        String end = "-" + "0".repeat(Math.max(0, LEAST - digits.length())) + digits;
        boolean ofStation = Roles.is(scene, Person.Kind.STAFF);
        String holder = ofStation ? "" : Roles.person(scene, Person.Kind.DEPUTY).map(Person::toString).orElse("");
        var meant = scene.facts.get(new Want.Open(Roles.stations(scene), holder, scene.now, end, 0)).first();
        return meant.size() == 1 ? meant.getFirst().number() : "";
    }

    private static boolean holds(Scene scene, ServiceRequest request) {
        return scene.facts.get(new Want.Bound()).stream().anyMatch(person -> person.toString().equals(request.holder()));
    }

    private static List<ServiceRequest> held(Scene scene) {
        return open(scene).first();
    }

    private static Duties open(Scene scene) {
        return Roles.person(scene, Person.Kind.DEPUTY).map(Person::toString)
                .map(deputy -> scene.facts.get(new Want.Open(Roles.stations(scene), deputy, scene.now))).orElse(Duties.NONE);
    }

    /** The most urgent requests of the deputy's that she neither took on nor handed back. */
    static List<ServiceRequest> undecided(Scene scene) {
        return held(scene).stream().filter(request -> isUndecided(scene, request)).toList();
    }

    /** What its holder said of it last, in words behind the holder's name; empty where nothing was said. */
    static String step(Scene scene, ServiceRequest request) {
        var decided = request.holder().isEmpty()
                ? List.<String>of()
                : scene.facts.get(new Want.Decided(request.number(), request.holder())).stream().filter(SIGNALS::containsValue).toList();
        return decided.isEmpty() ? "" : SOFT_COMMA + scene.book.word(CARD + decided.getLast());
    }

    /** Whether its holder handed it back the last time. */
    static boolean isDeclined(Scene scene, ServiceRequest request) {
        return last(scene.facts.get(new Want.Decided(request.number(), request.holder()))).equals(RequestEvent.DECLINED);
    }

    static boolean isUndecided(Scene scene, ServiceRequest request) {
        var decided = scene.facts.get(new Want.Decided(request.number(), request.holder()));
        return !decided.contains(RequestEvent.TAKEN) && !decided.contains(RequestEvent.DECLINED);
    }

    private static void decide(Scene scene, ServiceRequest request, String kind) {
        RequestValues.describe(scene, request);
        if (!mayDecide(scene, request)) {
            scene.say("not-taken");
            Presses.settle(scene, "card-void");
            return;
        }
        var decided = scene.facts.get(new Want.Decided(request.number(), request.holder()));
        String holds = holds(scene, decided, kind);
        if (kind.equals(RequestEvent.EXTENSION)) {
            scene.memory.put(Memory.EXTENSION, request.number());
        }
        if (holds.isEmpty()) {
            keep(scene, request, kind, kind.equals(RequestEvent.TAKEN) && last(decided).isEmpty());
            scene.say(kind);
        } else {
            scene.values.put("decided", scene.book.word(CARD + holds));
            scene.say(kind.equals(holds) || kind.equals(RequestEvent.EXTENSION) ? "decided-before" : holds + "-before");
        }
        Presses.settle(scene, CARD + (holds.isEmpty() ? kind : holds));
    }

    /**
     * What was decided before and stands against it, or empty. A card that was answered is pressed once more where it was not updated yet, or
     * on another phone: who has changed his mind says so in words, as long as nobody else holds the request.
     */
    private static String holds(Scene scene, List<String> decided, String kind) {
        String last = last(decided);
        boolean changes = !last.isEmpty() && !kind.equals(last) && !kind.equals(RequestEvent.EXTENSION);
        if (last.equals(RequestEvent.DECLINED) && !changes) {
            return last;
        }
        return changes ? (Presses.isPress(scene) ? last : "") : decided.contains(kind) ? kind : "";
    }

    /** Whether somebody took a request on or handed it back the last time, or empty. */
    private static String last(List<String> decided) {
        return decided.reversed().stream().filter(kind -> kind.equals(RequestEvent.TAKEN) || kind.equals(RequestEvent.DECLINED)).findFirst()
                .orElse("");
    }

    private static boolean mayDecide(Scene scene, ServiceRequest request) {
        return !request.status().isClosed() && holds(scene, request);
    }

    /** @param isExpected as it should be: no clerk need see to anything */
    private static void keep(Scene scene, ServiceRequest request, String kind, boolean isExpected) {
        int n = request.version() + 1;
        scene.effects.add(new Effect.Step(new RequestEvent(request.address(), request.number(), n, kind, request.holder(),
                request.status(), scene.now, "", Map.of())));
        if (!isExpected) {
            String clerk = Routing.clerk(request.station(), request.holder(), scene.directory());
            scene.effects.add(new Effect.Tell(new OutboxEntry(request.address().toString(), "request", request.number(), clerk,
                    kind + ":" + n, scene.now, scene.now.plus(RequestEvent.WORTH_TELLING), Map.of())));
        }
    }
}
