package liaison.bot.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import liaison.bot.dialog.BookLetters;
import liaison.bot.dialog.BookLetters.Causes;
import liaison.bot.dialog.RuleBook;
import liaison.bot.dialog.Scopes;
import liaison.bot.memory.MemoryEffects;
import liaison.bot.message.Address;
import liaison.bot.message.OutboundMessage;
import liaison.bot.message.OutboundMessage.Choice;
import liaison.bot.notice.Letters.Letter;
import liaison.bot.notice.OutboxEntry;
import liaison.bot.notice.Reminder;
import liaison.bot.people.Bindings;
import liaison.bot.people.Person;
import liaison.bot.request.RequestEvent;
import liaison.bot.request.ServiceRequest;
import liaison.bot.testing.MutableClock;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

final class BookLettersTest {
    private static final RuleBook BOOK = BookReader.read(RuleFiles.shipped(), Stage.TIMES);
    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final Address BOUND = Address.parse("wechat:demo:bound");

    private final Stage stage = new Stage(BOOK);
    private final MutableClock clock = new MutableClock(NOW);
    private final BookLetters letters = letters(stage.effects);

    private BookLetters letters(MemoryEffects effects) {
        return new BookLetters(account -> BOOK, Town::directory, new Bindings() {
            @Override
            public Map<Person, List<Address>> addressesOf(Collection<Person> people) {
                var found = new HashMap<Person, List<Address>>();
                people.stream().filter(person -> person.kind() == Person.Kind.DEPUTY || person.code().equals("H1"))
                        .forEach(person -> found.put(person, List.of(BOUND)));
                return found;
            }

            @Override
            public String issue(Person person) {
                return "";
            }
        }, new Causes(effects, effects, id -> Optional.empty()), clock);
    }

    private ServiceRequest filed() {
        stage.says("resident", "锦绣苑路灯坏了三天，我叫无名氏");
        stage.says("resident", "确认");
        return stage.effects.requests().getFirst();
    }

    private Optional<Letter> letter(String kind, String subject, String recipient, String occurrence) {
        return letters
                .letter(new OutboxEntry("wechat:demo:resident", kind, subject, recipient, occurrence, NOW, NOW, Map.of("text", "您好")));
    }

    @Test
    void letter_toADeputyHoldsNumberAndTopicButNoneOfTheResidentsWords() {
        var request = filed();
        var letter = letter("request", request.number(), "deputy:P2", "filed").orElseThrow();
        assertThat(letter.to()).containsExactly(BOUND);
        assertThat(letter.text()).contains(request.number(), "城乡建设", "临川联络站", "12月2日").doesNotContain("无名氏", "锦绣苑");
        assertThat(letter.fields()).containsEntry("number", request.number()).containsEntry("note", "请接办").containsEntry("when", "12月2日")
                .containsEntry(OutboundMessage.AT, "2026年12月2日");
    }

    @Test
    void letter_lastPartOfALongAnswerOffersWhatCanBeAnswered() {
        var entry = new OutboxEntry("wechat:demo:resident", "reply", "wechat:demo:resident:1", "wechat:demo:resident", "2", NOW, NOW,
                Map.of("text", "后半段", "choices", "确认\t没问题，提交\n修改\t改一项"));
        var letter = letters.letter(entry).orElseThrow();
        assertThat(letter.text()).isEqualTo("后半段");
        assertThat(letter.choices()).containsExactly(new Choice("确认", "没问题，提交"), new Choice("修改", "改一项"));
        assertThat(letter("reply", "s", "wechat:demo:resident", "1").orElseThrow().choices()).isEmpty();
    }

    @Test
    void letter_anAnswerShowsItsNumberInATemplateAndNothingWhereItHasNone() {
        assertThat(answer("已登记，单号 LZ20261123-0007。").fields()).isEqualTo(Map.of("number", "LZ20261123-0007"));
        assertThat(answer("后半段").fields()).isEmpty();
        assertThat(answer("2", "后半段，单号 LZ20261123-0007。").fields()).as("its words would be lost").isEmpty();
    }

    private Letter answer(String text) {
        return answer("1", text);
    }

