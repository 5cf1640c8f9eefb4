package liaison.gateway;

import java.util.Optional;
import liaison.bot.media.MediaSource;
import liaison.bot.message.Address;
import liaison.bot.message.Sender.Cause;
import liaison.gateway.wechat.ApiAccount;
import liaison.gateway.wechat.MediaFiles;
import liaison.gateway.wechat.NotReached;
import liaison.gateway.wecom.WecomFiles;
import liaison.gateway.wecom.WecomPipeline;

/** Asks the platform of the account that somebody wrote to, with that account's keys as they are now. */
final class AccountMedia implements MediaSource {
    private final LiveAccounts accounts;
    private final MediaFiles official;
    private final WecomFiles wecom;

    AccountMedia(LiveAccounts accounts, MediaFiles official, WecomFiles wecom) {
        this.accounts = accounts;
        this.official = official;
        this.wecom = wecom;
    }

    @Override
    public Fetched fetch(Address sender, String mediaId) {
        try {
            return ask(sender, mediaId);
        } catch (NotReached failure) {
            return new Fetched.Later(String.valueOf(failure.getMessage()));
        }
    }

    private Fetched ask(Address sender, String mediaId) {
        String name = sender.channel().account();
        var now = accounts.now();
        return switch (sender.channel().kind()) {
            case "wechat" -> Optional.ofNullable(now.named().get(name)).map(account -> WechatConfiguration.account(name, account))
                    .filter(account -> !account.secret().isEmpty()).map(account -> fetched(account, mediaId))
                    .orElseGet(AccountMedia::noSecret);
            case WecomPipeline.KIND -> Optional.ofNullable(now.wecom().get(name)).map(account -> WecomConfiguration.app(name, account))
                    .filter(account -> !account.secret().isEmpty()).map(account -> fetched(wecom.fetch(account, mediaId)))
                    .orElseGet(AccountMedia::noSecret);
            default -> new Fetched.Never("no-channel");
        };
    }

    private Fetched fetched(ApiAccount account, String mediaId) {
        return fetched(official.fetch(account, mediaId));
    }

    /** Three days are time enough to set one. */
    private static Fetched noSecret() {
        return new Fetched.Later("no-secret");
    }

    static Fetched fetched(MediaFiles.Fetched fetched) {
        return switch (fetched) {
            case MediaFiles.Fetched.File(var type, var content) -> new Fetched.Content(content);
            case MediaFiles.Fetched.Failed(var cause, var reason) when reason.equals("too-long") -> new Fetched.TooLong();
            case MediaFiles.Fetched.Failed(var cause, var reason) when cause == Cause.LATER || cause == Cause.BLOCKED ->
                new Fetched.Later(reason);
            case MediaFiles.Fetched.Failed(var cause, var reason) -> new Fetched.Never(reason);
        };
    }
}
