package liaison.bot.dialog;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import liaison.bot.message.InboundMessage;
import liaison.bot.people.Directory;
import liaison.bot.text.Masks;
import liaison.bot.understanding.Alarms;
import liaison.bot.understanding.Heard;
import liaison.bot.understanding.IntentWeights;
import liaison.bot.understanding.Intents;
import liaison.bot.understanding.PartReader;
import liaison.bot.understanding.PlaceReader;
import liaison.bot.understanding.PlaceWords;
import liaison.bot.understanding.Vocabulary;

/** One version of the rules, compiled: forms, words, texts and ordered rules, of which the first that applies decides. */
public final class RuleBook implements Decider {
    static final int MOST_MISSES = 2;
    /** Before a menu's key, the name of the words that it stands for. */
    private static final String MENU = "menu:";

    private final String hash;
    private final Vocabulary vocabulary;
    private final Map<String, Text> texts;
    private final Map<String, String> words;
    private final Map<String, Form> forms;
    private final List<Rule> rules;
    /** Filled as states come up, of which a book has a few dozen. */
    private final Map<State, StateRules> byState = new ConcurrentHashMap<>();
    private final Intents intents;
    private final PlaceReader places;
    private final PlaceWords placeWords;
    private final PartReader parts;
    private final List<String> asks;
    private final Times times;
    private final String consent;

    RuleBook(BookBuilder from, String hash) {
        this.hash = hash;
        vocabulary = from.vocabulary();
        texts = Map.copyOf(from.texts);
        words = Map.copyOf(from.words);
        forms = Map.copyOf(from.forms);
        rules = List.copyOf(from.rules);
        var weights = from.weights.build();
        intents = new Intents(vocabulary, weights, from.intents, from.onlyBound,
                new Alarms(vocabulary, weights, from.emergencies, from.pieces));
        places = from.places;
        placeWords = from.placeWords;
        parts = from.parts;
        asks = List.copyOf(from.asks);
        times = from.times;
        consent = from.consent;
    }

    @Override
    public Turn decide(Dialog dialog, InboundMessage message, Facts facts, Instant now) {
        String said = Spoken.words(message, dialog, key -> words.getOrDefault(MENU + key, ""));
        String kept = Masks.kept(said);
        var scene = new Scene(this, known(dialog), message, heard(kept, facts.readings()), facts, now);
        String whole = Decisions.spelledOut(scene);
        String meant = Danger.behind(scene, whole);
        boolean isWhole = meant.equals(scene.heard.text());
        var decided = isWhole ? scene : new Scene(this, known(dialog), message, heard(meant, facts.readings()), facts, now);
        if (!meant.equals(whole)) {
            Danger.over(decided);
        }
        return decide(decided, !kept.equals(said), !meant.equals(whole));
    }

    private Turn decide(Scene scene, boolean shortened, boolean isBehindDanger) {
        // the same when deciding begins anew: what it was chosen by is known then as before
        var rule = scene.facts.readings().of(this, Rule.class, scene.before.form(), words -> rule(scene));
        Attachments.keepVoice(scene);
        rule.then().forEach(step -> step.run(scene));
        if (scene.anew != null) {
            var again = new Scene(this, scene.anew, scene.message, scene.heard, scene.facts, scene.now);
            return decide(again, shortened, isBehindDanger).by(rule.name());
        }
        Attachments.placeVoice(scene);
        BindingCodes.count(scene);
        if (isBehindDanger) {
            scene.sayFirst("danger-passed");
        }
        if (shortened && !intents.isEmergency(scene.heard)) {
            scene.sayFirst("not-kept");
        }
        return scene.turn(rule.name());
    }

    private record State(String form, String asking, Class<?> message) {
        static State of(Scene scene) {
            return new State(scene.before.form(), scene.before.asking(), scene.message.getClass());
        }
    }

    /** The first rule that applies. */
    Rule rule(Scene scene) {
        return byState.computeIfAbsent(State.of(scene), state -> rules(scene)).first(scene)
                .orElseThrow(() -> new IllegalStateException("a book's last rule applies to everything"));
    }

    private StateRules rules(Scene scene) {
        return new StateRules(rules.stream().filter(rule -> rule.mayApply(scene)).toList(), vocabulary.signals().size());
    }

    /** A form that this book does not have, because its own book is gone, is left. */
    private Dialog known(Dialog dialog) {
        return dialog.form().isEmpty() || forms.containsKey(dialog.form())
                ? dialog
                : new Dialog("", "", "", Map.of(), dialog.memory(), 0);
    }

    @Override
    public Reply apology() {
        return Reply.of(text("apology").with(Map.of()));
    }

    @Override
    public String hash() {
        return hash;
    }

    Text text(String name) {
        return Objects.requireNonNull(texts.get(name), name);
    }

    boolean hasText(String name) {
        return texts.containsKey(name);
    }

    /** A single word for people, such as that of a status. */
    String word(String name) {
        return words.getOrDefault(name, name);
    }

    Form form(String name) {
        return Objects.requireNonNull(forms.get(name), name);
    }

    boolean hasForm(String name) {
        return forms.containsKey(name);
    }

    /** Names of the rules in their order. */
    public List<String> rules() {
        return rules.stream().map(Rule::name).toList();
    }

    /** The number of a signal that a kind of slot listens to; one that nobody ever hears where the book has none. */
    int signal(String name) {
        int known = vocabulary.signal(name);
        return known < 0 ? vocabulary.signals().size() : known;
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    /** The signs by which a text's intent is weighed; for whoever learns the weights. */
    public Set<String> signs(String text) {
        return IntentWeights.signs(vocabulary.hear(text), vocabulary.signals(), vocabulary::isAnswer);
    }

    Intents intents() {
        return intents;
    }

    PlaceReader places() {
        return places;
    }

    PlaceWords placeWords() {
        return placeWords;
    }

    /** The matters of a text; none where there is only one. */
    List<PartReader.Part> parts(Heard heard, Directory directory) {
        return parts.read(heard, () -> places.narrow(heard.text(), directory), vocabulary::hear, part -> asks(part) || thanks(part));
    }

    /** The words of another matter than those that were told; empty where a message tells none. */
    String another(String told, String said, boolean elsewhere, Directory directory) {
        return parts.another(told, said, elsewhere, text -> places.narrow(text, directory));
    }

    /** The matters of a text of which it is said that they are several. */
    List<String> apart(String text) {
        return parts.apart(text);
    }

    /** Whether something is asked that is answered at once and not filed. */
    boolean asks(Heard heard) {
        return !heard.hears(signal("trouble")) && asks.stream().anyMatch(name -> heard.hears(signal(name)));
    }

    /** Whether something is only thanked for. */
    boolean thanks(Heard heard) {
        return heard.hears(signal("thanks")) && !heard.hears(signal("trouble"));
    }

    Times times() {
        return times;
    }

    /** Version of the consent text. */
    String consent() {
        return consent;
    }

    boolean hearsLink(String text) {
        return vocabulary.hear(text).hears(signal("link"));
    }

    /** The topics that the book tells apart. */
    public List<String> topics() {
        return vocabulary.topics();
    }

    Heard heard(String words, Readings readings) {
        return readings.of(this, Heard.class, words, vocabulary::hear);
    }
}