    private Letter answer(String part, String text) {
        return letters
                .letter(new OutboxEntry("wechat:demo:resident", "reply", "wechat:demo:resident:1", "wechat:demo:resident", part, NOW, NOW,
                        Map.of("text", text)))
                .orElseThrow();
    }

    @Test
    void letter_namesTheRequestThatMayBeTheSameAndNoneOfItsWords() {
        var first = filed();
        stage.says("neighbour", "锦绣苑路灯不亮两天了");
        stage.says("neighbour", "并案");
        var entry = stage.effects.outbox().stream().filter(one -> one.occurrence().equals("filed") && !one.subject().equals(first.number()))
                .findFirst().orElseThrow();
        assertThat(letters.letter(entry).orElseThrow().text()).contains("可能与 " + first.number() + " 是同一件事")
                .doesNotContain("路灯", "锦绣苑");
    }

    @Test
    void holderWhoIsBoundNowhere_isToldOfByAClerk() {
        var request = filed();
        var entry = stage.effects.outbox().stream().filter(one -> one.recipient().equals("staff:C1")).findFirst().orElseThrow();
        var letter = letters.letter(entry).orElseThrow();
        assertThat(entry.dueAt()).isEqualTo(request.filedAt());
        assertThat(letter.to()).containsExactly(Address.parse("wechat:demo:clerk"));
        assertThat(letter.text()).contains(request.number(), "转给苏二", "没有绑定账号", "请打电话转告").doesNotContain("路灯", "锦绣苑");
        assertThat(letter.choices()).containsExactly(new Choice(request.number(), "查看"));
    }

    @Test
    void letter_ofAReminderNamesHowFarItIs() {
        var request = filed();
        assertThat(letter("reminder", request.number(), "staff:C1", "day-before").orElseThrow().to())
                .containsExactly(Address.parse("wechat:demo:clerk"));
        var overdue = letter("reminder", request.number(), "head:S1", "overdue").orElseThrow();
        assertThat(overdue.to()).containsExactly(BOUND);
        assertThat(overdue.fields()).containsEntry("note", "已逾期");
    }

    @Test
    void letter_ofAWithdrawnRequestIsGone() {
        var request = filed();
        stage.says("resident", "撤回");
        stage.says("resident", "确认");
        assertThat(letter("reminder", request.number(), "deputy:P2", "half")).isEmpty();
        assertThat(letter("request", "LZ20261123-9999", "deputy:P2", "filed")).isEmpty();
        assertThat(letter("request", request.number(), "deputy:P2", "withdrawn:2").orElseThrow().text())
                .contains("撤回了 " + request.number(), "不用再办").doesNotContain("路灯", "最晚");
    }

    @Test
    void letter_ofEveryStepThatIsToldHasWordsAndANote() {
        var request = filed();
        for (String kind : RequestEvent.TOLD) {
            if (!kind.equals(RequestEvent.WITHDRAWN)) {
                var letter = letter("request", request.number(), "deputy:P2", kind + ":2").orElseThrow();
                assertThat(letter.text()).as(kind).contains(request.number(), "临川联络站").doesNotContain("路灯", "锦绣苑");
                assertThat(letter.fields().get("note")).as(kind).isNotBlank();
            }
        }
        assertThat(letter("request", request.number(), "deputy:P2", "rated:2").orElseThrow().text()).contains("作了评价");
    }

    @Test
    void rating_isToldToTheHolder() {
        stage.says("holder", "DEPUTY-2");
        filed();
        stage.says("resident", "不满意，没人来");
        var entry = stage.effects.outbox().stream().filter(one -> one.occurrence().startsWith("rated")).findFirst()
                .orElseThrow();
        assertThat(tuple(entry.recipient(), entry.occurrence())).isEqualTo(tuple("deputy:P2", "rated:2"));
        assertThat(letters.letter(entry).orElseThrow().text()).contains(entry.subject(), "作了评价").doesNotContain("没人来");
    }

