package liaison.gateway.wecom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import liaison.bot.message.Address;
import liaison.bot.message.OutboundMessage;
import liaison.bot.message.OutboundMessage.Choice;
import liaison.bot.message.Sender.Cause;
import liaison.bot.message.Sender.Result;
import liaison.bot.message.Sender.Way;
import liaison.gateway.wechat.LogLines;
import liaison.gateway.wechat.MemoryTokens;
import liaison.gateway.wechat.NotReached;
import liaison.gateway.wechat.SharedFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class WecomClientTest {
    private static final Choice TAKE = new Choice("接办 LZ1", "接办");
    private static final Choice SEE = new Choice("LZ1", "查看");

    private final FakeWecomApi api = new FakeWecomApi();
    private final MemoryTokens tokens = new MemoryTokens();
    private boolean admitted = true;
    private final WecomClient client = client();

    @AfterEach
    void close() {
        api.close();
    }

    private WecomClient client() {
        return new WecomClient(List.of(FakeWecom.account(api.base())), tokens, (member, key) -> admitted, Duration.ofSeconds(5));
    }

    private Result send(OutboundMessage message) {
        return client.send(message, Way.TEMPLATE);
    }

    private static OutboundMessage message(String text, Choice... choices) {
        return new OutboundMessage("k1", Address.parse("wecom:office:linyi"), "request", text, Map.of("note", "请接办"), List.of(choices));
    }

    @Test
    void send_wordsAloneAreText() {
        assertThat(send(message("您好😀"))).isEqualTo(new Result.Delivered());
        assertThat(api.calls.getFirst()).hasToString("{\"touser\":\"linyi\",\"agentid\":1000002,\"msgtype\":\"text\","
                + "\"text\":{\"content\":\"您好😀\"},\"enable_duplicate_check\":1,\"duplicate_check_interval\":1800}");
        assertThat(api.queries).containsExactly("access_token=T1");
    }

    @Test
    void send_choicesAreButtonsOfACard() {
        assertThat(send(message("有一件居民诉求", TAKE, SEE))).isEqualTo(new Result.Delivered());
        var card = api.calls.getFirst().path("template_card");
        assertThat(card.path("card_type").asString()).isEqualTo("button_interaction");
        assertThat(card.path("task_id").asString()).isEqualTo("k1");
        assertThat(card.path("main_title").path("title").asString()).isEqualTo("请接办");
        assertThat(card.path("sub_title_text").asString()).isEqualTo("有一件居民诉求");
        assertThat(card.path("button_list")).hasToString("[{\"text\":\"接办\",\"style\":1,\"key\":\"接办 LZ1\"},"
                + "{\"text\":\"查看\",\"style\":2,\"key\":\"LZ1\"}]");
        assertThat(api.calls.getFirst().path("enable_duplicate_check").asInt()).isEqualTo(1);
    }

    @Test
    void send_whatACardWouldCutOffIsTextThatSaysWhatToAnswer() {
        send(message("长".repeat(113), TAKE, SEE));
        assertThat(api.calls.getFirst().path("text").path("content").asString()).endsWith("长\n接办 LZ1\nLZ1 查看");
        send(message("长".repeat(2000)));
        assertThat(api.calls.getLast().path("text").path("content").asString()).endsWith("长…")
                .satisfies(words -> assertThat(words.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(2048));
    }

    @Test
    void send_ofACodeUpdatesTheCardOnce() {
        var update = new OutboundMessage("k2", Address.parse("wecom:office:linyi"), "reply", "已接办",
                Map.of(OutboundMessage.CARD, api.code()),
                List.of());
        assertThat(send(update)).isEqualTo(new Result.Delivered());
        assertThat(api.updated.getFirst()).hasToString("{\"userids\":[\"linyi\"],\"agentid\":1000002,\"response_code\":\"code0\","
                + "\"button\":{\"replace_name\":\"已接办\"}}");
        assertThat(send(update)).isEqualTo(new Result.Rejected(Cause.NEVER, "42046"));
        assertThat(api.updated).hasSize(1);
    }

    @Test
    void send_overThePaceIsLaterAndCallsNobody() {
        admitted = false;
        assertThat(send(message("您好"))).isEqualTo(new Result.Rejected(Cause.BLOCKED, "paced"));
        assertThat(api.calls).isEmpty();
        admitted = true;
        assertThat(send(message("您好"))).isEqualTo(new Result.Delivered());
    }

    @Test
    void send_lineThatEndsIsUnclearAndTheRepeatIsShownOnce() {
        api.then(FakeWecomApi.CUT);
        assertThat(send(message("您好", SEE))).isInstanceOf(Result.Unclear.class);
        assertThat(send(message("您好", SEE))).isEqualTo(new Result.Delivered());
        assertThat(api.calls).hasSize(2);
        assertThat(api.shown).hasSize(1);
    }

    @Test
    void send_acceptedForNobodyIsNever() {
        api.then("{\"errcode\":0,\"errmsg\":\"ok\",\"invaliduser\":\"linyi\"}");
        assertThat(send(message("您好"))).isEqualTo(new Result.Rejected(Cause.NEVER, "invalid-user"));
        api.then("{\"errcode\":0,\"errmsg\":\"ok\",\"invaliduser\":\"\",\"unlicenseduser\":\"linyi\"}");
        assertThat(send(message("您好"))).isEqualTo(new Result.Rejected(Cause.NEVER, "invalid-user"));
    }

    @Test
    void token_thatIsRefusedIsFetchedOnceAndTheCallRepeated() {
        send(message("a"));
        api.tokens.incrementAndGet();
        assertThat(send(message("b"))).isEqualTo(new Result.Delivered());
        assertThat(api.queries).containsExactly("access_token=T1", "access_token=T1", "access_token=T2");
        assertThat(api.tokenCalls).hasValue(2);
    }

    @Test
    void token_thatThePlatformGivesAgainIsLater() {
        api.then(FakeWecomApi.error(40014));
        assertThatThrownBy(() -> send(message("a"))).isInstanceOf(NotReached.class).hasMessage("token-just-renewed");
    }

    @Test
    void token_isOneForManyAtOnceOfTwoNodes() throws InterruptedException {
        var other = client();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 40).forEach(i -> threads.submit(() -> (i % 2 == 0 ? client : other).send(message("n" + i), Way.TALK)));
        }
        assertThat(api.shown).hasSize(40);
        assertThat(api.tokenCalls).hasValue(1);
    }

    @Test
    void token_liesBesideThatOfAnOfficialAccountOfTheSameName() {
        tokens.keep("office", "of-wechat", Duration.ofHours(1));
        send(message("a"));
        assertThat(api.queries).containsExactly("access_token=T1");
        assertThat(tokens.token("office")).contains("of-wechat");
    }

    @ParameterizedTest
    @CsvSource({"-1,LATER", "45009,LATER", "45033,LATER", "60020,LATER", "40056,LATER", "81013,NEVER", "60011,NEVER", "82001,NEVER",
            "99999,OTHER_WAY"})
    void send_errorCodesAreToldApart(int code, Cause cause) {
        api.then(FakeWecomApi.error(code));
        assertThat(send(message("您好"))).isEqualTo(new Result.Rejected(cause, Integer.toString(code)));
    }

    @Test
    void codes_ofThePlatformAreAllKnown() {
        int known = 0;
        for (JsonNode code : new JsonMapper().readTree(SharedFiles.find("data/wechat/error_codes.json")).get("codes")) {
            int number = code.path("errcode").asInt();
            if (code.path("channel").asString().equals("wecom") && number != 0) {
                assertThat(WecomCodes.cause(number)).as("code %s", number).isNotEqualTo(Cause.OTHER_WAY);
                known++;
            }
        }
        assertThat(known).isGreaterThan(15);
    }

    @Test
    void send_whatFailsStandsInTheLogOnceAMinuteWithoutAWordOrAName() {
        try (var log = new LogLines()) {
            for (int i = 0; i < 2; i++) {
                api.then(FakeWecomApi.CUT);
                send(message("您好"));
                api.then("<html>gateway</html>");
                send(message("您好"));
                api.then(FakeWecomApi.error(81013));
                send(message("您好"));
                api.then("{\"errcode\":0,\"errmsg\":\"ok\",\"invaliduser\":\"linyi\"}");
                send(message("您好"));
            }
            assertThat(log.warnings()).hasSize(4)
                    .allSatisfy(line -> assertThat(line).startsWith("WeCom office/cgi-bin/message/send answered ")
                            .doesNotContain("linyi", "您好", "token"));
            assertThat(log.warnings()).anyMatch(line -> line.contains("81013: it is not tried again"))
                    .anyMatch(line -> line.contains("html: whether it was taken is unclear"));
        }
    }

    @Test
    void send_overTheRateIsLeftAlone() {
        api.then(FakeWecomApi.error(45009));
        send(message("a"));
        assertThat(send(message("b"))).isEqualTo(new Result.Rejected(Cause.BLOCKED, "resting"));
        assertThat(api.calls).hasSize(1);
    }

    @Test
    void use_takesOtherKeysAndAccountsOver() {
        var elsewhere = new OutboundMessage("k", Address.parse("wecom:other:linyi"), "request", "text", Map.of(), List.of());
        assertThat(send(elsewhere)).isEqualTo(new Result.Rejected(Cause.NEVER, "no-account"));
        client.use(List.of(new WecomAccount("other", FakeWecom.CORPID, 7, "t", FakeWecom.KEY, "app-secret", "", "", api.base())));
        assertThat(send(elsewhere)).isEqualTo(new Result.Delivered());
        assertThat(send(message("您好"))).isEqualTo(new Result.Rejected(Cause.NEVER, "no-account"));
        client.use(
                List.of(new WecomAccount("other", FakeWecom.CORPID, 7, "t", FakeWecom.KEY, "", "", "", URI.create("http://127.0.0.1:1"))));
        assertThat(send(elsewhere)).as("without a secret").isEqualTo(new Result.Rejected(Cause.NEVER, "no-account"));
    }
}
