package liaison.bot.dialog;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import liaison.bot.calendar.DateWords;
import liaison.bot.calendar.Shanghai;
import liaison.bot.message.Address;
import liaison.bot.message.InboundMessage;
import liaison.bot.message.OutboundMessage.Choice;
import liaison.bot.people.Directory;
import liaison.bot.people.Person;
import liaison.bot.people.Place;
import liaison.bot.people.Station;
import liaison.bot.understanding.Heard;
import liaison.bot.understanding.PartReader;
import liaison.bot.understanding.PlaceReader;
import liaison.bot.understanding.SecondThoughts;
import liaison.bot.understanding.Topics.Guess;
import org.jspecify.annotations.Nullable;

/** One message on its way to a turn: what is known on one side, what becomes of it on the other. Lives within one decision. */
final class Scene {
    private static final String TOPIC = "-topic";

    final RuleBook book;
    final InboundMessage message;
    Heard heard;
    final Facts facts;
    final Instant now;
    /** As the talk stood before. */
    final Dialog before;
    final Map<String, String> slots;
    final Map<String, String> memory;
    /** What texts may name beside slots. */
    final Map<String, String> values = new HashMap<>();
    final List<Effect> effects = new ArrayList<>();
    String form;
    String asking;
    /** The talk by which the message is to be decided anew; null where it is decided. */
    @Nullable Dialog anew;
    private int misses;
    private @Nullable List<PartReader.Part> parts;
    private final List<String> said = new ArrayList<>();
    private final List<Choice> choices = new ArrayList<>();
    /** Those that no text knew. */
    private final List<Choice> found = new ArrayList<>();
    private String intent = "";
    private String card = "";
    private String progress = "";

    Scene(RuleBook book, Dialog before, InboundMessage message, Heard heard, Facts facts, Instant now) {
        this.book = book;
        this.before = before;
        this.message = message;
        this.heard = heard;
        this.facts = facts;
        this.now = now;
        form = before.form();
        asking = before.asking();
        slots = new HashMap<>(before.slots());
        memory = new HashMap<>(before.memory());
        memory.remove(Memory.CHOICES);
        memory.remove(Memory.ANSWER);
        memory.remove(Memory.EXTENSION);
        memory.remove(Memory.HALT);
        memory.remove(Memory.DROPPED);
        values.put("consent", book.consent());
    }

    Address from() {
        return message.from();
    }

    Directory directory() {
        return facts.directory();
    }

    LocalDate today() {
        return Shanghai.day(now);
    }

    DateWords dates() {
        return book.times().words();
    }

    /** Where the message says it is; of places that bear one name, those of the account. */
    PlaceReader.Where place() {
        return message instanceof InboundMessage.Location position
                ? facts.readings().of(book, PlaceReader.Where.class, "",
                        words -> book.places().at(position, directory()).within(this::isOurs))
                : where(heard.text());
    }

    /** What words say about where. */
    PlaceReader.Where where(String said) {
        return facts.readings().of(book, PlaceReader.Where.class, said, words -> {
            for (String meant : SecondThoughts.all(words)) {
                var later = book.places().read(meant, directory());
                if (!later.places().isEmpty()) {
                    return later.within(this::isOurs);
                }
            }
            return book.places().read(words, directory()).within(this::isOurs);
        });
    }

    /** Where the message may say it is, one letter being wrong. */
    PlaceReader.Near nearPlaces() {
        return facts.readings().of(book, PlaceReader.Near.class, heard.text(), words -> book.places().near(words, directory()));
    }

    private boolean isOurs(Place place) {
        return !facts.scope().isEmpty()
                && directory().stationsOf(place.code()).stream().anyMatch(station -> facts.scope().contains(station.code()));
    }

    /** The account's stations; empty for all. */
    List<Station> ours() {
        return facts.scope().stream().flatMap(code -> directory().station(code).stream()).toList();
    }

    /** Code of the station the resident last had to do with, else of the account's, where that is one; empty where neither is known. */
    String home() {
        String remembered = remembered(Memory.STATION);
        return remembered.isEmpty() && facts.scope().size() == 1 ? facts.scope().getFirst() : remembered;
    }

    /** The words that say since when; empty where there are none. */
    String since() {
        return facts.readings().of(book, String.class, heard.text(), said -> {
            String words = PeopleSteps.withoutDeputy(this);
            String since = SinceSlot.lastRead(words, now);
            // 锦绣苑5号3单元 is a house
            boolean house = !since.isEmpty() && place().words().contains(since);
            return house ? SinceSlot.read(words.replace(place().words(), " ".repeat(place().words().length())), now) : since;
        });
    }

