package liaison.gateway.wechat;

import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.List;
import java.util.function.Supplier;
import liaison.gateway.netty.Responses;

/** Lets through what is signed with one of the tokens, and answers the platform's question whether we know it. */
final class SignatureHandler extends SimpleChannelInboundHandler<FullHttpRequest> {
    private final Supplier<List<String>> tokens;
    private final Signature signature = new Signature();

    /** @param tokens asked at every request, so that they may change */
    SignatureHandler(Supplier<List<String>> tokens) {
        this.tokens = tokens;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, FullHttpRequest request) {
        Query query = new Query(request.uri());
        if (request.method().equals(HttpMethod.POST)) {
            check(query);
            ctx.fireChannelRead(new SignedRequest(query, ByteBufUtil.getBytes(request.content())));
        } else if (request.method().equals(HttpMethod.GET)) {
            check(query);
            ctx.writeAndFlush(Responses.of(HttpResponseStatus.OK, Responses.TEXT, ByteBufUtil.writeUtf8(ctx.alloc(), echo(query))));
        } else {
            throw new Refused(HttpResponseStatus.METHOD_NOT_ALLOWED, "neither GET nor POST");
        }
    }

    private void check(Query query) {
        String claimed = query.get("signature");
        String timestamp = query.get("timestamp");
        String nonce = query.get("nonce");
        for (String token : tokens.get()) {
            if (signature.matches(claimed, token, timestamp, nonce)) {
                return;
            }
        }
        throw Refused.foreign("wrong signature");
    }

    private static String echo(Query query) {
        String echo = query.get("echostr");
        if (echo.isEmpty()) {
            throw Refused.malformed("nothing to echo");
        }
        return echo;
    }
}
