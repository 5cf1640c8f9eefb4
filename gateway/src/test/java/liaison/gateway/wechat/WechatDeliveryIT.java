package liaison.gateway.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import liaison.bot.calendar.DateWords;
import liaison.bot.calendar.WorkingDays;
import liaison.bot.dialog.Books;
import liaison.bot.dialog.Conversation;
import liaison.bot.dialog.Conversation.Parts;
import liaison.bot.dialog.JournalTranscript;
import liaison.bot.dialog.Times;
import liaison.bot.dialog.Transcript;
import liaison.bot.memory.MemoryDialogs;
import liaison.bot.memory.MemoryDirectory;
import liaison.bot.memory.MemoryEffects;
import liaison.bot.memory.MemoryFacts;
import liaison.bot.memory.MemoryJournal;
import liaison.bot.memory.MemoryLedger;
import liaison.bot.memory.MemoryNumbers;
import liaison.bot.memory.PlainSeals;
import liaison.bot.message.Address;
import liaison.bot.notice.OutboxEntry;
import liaison.bot.people.Directory;
import liaison.bot.rules.RuleBooks;
import liaison.bot.rules.RuleFiles;
import liaison.bot.testing.TinyBook;
import liaison.gateway.csv.CsvDirectory;
import liaison.gateway.netty.Lanes;
import liaison.gateway.netty.NettyServer;
import liaison.gateway.netty.ServerSettings;
import liaison.gateway.wechat.DeliveringPlatform.Attempt;
import liaison.gateway.wechat.DeliveringPlatform.Failure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What residents get through the platform, from its delivery over sockets to the row and the answer. */
final class WechatDeliveryIT {
    private static final Address RESIDENT = Address.parse("wechat:demo:oResident");
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final MemoryLedger ledger = new MemoryLedger();
    private final MemoryJournal journal = new MemoryJournal(ledger);
    private final MemoryEffects effects = new MemoryEffects(ledger);
    private final Transcript transcript = new JournalTranscript(journal, new PlainSeals());
    private final Directory directory = MemoryDirectory.from(CsvDirectory.demo());
    private Lanes lanes = lanes(new TinyBook());
    private NettyServer server = server(lanes);
    private DeliveringPlatform platform = new DeliveringPlatform(server.port());

    private Lanes lanes(Books books) {
        return new Lanes(new Conversation(new Parts(ledger, journal, new MemoryDialogs(),
                new MemoryFacts(effects, transcript, () -> directory), effects, new PlainSeals(), new MemoryNumbers(), books,
                () -> directory, Clock.systemUTC())), 2, 64, (messages, took, committed) -> {
                });
    }

    private static NettyServer server(Lanes lanes) {
        return NettyServer.start(ServerSettings.LOOPBACK, List.of(new WechatPipeline(FakeWechat.PLAIN, lanes, Clock.systemUTC())));
    }

    /** From here on the shipped rules decide. */
    private void shipped() {
        stop();
        lanes = lanes(new RuleBooks(RuleFiles.shipped(), new Times(WorkingDays.shipped(), DateWords.shipped(), 7)));
        server = server(lanes);
        platform = new DeliveringPlatform(server.port());
    }

