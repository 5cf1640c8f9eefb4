package liaison.bot.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import liaison.bot.dialog.RuleBook;
import org.junit.jupiter.api.Test;

/** Where residents of an account belong that is for some stations. */
final class ScopeTest {
    private static final RuleBook BOOK = BookReader.read(RuleFiles.shipped(), Stage.TIMES);

    private static Stage account(String... stations) {
        return new Stage(BOOK, account -> account.account().equals("demo") ? List.of(stations) : List.of());
    }

    private static String station(Stage stage, String... said) {
        List.of(said).forEach(words -> stage.says("resident", words));
        return stage.effects.requests().getLast().station();
    }

    @Test
    void place_ofThatNameWithinTheAccountIsMeant() {
        assertThat(new Stage(BOOK).says("resident", "梧桐里的路灯坏了三天了").text()).contains("哪");
        assertThat(station(account("S2"), "梧桐里的路灯坏了三天了", "确认")).isEqualTo("S2");
        assertThat(station(account("S1"), "梧桐里的路灯坏了三天了", "确认")).isEqualTo("S1");
    }

    @Test
    void place_thatNobodyKnowsBelongsToTheAccount() {
        assertThat(station(account("S2"), "我们这里的路灯坏了三天了", "老槐树底下", "确认")).isEqualTo("S2");
    }

    @Test
    void place_elsewhereIsStillItsOwnStations() {
        assertThat(station(account("S2"), "锦绣苑的路灯坏了三天了", "确认")).isEqualTo("S1");
    }

    @Test
    void station_thatTheDirectoryLacksDoesNoHarm() {
        assertThat(station(account("NOWHERE"), "锦绣苑的路灯坏了三天了", "确认")).isEqualTo("S1");
    }

    @Test
    void station_scannedLaterCountsMoreThanTheAccounts() {
        var stage = account("S2");
        stage.says("resident", "[event SCAN S1]");
        assertThat(station(stage, "我们这里的路灯坏了三天了", "老槐树底下", "确认")).isEqualTo("S1");
    }
}