    @Test
    void withdrawal_isToldToWhoeverWasToldOfTheRequest() {
        filed();
        stage.says("resident", "撤回");
        stage.says("resident", "确认");
        assertThat(told(stage)).as("its holder is reached nowhere").containsExactly(tuple("staff:C1", "withdrawn:2"));
        var other = new Stage(BOOK);
        other.says("holder", "DEPUTY-2");
        other.says("resident", "锦绣苑路灯坏了三天");
        other.says("resident", "确认");
        other.says("resident", "撤回");
        other.says("resident", "确认");
        assertThat(told(other)).containsExactly(tuple("deputy:P2", "withdrawn:2"));
    }

    private static List<Tuple> told(Stage stage) {
        return stage.effects.outbox().stream().filter(entry -> entry.kind().equals("request"))
                .map(entry -> tuple(entry.recipient(), entry.occurrence())).toList();
    }

    @Test
    void holderWhoIsBoundNowhere_isSaidToBeUntoldOnceForARequest() {
        filed();
        stage.says("resident", "补充一下，昨天又坏了一盏");
        stage.says("resident", "补充一下，今天又坏了一盏");
        assertThat(stage.effects.outbox()).filteredOn(entry -> entry.recipient().equals("staff:C1")).extracting(OutboxEntry::occurrence)
                .containsExactlyInAnyOrder("stead:filed", "added:2", "added:3");
    }

    @Test
    void letter_ofAVisitGoesToResidentAndDeputyInTheirOwnWords() {
        stage.says("resident", "我在锦绣苑，想约下次接待日，谈电梯");
        stage.says("resident", "确认");
        String id = stage.effects.reminders().getFirst().causeKey();
        var resident = letter("visit", id, "wechat:demo:resident", "two-hours").orElseThrow();
        assertThat(resident.to()).containsExactly(Address.parse("wechat:demo:resident"));
        assertThat(resident.text()).contains("临川联络站", "09:00");
        assertThat(resident.fields().get(OutboundMessage.AT)).startsWith("2026年1").endsWith("日 09:00");
        assertThat(letter("visit", id, "deputy:P2", "booked").orElseThrow().text()).contains("预约了您的接待").doesNotContain("电梯");
    }

    @Test
    void letter_ofAVisitIsGoneWhenTheVisitHasBegun() {
        stage.says("resident", "我在锦绣苑，想约下次接待日，谈电梯");
        stage.says("resident", "确认");
        String id = stage.effects.reminders().getFirst().causeKey();
        var begins = Instant.parse("2026-11-24T01:00:00Z");
        for (String recipient : List.of("wechat:demo:resident", "deputy:P2")) {
            for (String occurrence : List.of("booked", "day-before", "two-hours")) {
                if (occurrence.equals("booked") && !recipient.startsWith("deputy")) {
                    continue;
                }
                clock.set(begins.minusSeconds(1));
                assertThat(letter("visit", id, recipient, occurrence)).isPresent();
                clock.set(begins);
                assertThat(letter("visit", id, recipient, occurrence)).isEmpty();
                clock.set(begins.plus(Duration.ofDays(2)));
                assertThat(letter("visit", id, recipient, occurrence)).isEmpty();
            }
        }
    }

    @Test
    void letter_thatAVisitIsNearSaysTheTimeThatIsLeftWhenItIsSent() {
        stage.says("resident", "我在锦绣苑，想约下次接待日，谈电梯");
        stage.says("resident", "确认");
        String id = stage.effects.reminders().getFirst().causeKey();
        var begins = Instant.parse("2026-11-24T01:00:00Z");
        for (var left : Map.of(Duration.ofMinutes(119), "2 小时内", Duration.ofHours(1), "1 小时内", Duration.ofMinutes(61), "2 小时内",
                Duration.ofMinutes(59), "1 小时内", Duration.ofSeconds(1), "1 小时内").entrySet()) {
            clock.set(begins.minus(left.getKey()));
            for (String recipient : List.of("wechat:demo:resident", "deputy:P2")) {
                var letter = letter("visit", id, recipient, "two-hours").orElseThrow();
                assertThat(letter.text()).contains(left.getValue() + "开始", "09:00");
                assertThat(letter.fields()).containsEntry("note", left.getValue() + "接待");
            }
        }
    }

