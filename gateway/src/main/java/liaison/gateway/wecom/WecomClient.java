package liaison.gateway.wecom;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import liaison.bot.message.OutboundMessage;
import liaison.bot.message.Recurrences;
import liaison.bot.message.Sender;
import liaison.gateway.wechat.ApiCalls;
import liaison.gateway.wechat.ApiCalls.Outcome;
import liaison.gateway.wechat.TokenStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sends words and cards to members, one a call, and updates cards that were pressed. The platform drops what it gets twice within half
 * an hour, so a call whose end is unclear may be made again.
 */
public final class WecomClient implements Sender {
    private static final Logger LOG = LoggerFactory.getLogger(WecomClient.class);
    private static final String SEND = "/cgi-bin/message/send";
    private static final String UPDATE = "/cgi-bin/message/update_template_card";
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final ApiCalls calls;
    private final WecomTokens tokens;
    private final Pace pace;
    private final Map<String, Long> restsUntil = new ConcurrentHashMap<>();
    private final Recurrences said = new Recurrences();
    private volatile Map<String, WecomAccount> accounts;

    public WecomClient(Collection<WecomAccount> accounts, TokenStore store, Pace pace) {
        this(accounts, store, pace, TIMEOUT);
    }

    WecomClient(Collection<WecomAccount> accounts, TokenStore store, Pace pace, Duration timeout) {
        this.accounts = named(accounts);
        this.pace = pace;
        calls = new ApiCalls(timeout);
        tokens = new WecomTokens(store, calls);
    }

    /** Calls with these from now on. */
    public void use(Collection<WecomAccount> newer) {
        accounts = named(newer);
    }

    private static Map<String, WecomAccount> named(Collection<WecomAccount> accounts) {
        return accounts.stream().filter(account -> !account.secret().isEmpty())
                .collect(Collectors.toUnmodifiableMap(WecomAccount::name, Function.identity()));
    }

    /** Either way is the same here. */
    @Override
    public Result send(OutboundMessage message, Way way) {
        var account = accounts.get(message.to().channel().account());
        if (account == null) {
            return new Result.Rejected(Cause.NEVER, "no-account");
        }
        if (message.text().isBlank()) {
            return new Result.Rejected(Cause.NEVER, "no-words");
        }
        String code = message.fields().getOrDefault(OutboundMessage.CARD, "");
        return code.isEmpty()
                ? send(account, SEND, WecomLetterhead.message(message, account.agentId()), () -> pace.admits(message.to(), message.key()))
                : once(send(account, UPDATE, WecomLetterhead.update(message, code, account.agentId()), () -> true));
    }

    /** A code for an update that is used up or too old does not come back. */
    private static Result once(Result result) {
        return result instanceof Result.Rejected rejected && rejected.cause() == Cause.OTHER_WAY
                ? new Result.Rejected(Cause.NEVER, rejected.reason())
                : result;
    }

    private Result send(WecomAccount account, String path, ObjectNode body, BooleanSupplier admitted) {
        String call = account.name() + path;
        if (rests(call)) {
            return new Result.Rejected(Cause.BLOCKED, "resting");
        }
        String token = tokens.current(account);
        if (!admitted.getAsBoolean()) {
            return new Result.Rejected(Cause.BLOCKED, "paced");
        }
        var outcome = calls.post(WecomTokens.uri(account, path, token), body);
        if (outcome instanceof Outcome.Answered answer && WecomCodes.isToken(answer.code())) {
            outcome = calls.post(WecomTokens.uri(account, path, tokens.renewed(account, token)), body);
        }
        return switch (outcome) {
            case Outcome.Answered answer when answer.code() == 0 -> taken(call, answer.json());
            case Outcome.Answered answer -> rejected(call, answer.code());
            case Outcome.Found file -> new Result.Unclear("no-json");
            case Outcome.Refused(var reason) -> {
                say(call, reason, "it was not let through");
                yield new Result.Rejected(Cause.LATER, reason);
            }
            case Outcome.Unclear(var reason) -> {
                say(call, reason, "whether it was taken is unclear");
                yield new Result.Unclear(reason);
            }
        };
    }

    /** Accepted for nobody is not accepted. */
    private Result taken(String call, JsonNode answer) {
        boolean nobody = isNamed(answer.path("invaliduser")) || isNamed(answer.path("unlicenseduser"));
        if (nobody) {
            say(call, "invaliduser", "the member is unknown, or has no license for the app");
        }
        return nobody ? new Result.Rejected(Cause.NEVER, "invalid-user") : new Result.Delivered();
    }

    private static boolean isNamed(JsonNode users) {
        return users.isArray() ? !users.isEmpty() : !users.asString("").isBlank();
    }

    private Result rejected(String call, int code) {
        var rest = WecomCodes.rest(code);
        if (rest.isPositive()) {
            restsUntil.put(call, System.nanoTime() + rest.toNanos());
            say(call, Integer.toString(code), "it is left alone for " + rest);
        } else {
            say(call, Integer.toString(code), switch (WecomCodes.cause(code)) {
                case LATER, BLOCKED -> "it is tried again later";
                case OTHER_WAY -> "this way is closed";
                case NEVER -> "it is not tried again";
            });
        }
        return new Result.Rejected(WecomCodes.cause(code), Integer.toString(code));
    }

    /** A body may hold anything, so none of it is said. */
    private void say(String call, String reason, String meaning) {
        said.happened(call + " " + reason, often -> LOG.warn("WeCom {} answered {}: {}{}", call, reason, meaning, often));
    }

    private boolean rests(String call) {
        var until = restsUntil.get(call);
        return until != null && System.nanoTime() - until < 0;
    }
}