    @AfterEach
    void stop() {
        server.close();
        lanes.close();
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void text_isAnsweredInEveryMode(Mode mode) throws IOException {
        Attempt answer = platform.deliver(mode, FakeWechat.text("你好", "1"));
        assertThat(answer).isEqualTo(new Attempt(1, 200, answer.body()));
        assertThat(answer.words()).isEqualTo("1 heard 你好");
        assertThat(FlatXml.read(answer.body().getBytes(StandardCharsets.UTF_8))).containsEntry("ToUserName", "oResident")
                .containsEntry("FromUserName", "gh_account");
    }

    @ParameterizedTest
    @EnumSource(Failure.class)
    void retry_isOneMessageWithOneAnswer(Failure failure) throws IOException {
        platform.fail(failure, failure);
        Attempt answer = platform.deliver(Mode.SAFE, FakeWechat.text("a", "1"));
        assertThat(platform.attempts()).hasSize(DeliveringPlatform.TRIES);
        assertThat(answer.words()).isEqualTo("1 heard a");
        assertThat(rows()).isEqualTo(1);
        assertThat(platform.deliver(Mode.SAFE, FakeWechat.text("b", "2")).words()).isEqualTo("2 heard b");
    }

    @Test
    void sameIdOfTwoResidents_isTwoMessages() throws IOException {
        platform.deliver(Mode.SAFE, FakeWechat.text("a", "9223372036854775807"));
        Attempt answer = platform.deliver(Mode.SAFE, FakeWechat.text("b", "9223372036854775807").replace("oResident", "oNeighbour"));
        assertThat(answer.words()).isEqualTo("1 heard b");
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void eventsOfOneSecond_areTwoWhereAnyFieldDiffers() throws IOException {
        for (String id : List.of("<MsgID>1</MsgID>", "<MsgID>2</MsgID>", "<MsgID>1</MsgID>", "<TaskId>1</TaskId>",
                "<AgentID>1</AgentID>")) {
            platform.deliver(Mode.SAFE, FakeWechat.message("event", "<Event>TEMPLATESENDJOBFINISH</Event><Status>success</Status>" + id));
        }
        assertThat(rows()).isEqualTo(4);
    }

    @Test
    void longAnswer_isCutAndTheRestWaitsInTheOutbox() throws IOException {
        Attempt answer = platform.deliver(Mode.SAFE, FakeWechat.text("much 1600", "1"));
        assertThat(answer.words().getBytes(StandardCharsets.UTF_8)).hasSizeBetween(1900, 2048);
        List<String> rest = effects.outbox().stream().map(OutboxEntry::facts).map(facts -> facts.getOrDefault("text", "")).toList();
        assertThat(answer.words() + String.join("", rest)).isEqualTo("长".repeat(1600));
        assertThat(effects.outbox().getLast().facts()).containsEntry("choices", "1\tyes");
    }

    @Test
    void unknownTypesAndEvents_areJournalledAndAcknowledged() throws IOException {
        shipped();
        for (String event : List.of("LOCATION", "VIEW", "an_event_of_tomorrow", "TEMPLATESENDJOBFINISH", "MASSSENDJOBFINISH", "unsubscribe",
                "pic_weixin", "location_select")) {
            Attempt answer = platform.deliver(Mode.SAFE, FakeWechat.message("event", "<Event>" + event + "</Event><EventKey></EventKey>"));
            assertThat(answer.body()).as(event).isEqualTo("success");
        }
        Attempt answer = platform.deliver(Mode.SAFE, FakeWechat.message("a_type_of_tomorrow", "<MsgId>5</MsgId>"));
        assertThat(answer.words()).as("somebody sent it and waits").isNotEmpty();
        assertThat(rows()).isEqualTo(9);
    }

    @Test
    void welcome_namesTheStationWithinFiveSeconds() throws IOException {
        shipped();
        var station = directory.stations(1).getFirst();
        long start = System.nanoTime();
        Attempt welcome = platform.deliver(Mode.SAFE, FakeWechat.message("event",
                "<Event>subscribe</Event><EventKey>qrscene_" + station.code() + "</EventKey><Ticket>t</Ticket>"));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PATIENCE);
        assertThat(welcome).isEqualTo(new Attempt(1, 200, welcome.body()));
        assertThat(welcome.words()).contains(station.name());
        Attempt click = platform.deliver(Mode.SAFE,
                FakeWechat.message("event", "<Event>CLICK</Event><EventKey>MY_DEPUTY</EventKey>"));
        assertThat(click.words()).contains(station.name());
    }

    @Test
    void overload_showsTheNoticeAndNeverAFault() throws IOException {
        lanes.close();
        Attempt answer = platform.deliver(Mode.SAFE, FakeWechat.text("a", "1"));
        assertThat(answer.words()).isEqualTo("尚未登记，请稍后重发");
        assertThat(rows()).isZero();
    }

    @Test
    void manyAtOnce_eachGetTheirOwnAnswer() {
        var answers = IntStream.range(0, 60).parallel().mapToObj(i -> {
            try {
                return new DeliveringPlatform(server.port())
                        .deliver(i % 2 == 0 ? Mode.PLAIN : Mode.SAFE, FakeWechat.text("t" + i, "1").replace("oResident", "o" + i))
                        .words();
            } catch (IOException e) {
                return e.toString();
            }
        }).toList();
        assertThat(answers).isEqualTo(IntStream.range(0, 60).mapToObj(i -> "1 heard t" + i).toList());
    }

    private int rows() {
        return transcript.after(RESIDENT, 0, 100).size();
    }
}
