package liaison.gateway.wecom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import liaison.bot.calendar.DateWords;
import liaison.bot.calendar.QuietHours;
import liaison.bot.calendar.WorkingDays;
import liaison.bot.dialog.BookLetters;
import liaison.bot.dialog.Conversation;
import liaison.bot.dialog.Times;
import liaison.bot.memory.MemoryDialogs;
import liaison.bot.memory.MemoryDirectory;
import liaison.bot.message.Address;
import liaison.bot.message.InboundMessage;
import liaison.bot.notice.OutboxRelay;
import liaison.bot.people.Directory;
import liaison.bot.people.Person;
import liaison.bot.rules.RuleBooks;
import liaison.bot.rules.RuleFiles;
import liaison.bot.testing.MutableClock;
import liaison.gateway.csv.CsvDirectory;
import liaison.gateway.jdbc.Node;
import liaison.gateway.netty.Lanes;
import liaison.gateway.netty.NettyServer;
import liaison.gateway.netty.ServerSettings;
import liaison.gateway.seal.Algorithm;
import liaison.gateway.seal.MasterKey;
import liaison.gateway.seal.Sealer;
import liaison.gateway.testing.PlatformCipher;
import liaison.gateway.testing.TestStores;
import liaison.gateway.wechat.MemoryTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** A deputy on WeCom, from the wire to the ledger and back: binding, cards, presses, and the cards' updates. */
final class WecomIT {
    private static final Duration LATER = Duration.ofMinutes(6);

    private static final Sealer SEALS = new Sealer(MasterKey.of(Base64.getEncoder().encodeToString(new byte[32])), Algorithm.AES);

