package liaison.gateway.wechat;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import liaison.bot.message.Recurrences;
import liaison.gateway.wechat.ApiCalls.Outcome;
import liaison.gateway.wechat.ErrorCodes.Verdict;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Calls with an account's token: counted, left alone where that makes sense, once more with a new token where the old one is refused. */
public final class Platform {
    private static final Logger LOG = LoggerFactory.getLogger(Platform.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final ApiCalls calls;
    private final AccessTokens tokens;
    private final Quotas quotas;
    private final Map<String, Long> restsUntil = new ConcurrentHashMap<>();
    private final Recurrences said = new Recurrences();

    public Platform(TokenStore tokens, Quotas quotas) {
        this(tokens, quotas, TIMEOUT);
    }

    Platform(TokenStore store, Quotas quotas, Duration timeout) {
        calls = new ApiCalls(timeout);
        tokens = new AccessTokens(store, calls, quotas);
        this.quotas = quotas;
    }

    /** Throws {@link NotReached} when the platform cannot have taken the call, as all of these do. */
    Reply post(ApiAccount account, Endpoint endpoint, JsonNode body) {
        return call(account, endpoint, token -> calls.post(uri(account, endpoint, token, Map.of()), body));
    }

    Reply get(ApiAccount account, Endpoint endpoint, Map<String, String> query) {
        return call(account, endpoint, token -> calls.get(uri(account, endpoint, token, query)));
    }

    Reply upload(ApiAccount account, MediaFile file) {
        return call(account, Endpoint.MEDIA_UPLOAD,
                token -> calls.upload(uri(account, Endpoint.MEDIA_UPLOAD, token, Map.of("type", file.kind())), file));
    }

    Reply download(ApiAccount account, String mediaId) {
        return call(account, Endpoint.MEDIA_GET,
                token -> calls.download(uri(account, Endpoint.MEDIA_GET, token, Map.of("media_id", mediaId))));
    }

    private Reply call(ApiAccount account, Endpoint endpoint, Function<String, Outcome> call) {
        String name = account.name() + " " + endpoint.code();
        if (rests(name)) {
            return new Reply.Refused(Verdict.BLOCKED, "resting", Instant.EPOCH);
        }
        String token = tokens.current(account);
        var closed = quotas.count(account.name(), endpoint);
        if (closed.isPresent()) {
            return new Reply.Refused(Verdict.BLOCKED, "quota", closed.get());
        }
        var outcome = call.apply(token);
        if (outcome instanceof Outcome.Answered answer && ErrorCodes.verdict(answer.code()) == Verdict.REFRESH) {
            outcome = call.apply(tokens.renewed(account, token));
        }
        return switch (outcome) {
            case Outcome.Answered answer when answer.code() == 0 -> new Reply.Done(answer.json());
            case Outcome.Answered answer -> refused(account, endpoint, answer);
            case Outcome.Found(var type, var content) -> new Reply.Found(type, content);
            case Outcome.Refused(var reason) -> {
                say(name, reason, "it was not let through");
                yield new Reply.Refused(Verdict.BACK_OFF, reason, Instant.EPOCH);
            }
            case Outcome.Unclear(var reason) -> {
                say(name, reason, "whether it was taken is unclear");
                yield new Reply.Unclear(reason);
            }
        };
    }

    /** When a message that was refused until then is to be tried again. */
    Instant nextLook(Instant until) {
        return quotas.nextLook(until);
    }

    private Reply refused(ApiAccount account, Endpoint endpoint, Outcome.Answered answer) {
        String name = account.name() + " " + endpoint.code();
        int code = answer.code();
        var verdict = ErrorCodes.verdict(code);
        var notBefore = ErrorCodes.isQuota(code) ? quotas.usedUp(account.name(), endpoint, code) : Instant.EPOCH;
        var rest = ErrorCodes.rest(code);
        if (rest.isPositive()) {
            restsUntil.put(name, System.nanoTime() + rest.toNanos());
            say(name, Integer.toString(code), "it is left alone for " + rest);
        } else if (!ErrorCodes.isKnown(code)) {
            say(name, Integer.toString(code), "a code that is not in our table");
        } else if (code != ErrorCodes.NO_MENU && !ErrorCodes.isQuota(code)) {
            say(name, Integer.toString(code), verdict.meaning());
        }
        return new Reply.Refused(verdict, code, Integer.toString(code), notBefore, answer.json());
    }

    /** A body may hold anything, so none of it is said. */
    private void say(String name, String reason, String meaning) {
        said.happened(name + " " + reason, often -> LOG.warn("{} answered {}: {}{}", name, reason, meaning, often));
    }

    private boolean rests(String name) {
        var until = restsUntil.get(name);
        return until != null && System.nanoTime() - until < 0;
    }

    private static URI uri(ApiAccount account, Endpoint endpoint, String token, Map<String, String> query) {
        var all = new TreeMap<>(query);
        all.put("access_token", token);
        return account.apiBase().resolve(endpoint.path() + "?" + all.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&")));
    }
}
