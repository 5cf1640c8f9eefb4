package liaison.gateway.wecom;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.util.HashMap;
import java.util.Map;
import liaison.gateway.wechat.Received;

/** Gives what the platform says by itself, and not for a member, the sender that it names elsewhere: {@code sys}. */
final class SystemEventHandler extends SimpleChannelInboundHandler<Received> {
    private static final String SENDER = "FromUserName";
    private static final String TYPE = "MsgType";
    private static final String INFO = "InfoType";
    private static final String EVENT = "event";
    private static final String SYSTEM = "sys";

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, Received received) {
        ctx.fireChannelRead(received.field(SENDER).isEmpty() ? named(received) : received);
    }

    /** A message without a sender is none, whatever its type. */
    private static Received named(Received received) {
        boolean info = received.field(TYPE).isEmpty() && !received.field(INFO).isEmpty();
        if (!info && !received.field(TYPE).equals(EVENT)) {
            return received;
        }
        Map<String, String> fields = new HashMap<>(received.fields());
        fields.put(SENDER, SYSTEM);
        if (info) {
            fields.put(TYPE, EVENT);
            fields.put("Event", received.field(INFO));
            fields.putIfAbsent("ToUserName", SYSTEM);
        }
        return new Received(fields);
    }
}
