package liaison.bot.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import liaison.bot.dialog.Answer;
import liaison.bot.dialog.Conversation;
import liaison.bot.dialog.Conversation.Parts;
import liaison.bot.dialog.Dialogs;
import liaison.bot.dialog.Duties;
import liaison.bot.dialog.Effect;
import liaison.bot.dialog.Effects;
import liaison.bot.dialog.Effects.Told;
import liaison.bot.dialog.FactsSource;
import liaison.bot.dialog.JournalTranscript;
import liaison.bot.dialog.Transcript;
import liaison.bot.dialog.Want;
import liaison.bot.memory.MemoryDirectory;
import liaison.bot.message.Address;
import liaison.bot.message.InboundMessage;
import liaison.bot.message.OutboundMessage;
import liaison.bot.people.Directory;
import liaison.bot.request.RequestEvent;
import liaison.bot.request.ServiceRequest;
import liaison.bot.request.Status;
import org.junit.jupiter.api.Test;

/** What a conversation promises over any ledger: once, in order, whatever the cache says and whoever else is at work. */
public abstract class ConversationContract {
    protected static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    protected static final Directory NOBODY = new MemoryDirectory(List.of());

    protected final MutableClock clock = new MutableClock(NOW);

    /** Two nodes over one ledger, each with dialogs of its own where the ledger's are not shared; the book is {@link TinyBook}. */
    protected abstract Parts node();

    /** How many confirmations wait in the outbox. */
    protected abstract int confirmationsWaiting();

    /** What whoever takes them would say; they cannot be taken back then. */
    protected abstract List<String> confirmationsTaken();

    protected abstract int deadLetters();

    private static final Address ANN = Address.parse("wechat:demo:ann");

    private static InboundMessage says(Address from, String key, String text) {
        return new InboundMessage.Text(from, key, text);
    }

    private static List<String> texts(List<Answer> answers) {
        return answers.stream().map(Answer::text).toList();
    }

    private static Transcript transcript(Parts parts) {
        return new JournalTranscript(parts.journal(), parts.seals());
    }

    @Test
    void receive_messagesOfOneAddressGoInOrder() {
        var conversation = new Conversation(node());
        assertThat(texts(conversation.receive(List.of(says(ANN, "1", "a"), says(ANN, "2", "b"))))).containsExactly("1 heard a",
                "2 heard b");
        assertThat(texts(conversation.receive(List.of(says(ANN, "3", "c"))))).containsExactly("3 heard c");
    }

    @Test
    void receive_redeliveryGetsTheStoredAnswer() {
        var parts = node();
        var conversation = new Conversation(parts);
        var first = conversation.receive(List.of(says(ANN, "1", "file"))).getFirst();
        conversation.receive(List.of(says(ANN, "2", "b")));
        var again = conversation.receive(List.of(says(ANN, "1", "file"))).getFirst();
        assertThat(again.text()).isEqualTo(first.text()).startsWith("1 filed LZ20261123-");
        assertThat(again.seq()).isEqualTo(1);
        assertThat(again.repeated()).isTrue();
        assertThat(parts.dialogs().get(List.of(ANN))).as("a dialog that was right stays").containsKey(ANN);
    }

    @Test
    void receive_sameKeyTwiceInOneBatchIsOneRow() {
        var parts = node();
        var answers = new Conversation(parts).receive(List.of(says(ANN, "1", "a"), says(ANN, "1", "a"), says(ANN, "2", "b")));
        assertThat(texts(answers)).containsExactly("1 heard a", "1 heard a", "2 heard b");
        assertThat(parts.journal().after(ANN, 0, 10)).hasSize(2);
    }

    @Test
    void receive_sameKeyOfTwoAddressesIsTwoMessages() {
        var bob = Address.parse("wechat:demo:bob");
        assertThat(texts(new Conversation(node()).receive(List.of(says(ANN, "1", "a"), says(bob, "1", "b")))))
                .containsExactly("1 heard a", "1 heard b");
    }

    @Test
    void receive_twoOfOneAddressWhileTheFirstIsStaleBothCount() {
        var here = new Conversation(node());
        var there = new Conversation(node());
        here.receive(List.of(says(ANN, "1", "a")));
        there.receive(List.of(says(ANN, "2", "b")));
        assertThat(texts(here.receive(List.of(says(ANN, "3", "c"), says(ANN, "4", "d"))))).containsExactly("3 heard c", "4 heard d");
    }