    private final MutableClock clock = new MutableClock(Instant.parse("2026-11-24T02:00:00Z"));
    private final Directory directory = MemoryDirectory.from(CsvDirectory.demo());
    private final RuleBooks books = new RuleBooks(RuleFiles.shipped(), new Times(WorkingDays.shipped(), DateWords.shipped(), 7));
    private final TestStores.Database database = TestStores.migrated();
    private final JdbcTemplate sql = new JdbcTemplate(database.dataSource());
    private final Node node = new Node(database, SEALS, new MemoryDialogs(), books, directory, clock);
    private final Conversation conversation = new Conversation(node.parts);
    private final Lanes lanes = new Lanes(conversation, 2, 1_024, (messages, took, committed) -> {
    });
    private final FakeWecom platform = new FakeWecom();
    private final FakeWecomApi api = new FakeWecomApi();
    private final NettyServer server = NettyServer.start(ServerSettings.LOOPBACK,
            List.of(new WecomPipeline(FakeWecom.account(api.base()), lanes, clock)));
    private final OutboxRelay relay = new OutboxRelay(new OutboxRelay.Parts(node.outbox,
            new BookLetters(account -> books.current(account), () -> directory, node.bindings,
                    new BookLetters.Causes(node.requests, node.visits, node.broadcasts), clock),
            Map.of("wecom", new WecomClient(List.of(FakeWecom.account(api.base())), new MemoryTokens(), (member, key) -> true)),
            QuietHours.NIGHT,
            clock, new Random(1)));
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        server.close();
        lanes.close();
        http.close();
        api.close();
        node.close();
        database.close();
    }

    /** Delivers as the platform does; the words of the answer. */
    private String deliver(String xml) {
        String encrypted = platform.encrypt(xml);
        var uri = URI.create("http://127.0.0.1:" + server.port() + "/wecom/office" + platform.query(encrypted));
        try {
            var answer = http.send(HttpRequest.newBuilder(uri).POST(BodyPublishers.ofString(FakeWecom.envelope(encrypted))).build(),
                    BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer.body().isEmpty() ? "" : PlatformCipher.between(platform.open(answer.body()), "Content");
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Files a request that goes to a deputy, whom it binds as {@code linyi}; answers its number. */
    private String filed() {
        var resident = Address.parse("wechat:demo:resident");
        for (String words : List.of("和悦家园的路灯坏了三天了", "确认")) {
            conversation.receive(List.of(new InboundMessage.Text(resident, words, words)));
        }
        bind(Person.parse(text("select holder from request")));
        clock.tick(LATER);
        return text("select number from request");
    }

    private void bind(Person person) {
        assertThat(deliver(FakeWecom.text("linyi", node.bindings.issue(person), "1"))).contains("已和这个账号绑定");
    }

    private JsonNode card() {
        relay.run();
        return api.shown.getLast().path("template_card");
    }

    private String text(String query) {
        return String.valueOf(sql.queryForObject(query, String.class));
    }

    private int count(String query) {
        return Integer.parseInt(text(query));
    }

    @Test
    void request_isACardWhosePressIsDecidedAndUpdatedOnce() {
        String number = filed();
        var card = card();
        assertThat(api.shown).hasSize(1);
        assertThat(api.shown.getFirst().path("touser").asString()).isEqualTo("linyi");
        assertThat(card.path("sub_title_text").asString()).contains(number).doesNotContain("和悦家园", "路灯");
        String see = card.path("button_list").get(2).path("key").asString();
        assertThat(deliver(FakeWecom.press("linyi", see, card.path("task_id").asString(), api.code()))).contains("路灯坏了", "和悦家园");
        String take = FakeWecom.press("linyi", card.path("button_list").get(0).path("key").asString(), card.path("task_id").asString(),
                api.code());
        String told = deliver(take);
        assertThat(told).contains("已记下您接办 " + number);
        assertThat(deliver(take)).isEqualTo(told);
        assertThat(deliver(take)).isEqualTo(told);
        assertThat(count("select count(*) from request_event where kind = 'taken'")).isEqualTo(1);
        assertThat(count("select count(*) from journal where request = '" + number + "' and address = 'wecom:office:linyi'")).isEqualTo(1);
        relay.run();
        relay.run();
        assertThat(api.updated).singleElement().satisfies(update -> {
            assertThat(update.path("response_code").asString()).isEqualTo("code1");
            assertThat(update.path("button").path("replace_name").asString()).isEqualTo("已接办");
        });
    }

    @Test
    void request_handedBackIsToldToOneClerkAndUpdatesItsCardOnce() {
        String number = filed();
        var card = card();
        String due = text("select due from request");
        String back = FakeWecom.press("linyi", card.path("button_list").get(1).path("key").asString(), card.path("task_id").asString(),
                api.code());
        String told = deliver(back);
        assertThat(told).contains("已记下您退回 " + number);
        assertThat(deliver(back)).isEqualTo(told);
        assertThat(deliver(back)).isEqualTo(told);
        assertThat(deliver(FakeWecom.text("linyi", "退回 " + number, "2"))).contains("您之前已退回");
        assertThat(count("select count(*) from request_event where kind = 'declined'")).isEqualTo(1);
        assertThat(count("select count(*) from outbox where kind = 'request' and recipient like 'staff:%'")).isEqualTo(1);
        assertThat(text("select subject || ' ' || occurrence from outbox where recipient like 'staff:%'"))
                .isEqualTo(number + " declined:2");
        assertThat(text("select status || version || due from request")).isEqualTo("filed2" + due);
        relay.run();
        relay.run();
        assertThat(api.updated).singleElement()
                .satisfies(update -> assertThat(update.path("button").path("replace_name").asString()).isEqualTo("已退回"));
    }

    /** The platform gives a code for one update, and would refuse the second. */
    @Test
    void press_afterAnotherWasAnsweredIsToldAndCallsForNothing() {
        String number = filed();
        var card = card();
        String task = card.path("task_id").asString();
        String code = api.code();
        deliver(FakeWecom.press("linyi", "接办 " + number, task, code));
        relay.run();
        assertThat(deliver(FakeWecom.press("linyi", "退回 " + number, task, code))).contains("您之前已接办", "请发「退回 " + number);
        relay.run();
        assertThat(api.updated).hasSize(1);
        assertThat(count("select count(*) from request_event where kind = 'declined'")).isZero();
        assertThat(text("select string_agg(state, ',') from outbox where subject like 'card:%'")).isEqualTo("sent");
    }

    /** The same person, who has another name since: the card that is pressed there says what holds as well. */
    @Test
    void press_onTheCardOfAnotherMemberUpdatesThatCardToWhatHolds() {
        String number = filed();
        var card = card();
        String task = card.path("task_id").asString();
        deliver(FakeWecom.press("linyi", "接办 " + number, task, api.code()));
        assertThat(deliver(FakeWecom.text("linyi2", node.bindings.issue(Person.parse(text("select holder from request"))), "9")))
                .contains("已和这个账号绑定");
        assertThat(deliver(FakeWecom.press("linyi2", "退回 " + number, task, api.code()))).contains("您之前已接办");
        relay.run();
        assertThat(api.updated).hasSize(2).allSatisfy(update -> assertThat(update.path("button").path("replace_name").asString())
                .isEqualTo("已接办"));
        assertThat(api.updated.stream().map(update -> update.path("userids").get(0).asString())).containsExactlyInAnyOrder("linyi",
                "linyi2");
        assertThat(text("select string_agg(kind, ',' order by n) from request_event where kind <> 'filed'")).isEqualTo("taken");
    }

    /** Who is not the holder, with whatever key, task and code: the platform's own signature is all that such a press has. */
    @Test
    void press_thatIsNotTheHoldersDecidesNothing() {
        String number = filed();
        String task = card().path("task_id").asString();
        assertThat(deliver(FakeWecom.press("somebody", "接办 " + number, task, "code9"))).contains("现在办不了").doesNotContain("路灯");
        relay.run();
        clock.tick(LATER);
        relay.run();
        assertThat(count("select count(*) from request_event where kind = 'taken'")).isZero();
        assertThat(api.updated).isEmpty();
    }

    @Test
    void update_whoseLineEndsIsMadeOnceAndNeverGuessed() {
        filed();
        var card = card();
        deliver(FakeWecom.press("linyi", card.path("button_list").get(0).path("key").asString(), card.path("task_id").asString(),
                api.code()));
        api.then(FakeWecomApi.CUT);
        relay.run();
        clock.tick(LATER);
        relay.run();
        assertThat(api.updated).hasSize(1);
        assertThat(text("select state from outbox where kind = 'reply' and subject like 'card:%'")).isEqualTo("unknown");
    }

    @Test
    void card_whoseLineEndsIsShownOnce() {
        filed();
        api.then(FakeWecomApi.CUT);
        relay.run();
        clock.tick(Duration.ofMinutes(2));
        relay.run();
        assertThat(api.calls).hasSize(2);
        assertThat(api.shown).hasSize(1);
        assertThat(text("select state from outbox where kind = 'request'")).isEqualTo("sent");
    }

    @Test
    void notice_isACardThatAnswersItselfAmongSeveral() {
        String station = directory.stations(1).getFirst().code();
        var deputy = directory.deputiesOf(station).getFirst();
        bind(Person.parse("deputy:" + deputy.code()));
        var clerk = Address.parse("wechat:demo:clerk");
        conversation.receive(List.of(new InboundMessage.Text(clerk, "code",
                node.bindings.issue(Person.parse("staff:" + directory.staffOf(station).getFirst().code())))));
        for (String when : List.of("本周四上午九点", "本周五上午九点")) {
            for (String words : List.of("发通知：" + when + "，站里，学习会，请" + deputy.name() + "代表参加", "确认")) {
                conversation.receive(List.of(new InboundMessage.Text(clerk, when + words, words)));
            }
        }
        clock.tick(LATER);
        relay.run();
        assertThat(api.shown).hasSize(2);
        var friday = api.shown.stream().map(one -> one.path("template_card"))
                .filter(card -> card.path("sub_title_text").asString().contains("周五")).findFirst().orElseThrow();
        String leave = FakeWecom.press("linyi", friday.path("button_list").get(1).path("key").asString(), friday.path("task_id").asString(),
                api.code());
        assertThat(deliver(leave)).contains("为您请假", "周五").doesNotContain("周四");
        deliver(leave);
        assertThat(text("select string_agg(answer, ',' order by answer) from broadcast_recipient")).isEqualTo(",leave");
        relay.run();
        assertThat(api.updated).singleElement()
                .satisfies(update -> assertThat(update.path("button").path("replace_name").asString()).isEqualTo("已请假"));
    }
}
