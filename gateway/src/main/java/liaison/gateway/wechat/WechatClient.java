package liaison.gateway.wechat;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import liaison.bot.message.OutboundMessage;
import liaison.bot.message.Sender;
import liaison.gateway.wechat.ApiCalls.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/** Sends customer-service and template messages of Official Accounts. */
public final class WechatClient implements Sender {
    private static final Logger LOG = LoggerFactory.getLogger(WechatClient.class);
    private static final String TALK = "/cgi-bin/message/custom/send";
    private static final String TEMPLATE = "/cgi-bin/message/template/send";
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private volatile Map<String, ApiAccount> accounts;
    private final ApiCalls calls;
    private final AccessTokens tokens;
    private final Map<String, Long> restsUntil = new ConcurrentHashMap<>();

    public WechatClient(Collection<ApiAccount> accounts, TokenStore store) {
        this(accounts, store, TIMEOUT);
    }

    WechatClient(Collection<ApiAccount> accounts, TokenStore store, Duration timeout) {
        this.accounts = named(accounts);
        calls = new ApiCalls(timeout);
        tokens = new AccessTokens(store, calls);
    }

    /** Calls with these from now on. */
    public void use(Collection<ApiAccount> newer) {
        accounts = named(newer);
    }

    private static Map<String, ApiAccount> named(Collection<ApiAccount> accounts) {
        return accounts.stream().filter(account -> !account.secret().isEmpty())
                .collect(Collectors.toUnmodifiableMap(ApiAccount::name, Function.identity()));
    }

    @Override
    public Result send(OutboundMessage message, Way way) {
        var account = accounts.get(message.to().channel().account());
        if (account == null) {
            return new Result.Rejected(Cause.NEVER, "no-account");
        }
        return switch (way) {
            case TALK -> Letterhead.talk(message).map(body -> send(account, TALK, body))
                    .orElseGet(() -> new Result.Rejected(Cause.OTHER_WAY, "no-words"));
            case TEMPLATE -> account.template(message.kind())
                    .map(template -> send(account, TEMPLATE, Letterhead.template(message, template)))
                    .orElseGet(() -> new Result.Rejected(Cause.OTHER_WAY, "no-template"));
        };
    }

    private Result send(ApiAccount account, String path, ObjectNode body) {
        String call = account.name() + path;
        if (rests(call)) {
            return new Result.Rejected(Cause.LATER, "resting");
        }
        String token = tokens.current(account);
        var outcome = calls.post(uri(account, path, token), body);
        if (refusedToken(outcome).isPresent()) {
            outcome = calls.post(uri(account, path, tokens.renewed(account, token)), body);
        }
        return switch (outcome) {
            case Outcome.Answered answer when answer.code() == 0 -> new Result.Delivered();
            case Outcome.Answered answer -> rejected(call, answer.code());
            case Outcome.Refused(var reason) -> new Result.Rejected(Cause.LATER, reason);
            case Outcome.Unclear(var reason) -> new Result.Unclear(reason);
        };
    }

    private Result rejected(String call, int code) {
        var rest = ErrorCodes.rest(code);
        if (rest.isPositive()) {
            restsUntil.put(call, System.nanoTime() + rest.toNanos());
            LOG.warn("{} answered {} and is left alone for {}", call, code, rest);
        }
        return new Result.Rejected(ErrorCodes.cause(code), Integer.toString(code));
    }

    private boolean rests(String call) {
        var until = restsUntil.get(call);
        return until != null && System.nanoTime() - until < 0;
    }

    private static Optional<Outcome> refusedToken(Outcome outcome) {
        return outcome instanceof Outcome.Answered answer && ErrorCodes.isToken(answer.code()) ? Optional.of(outcome) : Optional.empty();
    }

    private static URI uri(ApiAccount account, String path, String token) {
        return account.apiBase().resolve(path + "?access_token=" + URLEncoder.encode(token, StandardCharsets.UTF_8));
    }
}
