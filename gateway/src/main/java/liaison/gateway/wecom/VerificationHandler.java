package liaison.gateway.wecom;

import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.function.Supplier;
import liaison.gateway.netty.Responses;
import liaison.gateway.wechat.Query;
import liaison.gateway.wechat.Refused;
import liaison.gateway.wechat.Secrets;
import liaison.gateway.wechat.Signature;
import liaison.gateway.wechat.SignedRequest;

/**
 * Answers the platform's question whether we know our key with the bare text that was encrypted, and hands deliveries on: their
 * address bears no signature but that of what is encrypted in the body.
 */
final class VerificationHandler extends SimpleChannelInboundHandler<FullHttpRequest> {
    private final Supplier<Secrets> secrets;
    private final Signature signature = new Signature();

    VerificationHandler(Supplier<Secrets> secrets) {
        this.secrets = secrets;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, FullHttpRequest request) {
        Query query = new Query(request.uri());
        if (request.method().equals(HttpMethod.POST)) {
            ctx.fireChannelRead(new SignedRequest(query, ByteBufUtil.getBytes(request.content())));
        } else if (request.method().equals(HttpMethod.GET)) {
            ctx.writeAndFlush(Responses.of(HttpResponseStatus.OK, Responses.TEXT, Unpooled.wrappedBuffer(echo(query))));
        } else {
            throw new Refused(HttpResponseStatus.METHOD_NOT_ALLOWED, "neither GET nor POST");
        }
    }

    /** A plus that was not escaped arrives as a blank. */
    private byte[] echo(Query query) {
        return secrets.get().open(query, query.get("echostr").replace(' ', '+'), signature).message();
    }
}
