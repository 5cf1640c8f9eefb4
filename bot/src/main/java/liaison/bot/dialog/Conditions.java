package liaison.bot.dialog;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import liaison.bot.message.InboundMessage;
import liaison.bot.people.Person;
import liaison.bot.understanding.Agreement;
import liaison.bot.understanding.Intents;
import liaison.bot.understanding.Openings;

/** The kinds of condition a rule may name, such as {@code hears greet|thanks} or {@code not form report}. */
final class Conditions {
    private static final Set<String> OF_STATE = Set.of("form", "asking", "message");

    private static final String TOPIC = "topic";
    private static final String NOTHING = "nothing";
    private static final String AGREES = "agrees";
    private static final Set<String> NO_SIGNALS = Set.of(TOPIC, NOTHING, AGREES);

    /** Kinds for which nothing must be read, weighed or asked of a store; they are looked at first. */
    private static final Set<String> CHEAP = Set.of("hears", "orders", "agrees", "form", "asking", "remembers", "event", "begins",
            "channel", "says",
            "message");

    private final ToIntFunction<String> signals;
    private final Predicate<String> forms;
    private final Predicate<String> slots;
    private final Map<String, Function<List<String>, Predicate<Scene>>> kinds;

    /** @param signals the number of a signal, -1 for an unknown one */
    Conditions(ToIntFunction<String> signals, Predicate<String> forms, Predicate<String> slots) {
        this.signals = signals;
        this.forms = forms;
        this.slots = slots;
        kinds = Map.ofEntries(
                Map.entry("hears", this::hears),
                Map.entry("wants", this::wants),
                Map.entry("orders", each(Conditions::orders)),
                Map.entry("agrees", each(Conditions::agrees)),
                Map.entry("danger", each(this::danger)),
                Map.entry("form", each(this::form)),
                Map.entry("asking", each(this::asking)),
                Map.entry("remembers", each(name -> scene -> !scene.remembered(name).isEmpty())),
                Map.entry("event", each(name -> scene -> scene.message instanceof InboundMessage.Event event
                        && event.name().equalsIgnoreCase(name))),
                Map.entry("begins", each(words -> scene -> scene.heard.text().startsWith(words))),
                Map.entry("channel", each(kind -> scene -> scene.from().channel().kind().equals(kind))),
                Map.entry("says", each(words -> scene -> scene.heard.plain().equals(words))),
                Map.entry("message", each(Conditions::message)),
                Map.entry("names", each(NamedThings::of)),
                Map.entry("role", each(Conditions::role)),
                Map.entry("correcting",
                        each(name -> name.equals("asked") ? Corrections::isOfAsked : scene -> Corrections.of(scene).isPresent())),
                Map.entry("has", each(Conditions::has)));
    }

    /** Throws {@link IllegalArgumentException} that says what is wrong. */
    Condition parse(String words) {
        boolean negated = words.startsWith("not ");
        String rest = negated ? words.substring("not ".length()).strip() : words.strip();
        int blank = rest.indexOf(' ');
        String kind = blank < 0 ? rest : rest.substring(0, blank);
        String names = blank < 0 ? "" : rest.substring(blank + 1).strip();
        var made = kinds.get(kind);
        if (made == null) {
            throw new IllegalArgumentException("there is no condition '" + kind + "'");
        }
        if (names.isEmpty()) {
            throw new IllegalArgumentException("the condition '" + kind + "' wants a name");
        }
        var any = made.apply(Stream.of(names.split("\\|", -1)).map(String::strip).toList());
        return new Kind(any, negated, OF_STATE.contains(kind), !CHEAP.contains(kind));
    }

    /** A condition that holds where all of these do; a name alone is a signal. */
    Condition all(List<String> words) {
        return Condition.all(words.stream().map(word -> parse(word.indexOf(' ') < 0 ? "hears " + word : word)).toList());
    }

    /** Whether what it names holds, or does not. */
    private record Kind(Predicate<Scene> named, boolean negated, boolean isOfState, boolean isDear) implements Condition {
        @Override
        public boolean holds(Scene scene) {
            return (named instanceof Signalled signals ? signals.test(scene) : named.test(scene)) != negated;
        }

