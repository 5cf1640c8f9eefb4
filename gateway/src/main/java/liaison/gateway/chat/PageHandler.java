package liaison.gateway.chat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.Locale;
import liaison.gateway.chat.PageFiles.PageFile;
import org.jspecify.annotations.Nullable;

/** Answers with a file of the page, once a request came whole. */
final class PageHandler extends SimpleChannelInboundHandler<HttpObject> {
    private final PageFiles files;
    private @Nullable HttpRequest request;

    PageHandler(PageFiles files) {
        this.files = files;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, HttpObject message) {
        if (message instanceof HttpRequest head) {
            request = head;
        }
        if (message instanceof LastHttpContent && request != null) {
            ctx.writeAndFlush(answer(request));
            request = null;
        }
    }

    private FullHttpResponse answer(HttpRequest head) {
        if (!head.method().equals(HttpMethod.GET) && !head.method().equals(HttpMethod.HEAD)) {
            var response = SecurityHeaders.of(HttpResponseStatus.METHOD_NOT_ALLOWED, "", Unpooled.EMPTY_BUFFER);
            response.headers().set(HttpHeaderNames.ALLOW, "GET, HEAD");
            return response;
        }
        int query = head.uri().indexOf('?');
        String path = query < 0 ? head.uri() : head.uri().substring(0, query);
        return files.find(path).map(file -> answer(head, file))
                .orElseGet(() -> SecurityHeaders.of(HttpResponseStatus.NOT_FOUND, "", Unpooled.EMPTY_BUFFER));
    }

    private static FullHttpResponse answer(HttpRequest head, PageFile file) {
        HttpHeaders asked = head.headers();
        boolean zipped = asked.get(HttpHeaderNames.ACCEPT_ENCODING, "").toLowerCase(Locale.ROOT).contains("gzip");
        boolean known = asked.get(HttpHeaderNames.IF_NONE_MATCH, "").contains(file.etag());
        byte[] body = zipped ? file.gzip() : file.plain();
        boolean bare = known || head.method().equals(HttpMethod.HEAD);
        ByteBuf bytes = bare ? Unpooled.EMPTY_BUFFER : Unpooled.wrappedBuffer(body).asReadOnly();
        var response = SecurityHeaders.of(known ? HttpResponseStatus.NOT_MODIFIED : HttpResponseStatus.OK,
                asked.get(HttpHeaderNames.HOST, ""), bytes);
        HttpHeaders headers = response.headers();
        headers.set(HttpHeaderNames.ETAG, file.etag()).set(HttpHeaderNames.VARY, HttpHeaderNames.ACCEPT_ENCODING)
                .set(HttpHeaderNames.CACHE_CONTROL, file.cache());
        if (known) {
            headers.remove(HttpHeaderNames.CONTENT_LENGTH);
            return response;
        }
        headers.set(HttpHeaderNames.CONTENT_TYPE, file.type()).set(HttpHeaderNames.CONTENT_LENGTH, body.length);
        if (zipped) {
            headers.set(HttpHeaderNames.CONTENT_ENCODING, HttpHeaderValues.GZIP);
        }
        return response;
    }
}