    @Test
    void receive_goesOnFromTheJournalWhenDialogsAreGone() {
        var parts = node();
        new Conversation(parts).receive(List.of(says(ANN, "1", "a")));
        parts.dialogs().drop(List.of(ANN));
        assertThat(texts(new Conversation(parts).receive(List.of(says(ANN, "2", "b"))))).containsExactly("2 heard b");
    }

    @Test
    void receive_dialogsAheadOfTheJournalAreForgotten() {
        var parts = node();
        var conversation = new Conversation(parts);
        conversation.receive(List.of(says(ANN, "1", "a")));
        var kept = parts.dialogs().get(List.of(ANN)).get(ANN);
        if (kept == null) {
            throw new AssertionError("the dialog was not kept");
        }
        parts.dialogs().put(List.of(new Dialogs.Kept(ANN, 7, kept.wrappedKey(),
                parts.seals().seal(kept.wrappedKey(), new liaison.bot.dialog.Seals.Context("dialog", ANN.toString(), "7"),
                        parts.seals().open(kept.wrappedKey(), new liaison.bot.dialog.Seals.Context("dialog", ANN.toString(), "1"),
                                kept.dialog())))));
        assertThat(texts(conversation.receive(List.of(says(ANN, "2", "b"), says(ANN, "3", "c"))))).containsExactly("2 heard b",
                "3 heard c");
        assertThat(texts(conversation.receive(List.of(says(ANN, "4", "d"))))).containsExactly("4 heard d");
    }

    @Test
    void receive_unreadableDialogIsReadFromTheJournal() {
        var parts = node();
        var conversation = new Conversation(parts);
        conversation.receive(List.of(says(ANN, "1", "a")));
        parts.dialogs().put(List.of(new Dialogs.Kept(ANN, 9, new byte[]{7}, new byte[]{1, 2, 3})));
        assertThat(texts(conversation.receive(List.of(says(ANN, "2", "b"))))).containsExactly("2 heard b");
    }

    @Test
    void receive_poisonIsADeadLetterAndStopsNobody() {
        var bob = Address.parse("wechat:demo:bob");
        var answers = new Conversation(node()).receive(List.of(says(ANN, "1", "boom"), says(bob, "1", "b"), says(ANN, "2", "c")));
        assertThat(texts(answers)).containsExactly("sorry", "1 heard b", "1 heard c");
        assertThat(deadLetters()).isEqualTo(1);
    }

    @Test
    void receive_confirmationWaitsUntilItWasSeenToLeave() {
        var conversation = new Conversation(node());
        var answer = conversation.receive(List.of(says(ANN, "1", "file"))).getFirst();
        assertThat(answer.guarded()).isTrue();
        assertThat(confirmationsWaiting()).isEqualTo(1);
        conversation.receive(List.of(), List.of(new Told(ANN, answer.seq())));
        assertThat(confirmationsWaiting()).isZero();
    }

    @Test
    void receive_confirmationThatWasNotSeenToLeaveSaysWhatTheAnswerSaid() {
        var answer = new Conversation(node()).receive(List.of(says(ANN, "1", "file"))).getFirst();
        assertThat(confirmationsTaken()).containsExactly(answer.text());
    }

    @Test
    void receive_whatDoesNotFitAPassiveAnswerWaitsInTheOutbox() {
        var conversation = new Conversation(node());
        var answer = conversation.receive(List.of(says(ANN, "1", "much 1600"))).getFirst();
        assertThat(answer.text().getBytes(StandardCharsets.UTF_8)).hasSizeBetween(1900, 2048);
        assertThat(answer.choices()).as("they go with the last part").isEmpty();
        assertThat(confirmationsWaiting()).isEqualTo(2);
        var again = conversation.receive(List.of(says(ANN, "1", "much 1600"))).getFirst();
        assertThat(again.text()).isEqualTo(answer.text());
        assertThat(confirmationsWaiting()).as("once, however often it is asked for").isEqualTo(2);
        var page = Address.parse("chat:web:ann");
        assertThat(conversation.receive(List.of(says(page, "1", "much 1600"))).getFirst().text()).hasSize(1600);
    }