        @Override
        public Optional<BitSet> needed() {
            return named instanceof Signalled signals && !negated ? Optional.of(BitSet.valueOf(signals.mask)) : Optional.empty();
        }
    }

    /** A kind of which each name is looked at by itself. */
    private static Function<List<String>, Predicate<Scene>> each(Function<String, Predicate<Scene>> one) {
        return names -> {
            var any = names.stream().map(one).toList();
            return any.size() == 1 ? any.getFirst() : scene -> {
                for (int i = 0; i < any.size(); i++) {
                    if (any.get(i).test(scene)) {
                        return true;
                    }
                }
                return false;
            };
        };
    }

    /** Signals are asked for all at once; what is no signal stands for itself. */
    private Predicate<Scene> hears(List<String> names) {
        var signalled = new BitSet();
        names.stream().filter(name -> !NO_SIGNALS.contains(name)).forEach(name -> signalled.set(signal(name)));
        Predicate<Scene> heard = new Signalled(signalled.toLongArray(), Math.max(0, signalled.nextSetBit(0)) / Long.SIZE);
        if (names.contains(TOPIC)) {
            heard = heard.or(scene -> scene.heard.matter().tells());
        }
        if (names.contains(AGREES)) {
            heard = heard.or(scene -> Agreement.isSaid(scene.heard.text(), scene.heard.plain()));
        }
        return names.contains(NOTHING) ? heard.or(scene -> scene.heard.plain().isEmpty()) : heard;
    }

    /** Whether one of some signals is heard; a class of its own, since a message asks a hundred of them, and a rule looks at nothing else as often. */
    private record Signalled(long[] mask, int from) implements Predicate<Scene> {
        @Override
        public boolean test(Scene scene) {
            return scene.heard.hearsAny(mask, from);
        }
    }

    private int signal(String name) {
        int signal = signals.applyAsInt(name);
        if (signal < 0) {
            throw new IllegalArgumentException("there is no signal '" + name + "'");
        }
        return signal;
    }

    /** A kind of danger, by any of the words that alarm: of several dangers the gravest rule comes first. */
    private Predicate<Scene> danger(String name) {
        int signal = signal(name);
        return scene -> scene.book.intents().isEmergency(scene.heard)
                && scene.book.intents().dangers(scene.heard).stream().anyMatch(heard -> heard.hears(signal));
    }

    private Predicate<Scene> wants(List<String> intents) {
        for (String intent : intents) {
            if (signals.applyAsInt(intent) < 0 && !intent.equals(Intents.TWICE)) {
                throw new IllegalArgumentException("there is no intent '" + intent + "'");
            }
        }
        var any = Set.copyOf(intents);
        return scene -> any.contains(scene.intent());
    }

    private Predicate<Scene> form(String name) {
        if (name.equals("any")) {
            return scene -> !scene.before.form().isEmpty();
        }
        if (name.equals("none")) {
            return scene -> scene.before.form().isEmpty();
        }
        if (!forms.test(name)) {
            throw new IllegalArgumentException("there is no form '" + name + "'");
        }
        return scene -> scene.before.form().equals(name);
    }

    private Predicate<Scene> asking(String slot) {
        if (!slots.test(slot)) {
            throw new IllegalArgumentException("no form has a slot '" + slot + "'");
        }
        return scene -> scene.before.asking().equals(slot);
    }

    /** Whether all that is said orders what the name stands for. */
    private static Predicate<Scene> orders(String what) {
        known(what);
        return scene -> Agreement.isOrdered(what, scene.heard.text(), scene.heard.plain());
    }

    /** The same, or agrees to it. */
    private static Predicate<Scene> agrees(String what) {
        known(what);
        return scene -> Agreement.isAgreed(what, scene.heard.text(), scene.heard.plain());
    }

    private static void known(String order) {
        if (!Agreement.isKind(order)) {
            throw new IllegalArgumentException("nothing is ordered by '" + order + "'");
        }
    }

