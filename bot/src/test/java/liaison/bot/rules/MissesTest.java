package liaison.bot.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import liaison.bot.dialog.Miss;
import liaison.bot.dialog.RuleBook;
import liaison.bot.dialog.Scopes;
import liaison.bot.message.Channel;
import liaison.bot.message.OutboundMessage.Choice;
import org.junit.jupiter.api.Test;

/** What a clerk learns of those whom nothing reached. */
final class MissesTest {
    private static final RuleBook BOOK = BookReader.read(RuleFiles.shipped(), Stage.TIMES);
    private static final Channel DEMO = new Channel("wechat", "demo");

    private final Stage stage = new Stage(BOOK);

    @Test
    void more_goesOnBehindWhatWasShown() {
        int all = Miss.MOST + 2;
        for (int i = 0; i < all; i++) {
            stage.says("resident" + i, "锦绣苑的路灯坏了三天了");
            stage.says("resident" + i, "确认");
        }
        var first = stage.says("clerk", "谁没通知到");
        assertThat(first.text()).contains("还有 2 条").contains("给苏二代表");
        assertThat(first.choices()).containsExactly(new Choice("更多没通知到", "更多没通知到"));
        assertThat(lines(first.text())).hasSize(Miss.MOST);
        var rest = stage.says("clerk", "更多没通知到").text();
        assertThat(lines(rest)).hasSize(2).doesNotContainAnyElementsOf(lines(first.text()));
        assertThat(rest).doesNotContain("还有");
    }

    private static List<String> lines(String text) {
        return text.lines().filter(line -> line.startsWith("·")).toList();
    }

    @Test
    void answer_toSomebodyWhoFiledNothingIsShownWhereSheBelongs() {
        stage.says("clerk2", "CLERK-22");
        stage.says("scanned", "[event subscribe qrscene_S2]");
        stage.untold("scanned", 1);
        stage.missed("unknown cut");
        assertThat(stage.says("clerk2", "谁没通知到").text()).contains("答复，给居民，1 次：发的时候线路断了");
        assertThat(stage.says("clerk", "谁没通知到").text()).contains("没有通知不到的");
    }

    @Test
    void answer_toSomebodyOfNoStationIsTheFirstStationsWhoseStaffIsToldOfHerToo() {
        stage.says("clerk2", "CLERK-22");
        stage.says("stranger", "你好");
        stage.untold("stranger", 1);
        stage.missed("failed 43004");
        assertThat(stage.says("clerk", "谁没通知到").text()).contains("答复，给居民，1 次：已经取消关注");
        assertThat(stage.says("clerk2", "谁没通知到").text()).contains("没有通知不到的");
    }

    @Test
    void answer_toSomebodyOfNoStationIsTheAccountsOwnStations() {
        Scopes second = account -> account.equals(DEMO) ? List.of("S2") : List.of();
        var scoped = new Stage(BOOK, second);
        scoped.says("clerk2", "CLERK-22");
        scoped.says("stranger", "转人工");
        assertThat(scoped.effects.outbox()).extracting(entry -> entry.recipient()).as("and so is she, when she wants somebody")
                .containsExactly("staff:C2");
        scoped.untold("stranger", 1);
        scoped.missed("unknown cut");
        assertThat(scoped.says("clerk2", "谁没通知到").text()).contains("答复，给居民，1 次");
        assertThat(scoped.says("clerk", "谁没通知到").text()).contains("没有通知不到的");
    }

    @Test
    void answer_toADeputyIsHersByName() {
        stage.says("member", "DEPUTY-4");
        stage.says("clerk2", "CLERK-22");
        stage.untold("member", 1);
        stage.missed("unknown cut");
        assertThat(stage.says("clerk2", "谁没通知到").text()).contains("答复，给吴四代表，1 次");
        assertThat(stage.says("clerk", "谁没通知到").text()).contains("没有通知不到的");
    }

    @Test
    void whatNoLetterCouldBeMadeOf_isSaidToBeOurs() {
        stage.says("resident", "锦绣苑的路灯坏了三天了");
        stage.says("resident", "确认");
        for (String state : List.of("pending", "failed")) {
            stage.missed(state + " no-letter");
            assertThat(stage.says("clerk", "谁没通知到").text()).contains("转办，给苏二代表", "系统没能写出这一条").doesNotContain("代码");
        }
    }

    @Test
    void update_ofACardIsNoAnswer() {
        stage.says("resident", "锦绣苑的路灯坏了三天了");
        stage.says("resident", "确认");
        stage.says("holder", "DEPUTY-2");
        stage.says("holder", "[press 接办 LZ20261123-0001]");
        stage.missed("unknown cut");
        assertThat(stage.says("clerk", "谁没通知到").text()).contains("LZ20261123-0001 转办").doesNotContain("答复，给苏二");
    }
}
