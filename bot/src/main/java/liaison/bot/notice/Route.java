package liaison.bot.notice;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import liaison.bot.message.Address;
import liaison.bot.message.Sender.Way;

/** One way to one address, written {@code template wechat:demo:OPENID}. */
record Route(Address to, Way way) {
    private static final String CHAT = "chat";
    private static final String WECOM = "wecom";
    private static final List<Way> TALK_FIRST = List.of(Way.TALK, Way.TEMPLATE, Way.SUBSCRIBE);
    private static final List<Way> TEMPLATE_FIRST = List.of(Way.TEMPLATE, Way.SUBSCRIBE, Way.TALK);

    static Optional<Route> parse(String text) {
        int blank = text.indexOf(' ');
        return blank < 0
                ? Optional.empty()
                : Optional.of(new Route(Address.parse(text.substring(blank + 1)),
                        Way.valueOf(text.substring(0, blank).toUpperCase(java.util.Locale.ROOT))));
    }

    /** The web chat is one journal row, and WeCom has one call that drops what comes twice, whichever way is asked for. */
    static Stream<Route> to(Address address, boolean templateFirst) {
        if (address.channel().kind().equals(CHAT)) {
            return Stream.of(new Route(address, Way.TALK));
        }
        if (address.channel().kind().equals(WECOM)) {
            return Stream.of(new Route(address, Way.TEMPLATE));
        }
        return (templateFirst ? TEMPLATE_FIRST : TALK_FIRST).stream().map(way -> new Route(address, way));
    }

    /** Whether the other side drops a repeat under the same key: for ever, or for some minutes. */
    boolean isKeyed() {
        return isChat() || way == Way.TEMPLATE;
    }

    boolean isChat() {
        return to.channel().kind().equals(CHAT);
    }

    @Override
    public String toString() {
        return way.name().toLowerCase(java.util.Locale.ROOT) + " " + to;
    }
}