    @Test
    void visit_thatNoDeputyCanReceiveIsTheClerks() {
        var alone = new Stage(BOOK, Scopes.NONE, Town.withoutDeputies());
        alone.says("resident", "我在锦绣苑，想约下次接待日，谈电梯");
        alone.says("resident", "确认");
        var told = alone.effects.outbox().stream().filter(entry -> entry.kind().equals("visit")).toList();
        assertThat(told).extracting(OutboxEntry::recipient, OutboxEntry::occurrence).containsExactly(tuple("staff:C1", "booked"));
        assertThat(told.getFirst().dueAt()).isEqualTo(NOW);
        assertThat(alone.effects.reminders()).extracting(Reminder::recipient, Reminder::occurrence).containsExactlyInAnyOrder(
                tuple("wechat:demo:resident", "two-hours"), tuple("staff:C1", "two-hours"));
        var letters = letters(alone.effects);
        for (String occurrence : List.of("booked", "day-before", "two-hours")) {
            var entry = new OutboxEntry("wechat:demo:resident", "visit", told.getFirst().subject(), "staff:C1", occurrence, NOW, NOW,
                    Map.of());
            var letter = letters.letter(entry).orElseThrow();
            assertThat(letter.to()).containsExactly(Address.parse("wechat:demo:clerk"));
            assertThat(letter.text()).contains("代表", "请您安排", "09:00", "临川联络站").doesNotContain("电梯");
        }
        alone.says("resident", "取消预约");
        alone.says("resident", "确认");
        assertThat(letters.letter(told.getFirst())).isEmpty();
    }

    @Test
    void letter_toItsHolderOffersToDecideAndToSee() {
        String number = filed().number();
        var see = new Choice(number, "查看");
        assertThat(letter("request", number, "deputy:P2", "filed").orElseThrow().choices())
                .containsExactly(new Choice("接办 " + number, "接办"), new Choice("退回 " + number, "退回"), see);
        for (String occurrence : List.of("half", "day-before", "overdue")) {
            assertThat(letter("reminder", number, "deputy:P2", occurrence).orElseThrow().choices())
                    .containsExactly(see, new Choice("延期 " + number, "延期"));
        }
        assertThat(letter("reminder", number, "head:S1", "overdue").orElseThrow().choices()).containsExactly(see);
    }

    @Test
    void decision_thatAClerkMustSeeToIsToldToOne() {
        var request = filed();
        stage.says("holder", "DEPUTY-2");
        stage.says("holder", "[press 延期 " + request.number() + "]");
        stage.says("holder", "退回 " + request.number());
        stage.says("holder", "[press 退回 " + request.number() + "]");
        var told = stage.effects.outbox().stream()
                .filter(entry -> entry.recipient().equals("staff:C1") && !entry.occurrence().startsWith("stead")).toList();
        assertThat(told).extracting(OutboxEntry::occurrence).containsExactlyInAnyOrder("extension:2", "declined:3");
        for (var entry : told) {
            var letter = letters.letter(entry).orElseThrow();
            assertThat(letter.to()).containsExactly(Address.parse("wechat:demo:clerk"));
            assertThat(letter.text()).contains(request.number(), "临川联络站", "12月2日").doesNotContain("无名氏", "锦绣苑");
            assertThat(letter.choices()).containsExactly(new Choice(request.number(), "查看"));
            assertThat(letter.fields().get("note")).isIn("申请延期", "被退回");
        }
        var after = stage.effects.requests().getFirst();
        assertThat(List.of(after.status(), after.due(), after.holder(), after.version()))
                .containsExactly(request.status(), request.due(), request.holder(), 3);
        assertThat(updates()).extracting(entry -> entry.facts().get("text")).containsExactlyInAnyOrder("已申请延期", "已退回");
    }