    @Test
    void receive_restOfAnEarlierAnswerIsTakenBackByTheNextOne() {
        var conversation = new Conversation(node());
        conversation.receive(List.of(says(ANN, "1", "much 1600")));
        conversation.receive(List.of(says(ANN, "2", "much 900")));
        assertThat(confirmationsWaiting()).as("the rest of the second alone").isEqualTo(1);
        conversation.receive(List.of(says(ANN, "3", "file"), says(ANN, "4", "much 900")));
        assertThat(confirmationsWaiting()).as("a confirmation waits to be seen to leave, and the rest of the last").isEqualTo(2);
        conversation.receive(List.of(says(ANN, "5", "much 0")));
        assertThat(confirmationsWaiting()).as("silence takes nothing back").isEqualTo(2);
        new Conversation(node()).receive(List.of(says(ANN, "6", "a")));
        assertThat(confirmationsWaiting()).isEqualTo(1);
    }

    @Test
    void untold_answerIsSentAnotherWayOnce() {
        var conversation = new Conversation(node());
        var answer = conversation.receive(List.of(says(ANN, "1", "a"), says(ANN, "2", "b"))).getFirst();
        assertThat(confirmationsWaiting()).isZero();
        conversation.untold(List.of(new Told(ANN, answer.seq()), new Told(ANN, answer.seq()), new Told(ANN, 99)));
        conversation.untold(List.of(new Told(ANN, answer.seq())));
        assertThat(confirmationsWaiting()).isEqualTo(1);
    }

    @Test
    void receive_filmsFilesAndLinksAreKept() {
        var parts = node();
        new Conversation(parts).receive(List.of(new InboundMessage.Video(ANN, "1", "m", "t"),
                new InboundMessage.File(ANN, "2", "m", "a.pdf"), new InboundMessage.Link(ANN, "3", "title", "more", "https://a.example/")));
        assertThat(transcript(parts).after(ANN, 0, 10).stream().map(Transcript.Line::said)).containsExactly("", "a.pdf",
                "title https://a.example/");
    }

    @Test
    void receive_noIdentityOrBankCardIsKept() {
        var parts = node();
        String said = "身份证%s，卡6222021234567890128，电话13800001234";
        String card = "11010119900101001X";
        new Conversation(parts).receive(
                List.of(says(ANN, "1", said.formatted(card)), new InboundMessage.Voice(ANN, "2", "m", said.formatted(card))));
        assertThat(transcript(parts).after(ANN, 0, 10).stream().map(Transcript.Line::said))
                .containsExactlyElementsOf(Collections.nCopies(2, "身份证***，卡***，电话13800001234"));
    }

    @Test
    void receive_numbersAreNeverGivenTwice() {
        var conversation = new Conversation(node());
        var other = new Conversation(node());
        var numbers = new ArrayList<String>();
        for (int i = 0; i < 70; i++) {
            var address = Address.parse("wechat:demo:r" + i);
            numbers.add((i % 2 == 0 ? conversation : other).receive(List.of(says(address, "1", "file"))).getFirst().text());
        }
        assertThat(numbers).doesNotHaveDuplicates().allMatch(text -> text.matches("1 filed LZ20261123-\\d{4,}"));
    }

    @Test
    void receive_stepsOfARequestFollowOneAnother() {
        var conversation = new Conversation(node());
        assertThat(texts(conversation.receive(List.of(says(ANN, "1", "file"), says(ANN, "2", "urge"), says(ANN, "3", "urge")))))
                .last().isEqualTo("3 urged 3");
    }

    @Test
    void receive_whatMayBeTheSameIsFoundWithItsWordsAndOnlyWhileItIsNew() {
        var bob = Address.parse("wechat:demo:bob");
        var conversation = new Conversation(node());
        conversation.receive(List.of(says(ANN, "1", "file")));
        clock.tick(Duration.ofDays(29));
        assertThat(texts(conversation.receive(List.of(says(bob, "1", "alike"))))).containsExactly("1 alike [ann a lamp is broken]");
        conversation.receive(List.of(says(bob, "2", "file")));
        clock.tick(Duration.ofDays(20));
        assertThat(texts(conversation.receive(List.of(says(bob, "3", "alike"), says(ANN, "2", "alike")))))
                .containsExactly("3 alike [bob a lamp is broken]", "2 alike [bob a lamp is broken, ann a lamp is broken]");
    }

