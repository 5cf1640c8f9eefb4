package liaison.gateway.bench;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import liaison.gateway.testing.Envelope;

/** A closed loop of residents: each connection files one request after another, every one by a resident who never wrote before. */
final class LoadGenerator {
    private static final Pattern NUMBER = Pattern.compile("LZ\\d{8}-\\d{4,}");

    private final int port;
    private final List<String> steps;
    private final Envelope envelope;
    private final String run;
    private final AtomicLong residents = new AtomicLong();
    private volatile boolean running = true;

    LoadGenerator(int port, List<String> steps, Envelope envelope, String run) {
        this.port = port;
        this.steps = steps;
        this.envelope = envelope;
        this.run = run;
    }

    /** Drives so many connections for so long; what is asked is answered before it ends. */
    Figures drive(int connections, Duration time) throws InterruptedException {
        EventLoopGroup group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
        var figures = new Figures();
        var left = new CountDownLatch(connections);
        try {
            long begin = System.nanoTime();
            for (int i = 0; i < connections; i++) {
                new Bootstrap().group(group).channel(NioSocketChannel.class).handler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channel.pipeline().addLast(new HttpClientCodec(), new HttpObjectAggregator(1 << 16), new Resident(figures, left));
                    }
                }).connect("127.0.0.1", port).syncUninterruptibly();
            }
            left.await(time.toMillis(), TimeUnit.MILLISECONDS);
            running = false;
            if (!left.await(10, TimeUnit.SECONDS)) {
                figures.bad += left.getCount();
            }
            figures.seconds = (System.nanoTime() - begin) / 1e9;
            return figures;
        } finally {
            group.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
        }
    }

    /** What was seen; only the one event loop writes it. */
    static final class Figures {
        private long[] nanos = new long[1 << 16];
        int messages;
        int filings;
        long bad;
        double seconds;

        private void add(long took) {
            if (messages == nanos.length) {
                nanos = Arrays.copyOf(nanos, messages * 2);
            }
            nanos[messages++] = took;
        }

        double millis(double share) {
            long[] sorted = Arrays.copyOf(nanos, messages);
            Arrays.sort(sorted);
            return sorted[(int) Math.min(messages - 1, (long) (share * messages))] / 1e6;
        }

        double rate() {
            return messages / seconds;
        }

        @Override
        public String toString() {
            return String.format(
                    "%,.0f messages/s, p50 %.2f ms, p99 %.2f ms, p99.9 %.2f ms; %,d messages, %,d filings (%.2f messages each), %d bad",
                    rate(), millis(0.5), millis(0.99), millis(0.999), messages, filings, (double) messages / Math.max(1, filings), bad);
        }
    }

    private final class Resident extends SimpleChannelInboundHandler<FullHttpResponse> {
        private final Figures figures;
        private final CountDownLatch left;
        private String openid = "";
        private int step;
        private long sent;

        Resident(Figures figures, CountDownLatch left) {
            this.figures = figures;
            this.left = left;
        }

        @Override
        public void channelActive(ChannelHandlerContext context) {
            next(context);
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, FullHttpResponse response) {
            figures.add(System.nanoTime() - sent);
            String words = envelope.unpack(response.content().toString(StandardCharsets.UTF_8));
            boolean last = step == steps.size();
            boolean filed = NUMBER.matcher(words).find();
            if (words.isEmpty() || filed != last) {
                figures.bad++;
            }
            if (filed) {
                figures.filings++;
            }
            if (last) {
                step = 0;
            }
            next(context);
        }

        private void next(ChannelHandlerContext context) {
            if (step == 0) {
                if (!running) {
                    context.close();
                    return;
                }
                openid = "b" + run + "_" + residents.incrementAndGet();
            }
            String[] packed = envelope.pack("/wechat/demo", openid, steps.get(step), residents.get() * 100 + step);
            step++;
            var body = Unpooled.copiedBuffer(packed[1], StandardCharsets.UTF_8);
            var request = new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, packed[0], body);
            request.headers().set(HttpHeaderNames.HOST, "127.0.0.1").set(HttpHeaderNames.CONTENT_TYPE, "text/xml")
                    .setInt(HttpHeaderNames.CONTENT_LENGTH, body.readableBytes());
            sent = System.nanoTime();
            context.writeAndFlush(request);
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            if (running) {
                figures.bad++;
            }
            left.countDown();
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            figures.bad++;
            context.close();
        }
    }
}
