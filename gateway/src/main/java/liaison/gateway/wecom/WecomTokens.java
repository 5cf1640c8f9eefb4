package liaison.gateway.wecom;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import liaison.gateway.wechat.AccessTokens;
import liaison.gateway.wechat.ApiAccount;
import liaison.gateway.wechat.ApiCalls;
import liaison.gateway.wechat.ApiCalls.Outcome;
import liaison.gateway.wechat.TokenStore;

/** Tokens of apps, and the addresses that are called with them. */
final class WecomTokens {
    private static final String TOKEN = "/cgi-bin/gettoken";

    private final ApiCalls calls;
    private final AccessTokens tokens;

    WecomTokens(TokenStore store, ApiCalls calls) {
        this.calls = calls;
        tokens = new AccessTokens(store, this::token);
    }

    String current(WecomAccount account) {
        return tokens.current(caller(account));
    }

    /** Another token than the one that was refused. */
    String renewed(WecomAccount account, String refused) {
        return tokens.renewed(caller(account), refused);
    }

    static URI uri(WecomAccount account, String path, String token) {
        return account.apiBase().resolve(path + (path.indexOf('?') < 0 ? '?' : '&') + "access_token=" + encoded(token));
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** Tokens of both platforms lie in one store; a name of ours has no dot. */
    private static ApiAccount caller(WecomAccount account) {
        return new ApiAccount(WecomPipeline.KIND + "." + account.name(), account.corpid(), account.secret(), account.apiBase(), Map.of());
    }

    /** The platform gives the same token as long as it is good, and cannot be made to give another. */
    private Outcome token(ApiAccount caller, boolean force) {
        return force
                ? new Outcome.Refused("token-just-renewed")
                : calls.get(
                        caller.apiBase().resolve(TOKEN + "?corpid=" + encoded(caller.appid()) + "&corpsecret=" + encoded(caller.secret())));
    }
}
