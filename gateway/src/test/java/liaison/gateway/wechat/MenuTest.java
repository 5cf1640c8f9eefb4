package liaison.gateway.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import liaison.gateway.wechat.Menu.Button;
import org.junit.jupiter.api.Test;

final class MenuTest {
    private static Button says(String name) {
        return new Button(name, "查进度", "", List.of());
    }

    private static Button lists(String name, Button... buttons) {
        return new Button(name, "", "", List.of(buttons));
    }

    @Test
    void json_isWhatThePlatformTakes() {
        var menu = new Menu(List.of(says("查进度"),
                lists("更多", new Button("网站", "", "https://example.org/a?b=c", List.of()), says("我的事项在办到哪一步了"))));
        assertThat(menu.json().toString()).isEqualTo("{\"button\":[{\"type\":\"click\",\"name\":\"查进度\",\"key\":\"查进度\"},"
                + "{\"name\":\"更多\",\"sub_button\":[{\"type\":\"view\",\"name\":\"网站\",\"url\":\"https://example.org/a?b=c\"},"
                + "{\"type\":\"click\",\"name\":\"我的事项在办到哪一步了\",\"key\":\"查进度\"}]}]}");
    }

    private static void refuses(String reason, Button... buttons) {
        assertThatThrownBy(() -> new Menu(List.of(buttons))).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(reason);
    }

    @Test
    void menu_thatThePlatformWouldRefuseIsRefusedWithTheReason() {
        refuses("a menu has 1 to 3 buttons, this one has 0");
        refuses("a menu has 1 to 3 buttons, this one has 4", says("一"), says("二"), says("三"), says("四"));
        refuses("the button 更多 lists 6 buttons, the most are 5", lists("更多", Collections.nCopies(6, says("一")).toArray(Button[]::new)));
        refuses("a button has no name", says(" "));
        refuses("the name of the button 我要反映问题 has 18 bytes, the most are 16 (three for a character of Chinese)", says("我要反映问题"));
        refuses("has 63 bytes, the most are 60", lists("更多", says("一".repeat(21))));
        refuses("the words of the button 查 has 129 bytes", new Button("查", "一".repeat(43), "", List.of()));
        refuses("the button 查 needs one of words, url and buttons, and no other", new Button("查", "", "", List.of()));
        refuses("the button 查 needs one of words", new Button("查", "查", "https://example.org", List.of()));
        refuses("the button 查 has a url that is no address", new Button("查", "", "javascript:1", List.of()));
        refuses("the button 里 is in a list", lists("更多", lists("里", says("查"))));
    }
}
