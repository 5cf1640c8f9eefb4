package liaison.gateway.wechat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import liaison.bot.message.Recurrences;
import liaison.gateway.wechat.ApiCalls.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** One access token an account for all nodes: fetched by one of them while the others wait for it. */
public final class AccessTokens {
    private static final Logger LOG = LoggerFactory.getLogger(AccessTokens.class);
    private static final Duration FETCH = Duration.ofSeconds(15);
    private static final Duration WAIT = Duration.ofSeconds(6);
    private static final Duration STEP = Duration.ofMillis(50);
    /** The platform allows a forced renewal every 30 s, and 20 a day. */
    private static final Duration FORCED_APART = Duration.ofSeconds(31);
    private static final Duration EARLY = Duration.ofMinutes(5);
    private static final Duration SHORTEST = Duration.ofSeconds(30);

    /** After a fetch that failed nobody asks again for so long: whoever has something to send would ask, one after the other. */
    private static final Duration REST = Duration.ofSeconds(1);

    private final Map<String, Long> restsUntil = new ConcurrentHashMap<>();
    private final Recurrences failures = new Recurrences();
    private final TokenStore store;
    private final Fetch fetch;

    AccessTokens(TokenStore store, ApiCalls calls, Quotas quotas) {
        this(store, (account, force) -> stable(account, force, calls, quotas));
    }

    /** Tokens of another platform, fetched its way. */
    public AccessTokens(TokenStore store, Fetch fetch) {
        this.store = store;
        this.fetch = fetch;
    }

    /** Asks the platform for a token; forced means another one than it gave last. Throws {@link NotReached}. */
    public interface Fetch {
        Outcome token(ApiAccount account, boolean force);
    }

    public String current(ApiAccount account) {
        return store.token(account.name()).orElseGet(() -> fetched(account, ""));
    }

    /** Another token than the one that was refused. */
    public String renewed(ApiAccount account, String refused) {
        store.expire(account.name(), refused);
        return fetched(account, refused);
    }

    private String fetched(ApiAccount account, String refused) {
        String claim = "token:" + account.name();
        long deadline = System.nanoTime() + WAIT.toNanos();
        while (true) {
            var held = held(account, refused);
            if (held.isPresent()) {
                return held.get();
            }
            if (isResting(account)) {
                throw new NotReached("no-token");
            }
            if (store.claim(claim, FETCH)) {
                break;
            }
            if (System.nanoTime() - deadline > 0) {
                throw new NotReached("no-token");
            }
            LockSupport.parkNanos(STEP.toNanos());
        }
        try {
            return held(account, refused).orElseGet(() -> fetch(account, refused));
        } catch (NotReached failure) {
            failures.happened(account.name() + " " + failure.getMessage(), often -> LOG.warn(
                    "no access token for {}, what waits for it is sent later: {}{}", account.name(), failure.getMessage(), often));
            restsUntil.merge(account.name(), System.nanoTime() + REST.toNanos(), (one, other) -> one - other > 0 ? one : other);
            throw failure;
        } finally {
            store.release(claim);
        }
    }

    private boolean isResting(ApiAccount account) {
        Long until = restsUntil.get(account.name());
        return until != null && System.nanoTime() - until < 0;
    }

    private Optional<String> held(ApiAccount account, String refused) {
        return store.token(account.name()).filter(token -> !token.equals(refused));
    }

    private String fetch(ApiAccount account, String refused) {
        var answer = call(account, false);
        if (answer.path("access_token").asString("").equals(refused)) {
            if (!store.claim("force:" + account.name(), FORCED_APART)) {
                throw new NotReached("token-just-renewed");
            }
            answer = call(account, true);
        }
        String token = answer.path("access_token").asString("");
        if (token.isEmpty()) {
            int code = answer.path("errcode").asInt(0);
            restsUntil.put(account.name(), System.nanoTime() + ErrorCodes.rest(code).toNanos());
            throw new NotReached("token-" + code);
        }
        var lives = Duration.ofSeconds(answer.path("expires_in").asLong(0)).minus(EARLY);
        store.keep(account.name(), token, lives.compareTo(SHORTEST) < 0 ? SHORTEST : lives);
        return token;
    }

    private JsonNode call(ApiAccount account, boolean force) {
        return switch (fetch.token(account, force)) {
            case Outcome.Answered(var json) -> json;
            case Outcome.Found found -> throw new NotReached("no-json");
            case Outcome.Refused(var reason) -> throw new NotReached(reason);
            // asking for the same token again harms nobody
            case Outcome.Unclear(var reason) -> throw new NotReached(reason);
        };
    }

    private static Outcome stable(ApiAccount account, boolean force, ApiCalls calls, Quotas quotas) {
        var endpoint = force ? Endpoint.FORCED_TOKEN : Endpoint.TOKEN;
        if (!force) {
            quotas.count(account.name(), endpoint);
        } else if (!quotas.isLeft(account.name(), endpoint)) {
            return new Outcome.Refused("token-renewed-too-often-today");
        }
        var body = JsonNodeFactory.instance.objectNode().put("grant_type", "client_credential").put("appid", account.appid())
                .put("secret", account.secret()).put("force_refresh", force);
        return calls.post(account.apiBase().resolve(endpoint.path()), body);
    }
}
