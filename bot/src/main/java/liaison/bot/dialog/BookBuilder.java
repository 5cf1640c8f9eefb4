package liaison.bot.dialog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import liaison.bot.message.OutboundMessage.Choice;
import liaison.bot.topic.TopicTable;
import liaison.bot.understanding.Division;
import liaison.bot.understanding.IntentWeights;
import liaison.bot.understanding.Intents;
import liaison.bot.understanding.PartReader;
import liaison.bot.understanding.Pattern;
import liaison.bot.understanding.Pieces;
import liaison.bot.understanding.PlaceReader;
import liaison.bot.understanding.PlaceWords;
import liaison.bot.understanding.Vocabulary;

/**
 * Takes the parts of a rule book in, words first, then texts, forms and rules; each is checked against what stands before
 * it, and a fault is an {@link IllegalArgumentException} that says what is wrong.
 */
public final class BookBuilder {
    private final Vocabulary.Builder vocabulary = new Vocabulary.Builder();
    private final List<String> signals = new ArrayList<>();
    private final Set<String> formNames = new HashSet<>();
    final List<String> intents = new ArrayList<>();
    final IntentWeights.Builder weights = new IntentWeights.Builder();
    final Set<String> onlyBound = new HashSet<>();
    final List<String> emergencies = new ArrayList<>();
    final Map<String, Text> texts = new HashMap<>();
    final Map<String, String> words = new HashMap<>();
    final Map<String, Form> forms = new HashMap<>();
    final List<Rule> rules = new ArrayList<>();
    PlaceWords placeWords = new PlaceWords(List.of(), List.of(), "");
    PlaceReader places = new PlaceReader(List.of(), 0, List.of(), placeWords);
    PartReader parts = new PartReader(new Division(List.of(), List.of(), List.of(), List.of()));
    Pieces pieces = new Pieces(List.of(), List.of(), List.of());
    final List<String> asks = new ArrayList<>();
    final Times times;
    String consent = "";

    public BookBuilder(Times times) {
        this.times = times;
    }

    /** What a signal is, beside words that rules may hear. */
    public enum Role {
        PLAIN,
        /** Only rules hear it, while something is asked: it tells nothing by itself, and no weight knows it. */
        ANSWER,
        /** An explanation may name it as what is wanted. */
        INTENT,
        /** Somebody is in danger now. */
        EMERGENCY
    }

    public void signal(String name, List<String> patterns, Role role) {
        if (signals.contains(name)) {
            throw new IllegalArgumentException("the signal '" + name + "' stands there twice");
        }
        vocabulary.signal(name, patterns, role != Role.EMERGENCY);
        signals.add(name);
        switch (role) {
            case INTENT -> intents.add(name);
            case EMERGENCY -> emergencies.add(name);
            case ANSWER -> vocabulary.answer(name);
            case PLAIN -> {
                // only rules hear it
            }
        }
    }