    @Test
    void receive_joinsOnlyWhatIsOpen() {
        var bob = Address.parse("wechat:demo:bob");
        var conversation = new Conversation(node());
        String number = conversation.receive(List.of(says(ANN, "1", "file"))).getFirst().text().substring("1 filed ".length());
        assertThat(texts(conversation.receive(List.of(says(bob, "1", "join " + number))))).containsExactly("joined");
        conversation.receive(List.of(says(ANN, "2", "withdraw")));
        assertThat(texts(conversation.receive(List.of(says(bob, "2", "join " + number))))).containsExactly("alone");
        assertThat(texts(conversation.receive(List.of(says(bob, "3", "join LZ20261123-9999"))))).containsExactly("alone");
    }

    @Test
    void write_aClerkSaysOnceWhatARequestIsAbout() {
        var clerk = Address.parse("wechat:demo:clerk");
        var parts = node();
        var conversation = new Conversation(parts);
        String number = conversation.receive(List.of(says(ANN, "1", "file"))).getFirst().text().substring("1 filed ".length());
        var event = new RequestEvent(ANN, number, 2, RequestEvent.RETOPIC, "staff:C1", Status.FILED, NOW, "交通运输/U9", Map.of());
        var row = new Effects.Row(clerk, 1, new Effect.Step(event), new byte[0]);
        assertThat(parts.ledger().transact(() -> parts.effects().write(List.of(row), List.of()))).isEmpty();
        assertThat(parts.ledger().transact(() -> parts.effects().write(List.of(row), List.of()))).containsExactly(clerk);
        var ask = new FactsSource.Ask(clerk, new Want.Case(number));
        assertThat(parts.facts().read(List.of(ask)).get(ask)).isInstanceOfSatisfying(java.util.Optional.class, found -> {
            var request = (ServiceRequest) found.orElseThrow();
            assertThat(List.of(request.topic(), request.unit(), request.version())).containsExactly("交通运输", "U9", 2);
        });
    }

    @Test
    void receive_whatItsResidentCorrectsStandsBesideTheRequest() {
        var parts = node();
        var conversation = new Conversation(parts);
        String number = conversation.receive(List.of(says(ANN, "1", "file"))).getFirst().text().substring("1 filed ".length());
        conversation.receive(List.of(says(ANN, "2", "correct")));
        var ask = new FactsSource.Ask(ANN, new Want.Case(number));
        assertThat(parts.facts().read(List.of(ask)).get(ask)).isInstanceOfSatisfying(java.util.Optional.class,
                found -> assertThat(((ServiceRequest) found.orElseThrow()).personal()).containsEntry("text", "a lamp is broken")
                        .containsEntry(RequestEvent.CORRECTED, "a lift").containsEntry(ServiceRequest.CONTACT, "13900005678"));
    }

    @Test
    void write_whatSomebodyDecidedAboutARequestIsKnown() {
        var parts = node();
        var conversation = new Conversation(parts);
        String number = conversation.receive(List.of(says(ANN, "1", "file"))).getFirst().text().substring("1 filed ".length());
        var event = new RequestEvent(ANN, number, 2, RequestEvent.DECLINED, "deputy:P1", Status.FILED, NOW, "", Map.of());
        var row = new Effects.Row(Address.parse("wechat:demo:deputy"), 1, new Effect.Step(event), new byte[0]);
        assertThat(parts.ledger().transact(() -> parts.effects().write(List.of(row), List.of()))).isEmpty();
        var later = new RequestEvent(ANN, number, 3, RequestEvent.TAKEN, "deputy:P1", Status.FILED, NOW, "", Map.of());
        var next = new Effects.Row(Address.parse("wechat:demo:deputy"), 2, new Effect.Step(later), new byte[0]);
        assertThat(parts.ledger().transact(() -> parts.effects().write(List.of(next), List.of()))).isEmpty();
        var one = new FactsSource.Ask(ANN, new Want.Decided(number, "deputy:P1"));
        var another = new FactsSource.Ask(ANN, new Want.Decided(number, "deputy:P2"));
        assertThat(parts.facts().read(List.of(one, another))).containsEntry(one, List.of(RequestEvent.DECLINED, RequestEvent.TAKEN))
                .containsEntry(another, List.of());
    }

