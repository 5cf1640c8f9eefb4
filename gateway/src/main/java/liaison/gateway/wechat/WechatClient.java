package liaison.gateway.wechat;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import liaison.bot.message.Address;
import liaison.bot.message.OutboundMessage;
import liaison.bot.message.Sender;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends customer-service, template and subscription messages of Official Accounts. */
public final class WechatClient implements Sender {
    private static final Logger LOG = LoggerFactory.getLogger(WechatClient.class);

    private final Platform platform;
    private final Windows windows;
    private volatile Map<String, ApiAccount> accounts;

    public WechatClient(Collection<ApiAccount> accounts, Platform platform, Windows windows) {
        this.accounts = named(accounts);
        this.platform = platform;
        this.windows = windows;
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
            case TALK -> Letterhead.words(message).map(words -> talk(account, message.to(), words)).orElseGet(() -> otherWay("no-words"));
            case TEMPLATE -> account.template(message.kind())
                    .map(template -> shown(message, template,
                            () -> told(platform.post(account, Endpoint.TEMPLATE, Letterhead.template(message, template)))))
                    .orElseGet(() -> otherWay("no-template"));
            case SUBSCRIBE -> account.subscription(message.kind())
                    .map(template -> shown(message, template,
                            () -> result(platform.post(account, Endpoint.SUBSCRIBE, Letterhead.subscribed(message, template)))))
                    .orElseGet(() -> otherWay("no-subscription"));
        };
    }

    /** A template in which nothing would stand tells nobody anything; one without its time is refused. */
    private static Result shown(OutboundMessage message, ApiAccount.Template template, Supplier<Result> call) {
        return Letterhead.unfit(message, template).map(WechatClient::otherWay).orElseGet(call);
    }

    /** Of a template an event tells later whether it was shown. */
    private Result told(Reply reply) {
        return reply instanceof Reply.Done(var json) ? new Result.Delivered(json.path("msgid").asString("")) : result(reply);
    }

    /** Says something to somebody whose window is open. */
    public Result say(Address to, Talk talk) {
        return Optional.ofNullable(accounts.get(to.channel().account())).map(account -> talk(account, to, talk))
                .orElseGet(() -> new Result.Rejected(Cause.NEVER, "no-account"));
    }

    /** Shows that an answer is being written, or no longer is. It is worth no second try and no word when it fails. */
    public void typing(Address to, boolean on) {
        var account = accounts.get(to.channel().account());
        if (account != null) {
            try {
                platform.post(account, Endpoint.TYPING, Letterhead.typing(to.id(), on));
            } catch (NotReached e) {
                LOG.debug("{} could not show that it is typing: {}", account, e.getMessage());
            }
        }
    }

    private Result talk(ApiAccount account, Address to, Talk talk) {
        var place = windows.take(to);
        if (place.isEmpty()) {
            return otherWay("window-closed");
        }
        Reply reply;
        try {
            reply = platform.post(account, Endpoint.TALK, Letterhead.talk(to.id(), talk));
        } catch (NotReached e) {
            windows.giveBack(place.get());
            throw e;
        }
        if (reply instanceof Reply.Refused refused) {
            if (ErrorCodes.isClosed(refused.code())) {
                windows.close(place.get());
            } else {
                windows.giveBack(place.get());
            }
        }
        return result(reply);
    }

    private Result result(Reply reply) {
        return switch (reply) {
            case Reply.Done done -> new Result.Delivered();
            case Reply.Refused refused -> new Result.Rejected(refused.verdict().cause(), refused.reason(),
                    platform.nextLook(refused.notBefore()));
            case Reply.Unclear(var reason) -> new Result.Unclear(reason);
            case Reply.Found found -> new Result.Unclear("no-json");
        };
    }

    private static Result otherWay(String reason) {
        return new Result.Rejected(Cause.OTHER_WAY, reason);
    }
}