    /** Names the intents that only deputies and staff can mean. */
    public void onlyBound(List<String> names) {
        names.stream().filter(name -> !intents.contains(name)).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException("there is no intent '" + name + "'");
        });
        onlyBound.addAll(names);
    }

    /** Refuses to weigh what is no intent. */
    public void weighed(String intent) {
        if (!intents.contains(intent) && !Intents.isBuiltIn(intent)) {
            throw new IllegalArgumentException("there is no intent '" + intent + "'");
        }
    }

    /** How much a sign speaks for an intent. */
    public void intentSign(String intent, String sign, int weight) {
        if (sign.startsWith("#") && !IntentWeights.isOwn(sign)
                && (!signals.contains(sign.substring(1)) || vocabulary.isAnswer(sign.substring(1)))) {
            throw new IllegalArgumentException("there is no signal and no list '" + sign.substring(1) + "'");
        }
        weights.add(intent, sign, weight);
    }

    /** The table that tells topics. */
    public void topics(TopicTable table) {
        vocabulary.topics(table);
    }

    /** Refuses a topic that neither the table tells nor is called anything else. */
    public void subtopicsOf(String topic) {
        vocabulary.subtopicsOf(topic);
    }

    /** A word of a topic below one of the table's. */
    public void topicWord(String topic, String subtopic, String word, int weight) {
        vocabulary.topicWord(topic, subtopic, word, weight);
    }

    /** What anything else is called, and what the words of a subtopic must weigh. */
    public void otherTopic(String name, int leastWeight) {
        vocabulary.otherTopic(name, leastWeight);
    }

    public void places(List<String> kinds, int wide, List<String> tails, List<String> things, String numerals) {
        placeWords = new PlaceWords(tails, things, numerals);
        places = new PlaceReader(kinds, wide, things, placeWords);
    }

    /**
     * How a message with several matters is cut.
     *
     * @param counts rows of words that count matters, such as 一是 二是
     * @param joins words that begin another matter
     * @param within those that do so in the middle of a clause, too
     * @param breaks words by which somebody breaks off and cries out: danger is heard apart on both sides, nothing is filed apart
     * @param openings words by which a polite message begins, behind which danger is heard apart
     * @param alsos words by which a clause says that something else is wrong, too
     * @param asked signals of what is answered at once
     */
    public void matters(List<List<String>> counts, List<String> joins, List<String> within, List<String> breaks, List<String> openings,
            List<String> alsos, List<String> asked) {
        asked.stream().filter(name -> !signals.contains(name)).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException("there is no signal '" + name + "'");
        });
        parts = new PartReader(new Division(counts, joins, within, alsos));
        pieces = new Pieces(counts, Stream.of(joins, within, breaks).flatMap(List::stream).toList(), openings);
        asks.addAll(asked);
    }

    public void consent(String version) {
        consent = version;
    }

    public void word(String name, String says) {
        words.put(name, says);
    }

    /** A text for people; a choice is what it sends, or that, an equals sign and what it says. */
    public void text(String name, String text, List<String> choices, String card) {
        var wording = Wording.parse(text);
        var made = new Text(name, wording, choices.stream().map(BookBuilder::choice).toList(), card);
        if (texts.put(name, made) != null) {
            throw new IllegalArgumentException("the text '" + name + "' stands there twice");
        }
    }

    private static Choice choice(String text) {
        int equals = text.indexOf('=');
        return equals < 0 ? new Choice(text, text) : new Choice(text.substring(0, equals).strip(), text.substring(equals + 1).strip());
    }

    /** Says that a form of this name will come, so that its steps and other forms may name it. */
    public void formNamed(String name) {
        formNames.add(name);
    }

    /** A slot as its file says it. */
    public record SlotSource(String name, String label, String kind, String question, boolean counted, boolean optional,
            List<List<String>> takes, List<List<String>> refuses) {
        public SlotSource {
            takes = takes.stream().map(List::copyOf).toList();
            refuses = refuses.stream().map(List::copyOf).toList();
        }
    }

    public void form(String name, String title, List<SlotSource> slots, List<String> done) {
        var made = new Form(name, title, slots.stream().map(this::slot).toList(), done.stream().map(this::step).toList());
        if (slots.isEmpty() || forms.put(name, made) != null) {
            throw new IllegalArgumentException("the form '" + name + "' stands there twice or asks nothing");
        }
    }

    /** Refuses what is no pattern. */
    public void pattern(String text) {
        Pattern.parse(text, word -> 0);
    }

    /** Refuses what is no condition. */
    public void conditionWords(String words) {
        parser().parse(words);
    }

    /** Refuses what is no step. */
    public void stepWords(String text) {
        step(text);
    }

    /** Refuses what is no slot. */
    public void slotSource(SlotSource from) {
        slot(from);
    }

    private Step step(String text) {
        return new Steps(texts::containsKey, formNames::contains, this::isSlot).parse(text);
    }

    private Slot slot(SlotSource from) {
        if (!texts.containsKey(from.question())) {
            throw new IllegalArgumentException("there is no text '" + from.question() + "'");
        }
        return new Slot(from.name(), List.of(from.label().split("\\|", -1)), SlotKinds.of(from.kind()), from.question(), from.counted(),
                from.optional(), Condition.any(from.takes().stream().map(parser()::all).toList()),
                Condition.any(from.refuses().stream().map(parser()::all).toList()));
    }

    private Conditions parser() {
        return new Conditions(signals::indexOf, formNames::contains, this::isSlot);
    }

    private boolean isSlot(String name) {
        return forms.values().stream().anyMatch(form -> form.slot(name).isPresent());
    }

    public void rule(String name, List<String> conditions, List<String> steps) {
        var parser = parser();
        var rule = new Rule(name, conditions, conditions.stream().map(parser::parse).toList(), steps.stream().map(this::step).toList());
        for (var earlier : rules) {
            if (earlier.name().equals(name)) {
                throw new IllegalArgumentException("the rule '" + name + "' stands there twice");
            }
            if (earlier.covers(rule)) {
                throw new IllegalArgumentException("the rule is never reached: '" + earlier.name() + "' always applies before it");
            }
        }
        rules.add(rule);
    }

    Vocabulary vocabulary() {
        return vocabulary.build();
    }

    /** Checks the rules as a whole. */
    public void rulesEnd() {
        if (rules.isEmpty() || !rules.getLast().when().isEmpty()) {
            throw new IllegalArgumentException("the last rule has no condition, so that it answers what no other does");
        }
    }

    /** Checks that no text is missing. */
    public void textsEnd() {
        Needed.TEXTS.stream().filter(text -> !texts.containsKey(text)).findFirst().ifPresent(text -> {
            throw new IllegalArgumentException("the text '" + text + "' is missing");
        });
    }

    /** Checks that no form is missing. */
    public void formsEnd() {
        formNames.stream().filter(name -> !forms.containsKey(name)).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException("the form '" + name + "' is missing");
        });
    }

    /** Checks the names in a text, once all forms are known. */
    public void textNames(String text) {
        var named = texts.get(text);
        if (named != null) {
            var names = Stream.concat(named.wording().names().stream(),
                    named.choices().stream().flatMap(choice -> Wording.parse(choice.send() + choice.label()).names().stream()));
            names.filter(name -> !isName(name)).findFirst().ifPresent(name -> {
                throw new IllegalArgumentException("no text can name {" + name + "}");
            });
        }
    }

    private boolean isName(String name) {
        return Needed.VALUES.contains(name) || Needed.SLOTS.contains(name) || isSlot(name);
    }

    /** Compiles what was checked. */
    public RuleBook build(String hash) {
        if (consent.isEmpty()) {
            throw new IllegalArgumentException("the version of the consent text is missing");
        }
        return new RuleBook(this, hash);
    }
}