    @Test
    void read_whatIsToBeSeenToEndsWithTheRequest() {
        var parts = node();
        var conversation = new Conversation(parts);
        String number = conversation.receive(List.of(says(ANN, "1", "file"))).getFirst().text().substring("1 filed ".length());
        var station = new FactsSource.Ask(ANN, new Want.Open(List.of("S1", "S2"), "", NOW));
        var late = new FactsSource.Ask(ANN, new Want.Open(List.of("S1"), "deputy:D1", NOW.plus(Duration.ofDays(8))));
        var another = new FactsSource.Ask(ANN, new Want.Open(List.of("S1"), "deputy:D2", NOW));
        var found = parts.facts().read(List.of(station, late, another));
        assertThat(List.of(station, late, another)).extracting(ask -> (Duties) Objects.requireNonNull(found.get(ask)))
                .extracting(duties -> List.of(duties.open(), duties.late(), duties.fresh(), duties.first().size()))
                .containsExactly(List.of(1, 0, 1, 1), List.of(1, 1, 0, 1), List.of(0, 0, 0, 0));
        assertThat(((Duties) Objects.requireNonNull(found.get(station))).first().getFirst().number()).isEqualTo(number);
        var named = new FactsSource.Ask(ANN, new Want.Open(List.of("S1"), "", NOW, number.substring(number.length() - 4), 0));
        var other = new FactsSource.Ask(ANN, new Want.Open(List.of("S1"), "", NOW, "-98765", 0));
        var behind = new FactsSource.Ask(ANN, new Want.Open(List.of("S1"), "", NOW, "", 1));
        var some = parts.facts().read(List.of(named, other, behind));
        assertThat(List.of(named, other, behind)).extracting(ask -> (Duties) Objects.requireNonNull(some.get(ask)))
                .extracting(duties -> List.of(duties.open(), duties.first().size()))
                .containsExactly(List.of(1, 1), List.of(1, 0), List.of(1, 0));
        conversation.receive(List.of(says(ANN, "2", "withdraw")));
        assertThat(parts.facts().read(List.of(station)).get(station)).isEqualTo(new Duties(0, 0, 0, List.of()));
    }

    @Test
    void read_aTakenPlaceNamesWhoReceives() {
        var parts = node();
        new Conversation(parts).receive(List.of(says(ANN, "1", "book")));
        var ask = new FactsSource.Ask(ANN, new Want.Taken("S1", TinyBook.DAY, TinyBook.DAY));
        assertThat(parts.facts().read(List.of(ask))).containsEntry(ask, Map.of(TinyBook.DAY, Map.of(1, "D1")));
    }

    @Test
    void receive_twoRequestsOfOneMessageGetTheirOwnNumbers() {
        var conversation = new Conversation(node());
        String[] said = conversation.receive(List.of(says(ANN, "1", "file two"))).getFirst().text().split(" ");
        assertThat(said).hasSize(3).doesNotHaveDuplicates();
        assertThat(List.of(said[1], said[2])).allMatch(number -> number.matches("LZ\\d{8}-\\d{4,}"));
        assertThat(texts(conversation.receive(List.of(says(ANN, "2", "urge"))))).containsExactly("2 urged 2");
    }

    @Test
    void write_aRequestIsNotJoinedToOneThatWasClosedMeanwhile() {
        var bob = Address.parse("wechat:demo:bob");
        var parts = node();
        var conversation = new Conversation(parts);
        String number = conversation.receive(List.of(says(ANN, "1", "file"))).getFirst().text().substring("1 filed ".length());
        String mine = conversation.receive(List.of(says(bob, "1", "file"))).getFirst().text().substring("1 filed ".length());
        conversation.receive(List.of(says(ANN, "2", "withdraw")));
        var event = new RequestEvent(bob, mine, 2, RequestEvent.MERGED, bob.toString(), Status.FILED, NOW, number, Map.of());
        var row = new Effects.Row(bob, 1, new Effect.Step(event), new byte[0]);
        assertThat(parts.ledger().transact(() -> parts.effects().write(List.of(row), List.of()))).containsExactly(bob);
    }

    @Test
    void receive_twoNeighboursJoinAtOnce() throws Exception {
        var here = new Conversation(node());
        var there = new Conversation(node());
        String number = here.receive(List.of(says(ANN, "1", "file"))).getFirst().text().substring("1 filed ".length());
        var answers = together(() -> texts(here.receive(List.of(says(Address.parse("wechat:demo:r1"), "1", "join " + number)))),
                () -> texts(there.receive(List.of(says(Address.parse("wechat:demo:r2"), "1", "join " + number),
                        says(ANN, "2", "urge")))));
        assertThat(answers).containsExactlyInAnyOrder(List.of("joined"), List.of("joined", "2 urged 2"));
    }