    private static Predicate<Scene> message(String name) {
        return switch (name) {
            case "text" -> scene -> scene.message instanceof InboundMessage.Text;
            case "image" -> scene -> scene.message instanceof InboundMessage.Image;
            case "video" -> scene -> scene.message instanceof InboundMessage.Video;
            case "file" -> scene -> scene.message instanceof InboundMessage.File;
            case "link" -> scene -> scene.message instanceof InboundMessage.Link;
            case "voice" -> scene -> scene.message instanceof InboundMessage.Voice;
            case "location" -> scene -> scene.message instanceof InboundMessage.Location;
            case "event" -> scene -> scene.message instanceof InboundMessage.Event;
            case "other" -> scene -> scene.message instanceof InboundMessage.Other;
            default -> throw new IllegalArgumentException("there is no kind of message '" + name + "'");
        };
    }

    private static Predicate<Scene> role(String name) {
        return switch (name) {
            case "deputy" -> scene -> Roles.is(scene, Person.Kind.DEPUTY);
            case "staff" -> scene -> Roles.is(scene, Person.Kind.STAFF);
            default -> throw new IllegalArgumentException("there is no role '" + name + "'");
        };
    }

    private static Predicate<Scene> has(String what) {
        return switch (what) {
            case "danger" -> scene -> scene.book.intents().isEmergency(scene.heard);
            case "likely-danger" -> scene -> scene.book.intents().isLikelyEmergency(scene.heard);
            case "only-opening" -> scene -> Openings.isBare(scene.slot("what"));
            case "landmark" -> Landmarks::isNear;
            case "known-before" -> Undo::isPossible;
            case "either-asked" -> Undo::isEitherAsked;
            case "fresh-draft" -> Drafts::isJustPutAway;
            case "fresh-question" -> Drafts::isJustAsked;
            case "danger-before" -> Danger::isRecent;
            case "despair-before" -> Danger::isDespair;
            case "requests" -> scene -> !scene.facts.get(new Want.Requests()).isEmpty();
            case "request-told-again" -> RequestSlot::isToldAgain;
            case "request-pointed-at" -> RequestSlot::isPointedAt;
            case "several-requests" -> RequestSlot::areSeveral;
            case "home" -> Home::isOffered;
            case "matters" -> Matters::areOpen;
            case "contact" -> scene -> !scene.slot("contact").isEmpty();
            case "matter" -> scene -> !scene.slot("matter").isEmpty();
            case "visits" -> scene -> !scene.facts.get(new Want.Visits(scene.today())).isEmpty();
            case "request-again" -> scene -> !SameIssue.again(scene).isEmpty();
            case "twin" -> scene -> !SameIssue.twin(scene).isEmpty();
            case "case" -> scene -> Cases.named(scene).isPresent();
            case "held-case" -> Decisions::isHolder;
            case "own-case" -> Decisions::hasOne;
            case "own-cases" -> scene -> !Decisions.undecided(scene).isEmpty();
            case "notice" -> scene -> !NoticeAnswers.open(scene).isEmpty();
            case "awaited-notice" -> NoticeAnswers::isAwaited;
            case "told-notice" -> NoticeAnswers::isTold;
            case "extension" -> scene -> scene.before.memory().containsKey(Memory.EXTENSION);
            case "stopped-notice" -> StoppedNotices::isNamed;
            case "named-notice" -> NoticeAnswers::isNamed;
            case "live-notice" -> scene -> !NoticeSteps.live(scene).isEmpty();
            case "sent-notice" -> NoticeHalts::hasSent;
            case "notice-choice" -> NoticeAnswers::isChosen;
            case "kept-notice" -> NoticeDrafts::isKept;
            case "dropped-notice" -> NoticeHalts::isDropped;
            case "halt-asked" -> NoticeHaltChoices::isAsked;
            case "halt-choice" -> NoticeHaltChoices::isChosen;
            case "code" -> scene -> BindingCodes.person(scene).isPresent();
            case "spent-code" -> BindingCodes::isSpent;
            case "codes-tried" -> scene -> !BindingCodes.mayTry(scene);
            default -> throw new IllegalArgumentException("nobody has '" + what + "'");
        };
    }
}