    @Test
    void letter_toWhoeverIsBoundTwiceGoesToWecomFirst() {
        var wecom = Address.parse("wecom:office:linyi");
        var two = new BookLetters(account -> BOOK, Town::directory, new Bindings() {
            @Override
            public Map<Person, List<Address>> addressesOf(Collection<Person> people) {
                return Map.of(Person.parse("deputy:P2"), List.of(BOUND, wecom));
            }

            @Override
            public String issue(Person person) {
                return "";
            }
        }, new Causes(stage.effects, stage.effects, id -> Optional.empty()), clock);
        var entry = new OutboxEntry("wechat:demo:resident", "request", filed().number(), "deputy:P2", "filed", NOW, NOW, Map.of());
        assertThat(two.letter(entry).orElseThrow().to()).containsExactly(wecom, BOUND);
    }

    @Test
    void letter_isInTheWordsOfTheAccountThatItGoesBy() {
        var files = new TreeMap<>(RuleFiles.shipped().files());
        files.computeIfPresent("texts.yml", (file, text) -> text.replace("有一件居民诉求转给您", "本站有一件诉求转给您"));
        var own = BookReader.read(new RuleFiles(files), Stage.TIMES);
        var entry = new OutboxEntry("wechat:demo:resident", "request", filed().number(), "wecom:north:linyi", "filed", NOW, NOW, Map.of());
        var two = new BookLetters(account -> account.account().equals("north") ? own : BOOK, Town::directory, new NoBindings(),
                new Causes(stage.effects, stage.effects, id -> Optional.empty()), clock);
        assertThat(two.letter(entry).orElseThrow().text()).contains("本站有一件诉求转给您");
        assertThat(letter("request", entry.subject(), "wecom:south:linyi", "filed").orElseThrow().text()).contains("有一件居民诉求转给您");
    }

    @Test
    void letter_ofAnAlertOffersWhatCanBeAnswered() {
        stage.says("resident", "转人工");
        var alert = letters.letter(stage.effects.outbox().getLast()).orElseThrow();
        assertThat(alert.choices()).containsExactly(new Choice("看对话", "看对话"));
        assertThat(alert.fields()).isEmpty();
    }

    @Test
    void press_thatDecidesUpdatesItsCardOnce() {
        filed();
        stage.says("holder", "DEPUTY-2");
        stage.says("holder", "[press LZ20261123-0001]");
        assertThat(updates()).as("looking decides nothing").isEmpty();
        stage.says("holder", "[press 接办 LZ20261123-0001]");
        assertThat(stage.says("holder", "[again 接办 LZ20261123-0001]").text()).contains("您之前已接办");
        var update = updates().getFirst();
        assertThat(updates()).as("the code is spent").hasSize(1);
        assertThat(update.expiresAt()).isEqualTo(update.dueAt().plus(Duration.ofDays(3)));
        var letter = letters.letter(update).orElseThrow();
        assertThat(letter.text()).isEqualTo("已接办");
        assertThat(letter.fields()).containsOnlyKeys(OutboundMessage.CARD);
        assertThat(letter.to()).containsExactly(Address.parse("wechat:demo:holder"));
    }

    /** The card says what holds, whichever of its buttons was pressed second, and whoever's phone it is on. */
    @Test
    void press_afterAnotherWasAnsweredChangesNothingAndSaysWhatHolds() {
        filed();
        stage.says("holder", "DEPUTY-2");
        stage.says("holder", "[press 接办 LZ20261123-0001]");
        for (String press : List.of("[again 退回 LZ20261123-0001]", "[press 退回 LZ20261123-0001]")) {
            assertThat(stage.says("holder", press).text()).contains("您之前已接办", "请发「退回 LZ20261123-0001」").doesNotContain("已记下");
        }
        assertThat(updates()).extracting(entry -> entry.facts().get("text")).containsExactly("已接办", "已接办");
        assertThat(updates()).extracting(entry -> entry.facts().get(OutboundMessage.CARD)).doesNotHaveDuplicates();
        stage.says("holder", "退回 LZ20261123-0001");
        assertThat(stage.says("holder", "[press 接办 LZ20261123-0001]").text()).contains("您之前已退回");
        assertThat(updates()).extracting(entry -> entry.facts().get("text")).containsExactlyInAnyOrder("已接办", "已接办", "已退回");
    }