    @Test
    void receive_placesOfADayAreGivenOnceInOneBatch() {
        var batch = IntStream.range(0, 6).mapToObj(i -> says(Address.parse("wechat:demo:r" + i), "1", "book")).toList();
        var answers = texts(new Conversation(node()).receive(batch));
        assertThat(answers).containsExactlyInAnyOrder("1 booked 1", "1 booked 2", "1 full", "1 full", "1 full", "1 full");
    }

    @Test
    void receive_placesOfADayAreGivenOnceByTwoNodes() throws Exception {
        var here = new Conversation(node());
        var there = new Conversation(node());
        var answers = new ArrayList<String>();
        for (var part : together(
                () -> texts(here.receive(
                        List.of(says(Address.parse("wechat:demo:r1"), "1", "book"), says(Address.parse("wechat:demo:r2"), "1", "book")))),
                () -> texts(there.receive(List.of(says(Address.parse("wechat:demo:r3"), "1", "book"),
                        says(Address.parse("wechat:demo:r4"), "1", "book")))))) {
            answers.addAll(part);
        }
        assertThat(answers).containsExactlyInAnyOrder("1 booked 1", "1 booked 2", "1 full", "1 full");
    }

    @Test
    void receive_twoNodesWithTheSameAddressesInOppositeOrderLoseNothing() throws Exception {
        var here = node();
        var there = node();
        var addresses = IntStream.range(0, 40).mapToObj(i -> Address.parse("wechat:demo:r" + i)).toList();
        for (int round = 0; round < 5; round++) {
            int turn = round;
            var mine = addresses.stream().map(address -> says(address, "here" + turn, "a")).toList();
            var theirs = new ArrayList<>(addresses.stream().map(address -> says(address, "there" + turn, "b")).toList());
            Collections.reverse(theirs);
            together(() -> texts(new Conversation(here).receive(mine)), () -> texts(new Conversation(there).receive(theirs)));
        }
        for (var address : addresses) {
            assertThat(transcript(here).after(address, 0, 100)).extracting(line -> line.reply().text().replaceFirst(" .*", ""))
                    .containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9", "10");
        }
    }

    @Test
    void receive_pairsToTwoNodesAtOnceAreOneRowEach() throws Exception {
        var here = node();
        var there = node();
        var pairs = IntStream.range(0, 60).mapToObj(i -> says(Address.parse("wechat:demo:r" + i), "1", "file")).toList();
        var answers = together(() -> texts(new Conversation(here).receive(pairs)), () -> texts(new Conversation(there).receive(pairs)));
        assertThat(answers.getFirst()).isEqualTo(answers.getLast()).doesNotHaveDuplicates();
    }

    @Test
    void say_isOneNumberedRowForEachKey() {
        var web = Address.parse("chat:web:hash");
        var parts = node();
        var conversation = new Conversation(parts);
        conversation.receive(List.of(says(web, "1", "a")));
        var words = new OutboundMessage("notice:1", web, "notice", "a meeting", Map.of(), List.of());
        assertThat(conversation.say(List.of(words)).getFirst().seq()).isEqualTo(2);
        assertThat(conversation.say(List.of(words)).getFirst().seq()).isEqualTo(2);
        clock.tick(Duration.ofMinutes(1));
        assertThat(texts(conversation.receive(List.of(says(web, "2", "b"))))).containsExactly("2 heard b");
        assertThat(transcript(parts).after(web, 0, 10)).extracting(Transcript.Line::said).containsExactly("a", "", "b");
        assertThat(transcript(parts).after(web, 1, 1)).extracting(line -> line.reply().text()).containsExactly("a meeting");
        assertThat(transcript(parts).last(web)).isEqualTo(3);
    }

    private static <T> List<T> together(Callable<T> one, Callable<T> other) throws Exception {
        try (var threads = Executors.newFixedThreadPool(2)) {
            var results = new ArrayList<T>();
            for (var done : threads.invokeAll(List.of(one, other))) {
                results.add(done.get());
            }
            return results;
        }
    }
}
