package liaison.gateway.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import liaison.gateway.wechat.Followers.Follower;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Menu, codes and followers: what somebody asks for who waits for the answer. */
final class AccountThingsTest {
    private final TinyApi api = new TinyApi();
    private final Platform platform = new Wire().platform(Duration.ofSeconds(5));
    private final ApiAccount account = Wire.account(api.base());
    private final Menus menus = new Menus(platform);
    private final StationCodes codes = new StationCodes(platform);

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void menu_isPublishedWithTheKeysThatTheBotKnows() {
        menus.publish(account, Optional.empty());
        assertThat(api.paths).containsExactly("/cgi-bin/menu/create");
        var buttons = Menus.shipped().path("button");
        assertThat(buttons).extracting(one -> one.path("key").asString()).containsExactly("REPORT", "MY_REQUESTS", "MY_DEPUTY");
        assertThat(buttons).extracting(one -> one.path("name").asString()).containsExactly("我要反映", "我的事项", "找代表");
        assertThat(buttons).allMatch(one -> one.path("type").asString().equals("click"));
        assertThat(api.bodies.getFirst()).isEqualTo(Menus.shipped().toString());
    }

    @Test
    void menu_ofAnAccountIsPublishedInPlaceOfTheShippedOne() {
        var own = new Menu(List.of(new Menu.Button("查进度", "查进度", "", List.of())));
        menus.publish(account, Optional.of(own));
        assertThat(api.bodies).containsExactly(own.json().toString());
    }

    @Test
    void menu_isShownAndDeleted() {
        api.then(200, "{\"menu\":{\"button\":[]}}");
        api.then(46003);
        assertThat(menus.show(account)).contains("{\"menu\":{\"button\":[]}}");
        assertThat(menus.show(account)).isEmpty();
        menus.delete(account);
        assertThat(api.paths).containsExactly("/cgi-bin/menu/get", "/cgi-bin/menu/get", "/cgi-bin/menu/delete");
        api.then(48001);
        assertThatThrownBy(() -> menus.show(account)).isInstanceOf(CallFailed.class).hasMessageContaining("48001");
    }

    @Test
    void menu_whoseDayIsUsedUpSaysSoUntilWhenAndWhatToDo() {
        api.then(45009);
        String words = "the platform answered 45009, today's calls of this kind are used up: none is made before 2026-11-24T00:00+08:00";
        assertThatThrownBy(() -> menus.publish(account, Optional.empty())).isInstanceOf(CallFailed.class).hasMessageStartingWith(words)
                .hasMessageContaining("try again then");
        assertThatThrownBy(() -> menus.publish(account, Optional.empty())).as("the same before the platform is asked")
                .hasMessageStartingWith(words);
        assertThat(api.paths).hasSize(1);
    }

    @Test
    void code_carriesTheStationAsItsScene() {
        api.then(200, "{\"ticket\":\"t\",\"url\":\"http://weixin.qq.com/q/1\"}");
        api.then(200, "{\"ticket\":\"t\",\"expire_seconds\":60,\"url\":\"http://weixin.qq.com/q/2\"}");
        assertThat(codes.permanent(account, "S1")).isEqualTo("http://weixin.qq.com/q/1");
        assertThat(codes.temporary(account, "S1", Duration.ofMinutes(1))).isEqualTo("http://weixin.qq.com/q/2");
        assertThat(api.bodies).containsExactly(
                "{\"action_name\":\"QR_LIMIT_STR_SCENE\",\"action_info\":{\"scene\":{\"scene_str\":\"S1\"}}}",
                "{\"action_name\":\"QR_STR_SCENE\",\"expire_seconds\":60,\"action_info\":{\"scene\":{\"scene_str\":\"S1\"}}}");
    }

    @Test
    void code_thatCannotBeIsNotAskedFor() {
        assertThatThrownBy(() -> codes.permanent(account, "")).hasMessageContaining("1 to 64");
        assertThatThrownBy(() -> codes.permanent(account, "s".repeat(65))).hasMessageContaining("1 to 64");
        assertThatThrownBy(() -> codes.temporary(account, "S1", StationCodes.LONGEST.plusSeconds(1))).hasMessageContaining("30 days");
        assertThat(api.paths).isEmpty();
    }

    @Test
    void follower_isFoundWithTheScene() {
        api.then(200, "{\"subscribe\":1,\"openid\":\"o1\",\"nickname\":\"名\",\"subscribe_time\":1700000000,\"qr_scene_str\":\"S1\"}");
        api.then(200, "{\"subscribe\":0,\"openid\":\"o1\",\"tagid_list\":[]}");
        var followers = new Followers(platform);
        assertThat(followers.find(account, "o1")).isEqualTo(new Follower(true, Instant.ofEpochSecond(1_700_000_000), "S1"));
        assertThat(followers.find(account, "o1")).isEqualTo(new Follower(false, Instant.EPOCH, ""));
        assertThat(api.queries.getFirst()).isEqualTo("access_token=T1&lang=zh_CN&openid=o1");
    }
}