    @Test
    void press_ofANoticeAfterAnotherWasAnsweredSaysTheAnswerThatHolds() {
        stage.says("clerk", "发通知：本周五下午两点，街道三楼会议室，视察前碰头会，请林一代表参加");
        stage.says("clerk", "确认");
        stage.says("deputy", "[press 参加]");
        for (String press : List.of("[again 请假]", "[press 请假]")) {
            assertThat(stage.says("deputy", press).text()).contains("之前已参加", "视察前碰头会", "请发「请假」").doesNotContain("为您请假");
        }
        assertThat(stage.says("deputy", "[press 参加]").text()).as("what is held already").contains("您之前已参加，已经记下");
        assertThat(updates()).extracting(entry -> entry.facts().get("text")).containsOnly("已参加").hasSize(3);
        assertThat(stage.says("clerk", "参加情况").text()).contains("参加 1");
        stage.says("deputy", "请假");
        stage.says("deputy", "[press 参加]");
        assertThat(updates()).extracting(entry -> entry.facts().get("text")).containsOnlyOnce("已请假");
    }

    @Test
    void press_onWhatWasWithdrawnDecidesNothing() {
        filed();
        stage.says("holder", "DEPUTY-2");
        stage.says("resident", "撤回");
        stage.says("resident", "确认");
        for (String decision : List.of("接办", "退回", "延期")) {
            assertThat(stage.says("holder", "[press " + decision + " LZ20261123-0001]").text()).contains("不能由您接办、退回或延期");
        }
        assertThat(updates()).extracting(entry -> entry.facts().get("text")).as("nothing can be pressed any more").containsOnly("已失效")
                .hasSize(3);
    }

    private List<OutboxEntry> updates() {
        return stage.effects.outbox().stream().filter(entry -> entry.facts().containsKey(OutboundMessage.CARD)).toList();
    }

    @Test
    void letter_ofAReplyIsItsText() {
        assertThat(letter("reply", "wechat:demo:resident:1", "wechat:demo:resident", "1").orElseThrow().text()).isEqualTo("您好");
    }

    @Test
    void letter_ofANoticeHasItsWordsAndTheTwoAnswers() {
        stage.says("clerk", "发通知：本周五下午两点，街道三楼会议室，视察前碰头会，全体驻站代表必到");
        stage.says("clerk", "确认");
        var entry = stage.effects.outbox().getFirst();
        var whole = new BookLetters(account -> BOOK, Town::directory, new NoBindings(), new Causes(stage.effects, stage.effects,
                id -> Optional.of(new liaison.bot.notice.Broadcast(id, Person.parse("staff:C1"), "", List.of("S1"), "deputies", "视察前碰头会",
                        "11月27日", NOW, "三楼", NOW))),
                clock);
        var letter = whole.letter(entry).orElseThrow();
        assertThat(letter.text()).contains("视察前碰头会", "三楼");
        assertThat(letter.choices()).extracting(Choice::send).containsExactly("参加", "请假");
        assertThat(letters.letter(entry)).as("halted").isEmpty();
    }

    @Test
    void letter_ofANoticeWithoutATimeAsksNobodyToCome() {
        stage.says("clerk", "通知：因暴雨，视察活动取消，全体代表知悉");
        stage.says("clerk", "确认");
        var entry = stage.effects.outbox().getFirst();
        var whole = new BookLetters(account -> BOOK, Town::directory, new NoBindings(), new Causes(stage.effects, stage.effects,
                id -> Optional.of(new liaison.bot.notice.Broadcast(id, Person.parse("staff:C1"), "", List.of("S1"), "deputies", "视察活动取消",
                        "", Instant.MAX, "", NOW))),
                clock);
        var letter = whole.letter(entry).orElseThrow();
        assertThat(letter.text()).isEqualTo("通知：视察活动取消");
        assertThat(letter.choices()).isEmpty();
        assertThat(letter.fields()).containsEntry("when", "见内容").containsEntry("where", "见内容");
        assertThat(entry.expiresAt()).isAfter(NOW).isBefore(Instant.MAX);
    }

    private static final class NoBindings implements Bindings {
        @Override
        public Map<Person, List<Address>> addressesOf(Collection<Person> people) {
            return Map.of();
        }

        @Override
        public String issue(Person person) {
            return "";
        }
    }
}
