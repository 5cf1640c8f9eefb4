package liaison.gateway.wechat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The menu under an account's chat. */
public final class Menus {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SHIPPED = "menu.json";

    private final Platform platform;

    public Menus(Platform platform) {
        this.platform = platform;
    }

    /** The menu as JSON, empty where there is none; throws {@link CallFailed}, as all of these do. */
    public Optional<String> show(ApiAccount account) {
        var reply = platform.get(account, Endpoint.MENU_GET, Map.of());
        boolean none = reply instanceof Reply.Refused refused && refused.code() == ErrorCodes.NO_MENU;
        return none ? Optional.empty() : Optional.of(Reply.mustBeDone(reply).toString());
    }

    /** Publishes the account's own menu, else the shipped one; phones show it within a day, at once to who follows anew. */
    public void publish(ApiAccount account, Optional<Menu> own) {
        Reply.mustBeDone(platform.post(account, Endpoint.MENU_CREATE, own.map(Menu::json).orElseGet(Menus::shipped)));
    }

    public void delete(ApiAccount account) {
        Reply.mustBeDone(platform.get(account, Endpoint.MENU_DELETE, Map.of()));
    }

    static JsonNode shipped() {
        try (var in = Objects.requireNonNull(Menus.class.getResourceAsStream(SHIPPED))) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