    /** What words are about. */
    String topic(String words) {
        return topic(book.heard(words, facts.readings())).topic();
    }

    /** What was heard is about; the name of a road or of an estate tells nothing of it, such as that of 机床厂路. */
    Guess topic(Heard heard) {
        return facts.readings().of(book, Guess.class, heard.text(), words -> {
            String name = where(words).mereName();
            return name.isEmpty() ? heard.topic() : heard.topic(words.replace(name, " ".repeat(name.length())));
        });
    }

    /** What a slot's words are about; kept beside them, since it is asked for at every step up to the filing. */
    String topicOf(String slot) {
        String kept = slot + TOPIC;
        String mark = Integer.toHexString(slot(slot).hashCode()) + ":";
        if (!slot(kept).startsWith(mark)) {
            slots.put(kept, mark + topic(slot(slot)));
        }
        return slot(kept).substring(mark.length());
    }

    /** The matters that the message holds; none where there is only one. */
    List<PartReader.Part> parts() {
        if (parts == null) {
            parts = book.parts(heard, directory());
        }
        return parts;
    }

    void hearing(String words, Runnable then) {
        hearing(words, () -> {
            then.run();
            return "";
        });
    }

    /** Lets some words speak for the message. */
    <T> T hearing(String words, Supplier<T> then) {
        var whole = heard;
        heard = book.heard(words, facts.readings());
        try {
            return then.get();
        } finally {
            heard = whole;
        }
    }

    /** What is wanted, by the words and by who says them. */
    String intent() {
        if (intent.isEmpty()) {
            intent = book.intents().of(heard, () -> !place().places().isEmpty(), () -> !facts.get(new Want.Bound()).isEmpty());
        }
        return intent;
    }

    boolean hears(int signal) {
        return heard.hears(signal);
    }

    String slot(String name) {
        return slots.getOrDefault(name, "");
    }

    String remembered(String name) {
        return memory.getOrDefault(name, "");
    }

    /** Counts a message that was not understood; how many there were in a row. A turn without one begins anew. */
    int miss() {
        misses = before.misses() + 1;
        return misses;
    }

    /** Counts it, too; the text that is said the first time, else how to go on: clerks are whom others would call. */
    String missed(String first) {
        return miss() < RuleBook.MOST_MISSES ? first : Roles.is(this, Person.Kind.STAFF) ? "form-stuck-staff" : "form-stuck";
    }

    /** Whether this message was not understood. */
    boolean isMissed() {
        return misses > 0;
    }

    /** Ends the errand, finished or not. */
    void close() {
        form = "";
        asking = "";
        slots.clear();
    }

    void say(String name) {
        var text = book.text(name);
        said.add(text.wording().with(this::named));
        if (!text.card().isEmpty()) {
            card = text.card();
        }
        if (!text.choices().isEmpty()) {
            choices.clear();
            found.clear();
            choices.addAll(text.choices(this::named));
        }
    }

    /** Says something before everything else, unless nothing is said. */
    void sayFirst(String name) {
        if (!said.isEmpty()) {
            said.addFirst(book.text(name).wording().with(this::named));
        }
    }

    /** Something to choose that a text did not know; it stands before what a text offers beside it, such as the ways out. */
    void choice(String send, String label) {
        found.add(new Choice(send, label));
    }

    private List<Choice> choices() {
        if (found.isEmpty()) {
            return choices;
        }
        return Stream.concat(found.stream(), choices.stream()).limit(Text.MOST_CHOICES).toList();
    }

    void progress(String words) {
        progress = words;
    }

    /** What a text of this scene names: a value, else what a slot holds, else nothing. */
    private String named(String name) {
        String value = values.get(name);
        return value == null ? slot(name) : value;
    }

    Turn turn(String rule) {
        if (said.isEmpty() && before.memory().containsKey(Memory.CHOICES)) {
            memory.put(Memory.CHOICES, before.memory().getOrDefault(Memory.CHOICES, ""));
        }
        var offered = choices();
        if (!offered.isEmpty()) {
            memory.put(Memory.CHOICES, Spoken.offered(offered));
        }
        var next = new Dialog(form.isEmpty() ? "" : book.hash(), form, asking, slots, memory, misses);
        said.removeIf(String::isEmpty);
        return new Turn(next, new Reply(String.join("\n", said), offered, card, progress), effects, rule);
    }
}
