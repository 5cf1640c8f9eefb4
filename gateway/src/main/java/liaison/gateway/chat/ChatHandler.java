package liaison.gateway.chat;

import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.CorruptedFrameException;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.concurrent.ScheduledFuture;
import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import liaison.bot.dialog.Answer;
import liaison.bot.dialog.Reply;
import liaison.bot.dialog.Transcript.Line;
import liaison.bot.message.Address;
import liaison.bot.message.InboundMessage;
import liaison.gateway.netty.Draining;
import liaison.gateway.netty.Inbox;
import liaison.gateway.netty.Waiting;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection of a page: greets it, takes its words to the inbox, and passes answers on. */
final class ChatHandler extends SimpleChannelInboundHandler<WebSocketFrame> {
    static final int LONGEST_TEXT = 5_000;

    private static final Logger LOG = LoggerFactory.getLogger(ChatHandler.class);
    private static final int HELLO_WITHIN_SECONDS = 10;
    private static final int PATIENCE_BEATS = 4;
    private static final int MOST_WAITING = 32;
    private static final int FRAMES_PER_MESSAGE = 4;

    private final Inbox inbox;
    private final ChatHub hub;
    private final ChatSettings settings;
    private final Clock clock;
    private final Allowance messages;
    private final Allowance frames;
    private @Nullable ChannelHandlerContext context;
    private @Nullable ScheduledFuture<?> greeting;
    private @Nullable Feed feed;
    private int waiting;
    private int silentBeats;
    private boolean closing;

    ChatHandler(Inbox inbox, ChatHub hub, ChatSettings settings, Clock clock) {
        this.inbox = inbox;
        this.hub = hub;
        this.settings = settings;
        this.clock = clock;
        messages = new Allowance(settings.burst(), settings.pace(), System::nanoTime);
        frames = new Allowance(settings.burst() * FRAMES_PER_MESSAGE, settings.pace().dividedBy(FRAMES_PER_MESSAGE), System::nanoTime);
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        context = ctx;
        greeting = ctx.executor().schedule(() -> bye(ctx, WebSocketCloseStatus.POLICY_VIOLATION), HELLO_WITHIN_SECONDS,
                TimeUnit.SECONDS);
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, WebSocketFrame frame) {
        silentBeats = 0;
        if (closing) {
            return;
        }
        if (!frames.take()) {
            bye(ctx, WebSocketCloseStatus.POLICY_VIOLATION);
            return;
        }
        switch (frame) {
            case TextWebSocketFrame text -> read(ctx, ClientFrame.parse(ByteBufUtil.getBytes(text.content())));
            case PingWebSocketFrame ping -> ctx.writeAndFlush(new PongWebSocketFrame(ping.content().retain()));
            case PongWebSocketFrame pong -> {
            }
            case CloseWebSocketFrame close -> bye(ctx, WebSocketCloseStatus.NORMAL_CLOSURE);
            default -> bye(ctx, WebSocketCloseStatus.INVALID_MESSAGE_TYPE);
        }
    }

    private void read(ChannelHandlerContext ctx, ClientFrame frame) {
        var talk = feed;
        switch (frame) {
            case ClientFrame.Hello hello when talk == null -> greet(ctx, hello);
            case ClientFrame.Say say when talk != null -> take(ctx, talk, say);
            case ClientFrame.Older older when talk != null -> talk.older(older.before());
            case ClientFrame.Beat() when talk != null -> ctx.writeAndFlush(ServerFrame.beat(talk.sent()));
            case ClientFrame.Malformed() -> bye(ctx, WebSocketCloseStatus.INVALID_PAYLOAD_DATA);
            default -> bye(ctx, WebSocketCloseStatus.POLICY_VIOLATION);
        }
    }

    private void greet(ChannelHandlerContext ctx, ClientFrame.Hello hello) {
        if (greeting != null) {
            greeting.cancel(false);
        }
        Address address = ChatHub.addressOf(hello.token());
        var talk = new Feed(ctx, hub, inbox, address);
        feed = talk;
        hub.enter(address, this);
        talk.begin(hello.last(), settings.beat());
    }

    private void take(ChannelHandlerContext ctx, Feed talk, ClientFrame.Say say) {
        if (say.text().isBlank()) {
            ctx.writeAndFlush(ServerFrame.refused(say.id(), "empty"));
        } else if (say.text().length() > LONGEST_TEXT) {
            ctx.writeAndFlush(ServerFrame.refused(say.id(), "long"));
        } else if (!messages.take()) {
            ctx.writeAndFlush(ServerFrame.slow(say.id(), settings.pace().multipliedBy(Math.ceilDiv(settings.burst(), 2))));
        } else if (waiting >= MOST_WAITING || !inbox.offer(message(talk, say), new Answered(ctx, talk, say))) {
            ctx.writeAndFlush(ServerFrame.busy(say.id()));
        } else {
            waiting++;
        }
    }

    private static InboundMessage message(Feed talk, ClientFrame.Say say) {
        return new InboundMessage.Text(talk.address(), say.id(), say.text());
    }

    /** Called from any thread. */
    void news() {
        onLoop((ctx, talk) -> talk.news());
    }

    /** Called from any thread. */
    void beat(long last) {
        onLoop((ctx, talk) -> {
            if (!ctx.channel().isWritable() || ++silentBeats > PATIENCE_BEATS) {
                ctx.close();
                return;
            }
            ctx.write(new PingWebSocketFrame());
            ctx.writeAndFlush(ServerFrame.beat(Math.max(last, talk.sent())));
            talk.known(last);
        });
    }

    /** Called from any thread. */
    void replaced() {
        onLoop((ctx, talk) -> {
            ctx.write(ServerFrame.elsewhere());
            bye(ctx, WebSocketCloseStatus.NORMAL_CLOSURE);
        });
    }

    private void onLoop(Step step) {
        var ctx = context;
        var talk = feed;
        if (ctx != null && talk != null) {
            ChatHub.onLoop(ctx, () -> step.on(ctx, talk));
        }
    }

    private void bye(ChannelHandlerContext ctx, WebSocketCloseStatus status) {
        closing = true;
        ctx.channel().config().setAutoRead(false);
        ctx.writeAndFlush(new CloseWebSocketFrame(status)).addListener(ChannelFutureListener.CLOSE);
    }

    /** A server that stops sends its pages to another node. */
    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof Draining) {
            bye(ctx, WebSocketCloseStatus.ENDPOINT_UNAVAILABLE);
        }
        ctx.fireUserEventTriggered(event);
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        if (feed != null) {
            feed.goOn();
        }
        ctx.fireChannelWritabilityChanged();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        if (greeting != null) {
            greeting.cancel(false);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        if (feed != null) {
            hub.leave(feed.address(), this);
        }
        ctx.fireChannelInactive();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        switch (cause) {
            case TooLongFrameException large -> bye(ctx, WebSocketCloseStatus.MESSAGE_TOO_BIG);
            // the decoder said goodbye already
            case CorruptedFrameException broken -> ctx.channel().config().setAutoRead(false);
            case IOException cut -> ctx.close();
            default -> {
                LOG.warn("a connection of the web chat failed: {}", cause.getClass().getName());
                bye(ctx, WebSocketCloseStatus.INTERNAL_SERVER_ERROR);
            }
        }
    }

    private interface Step {
        void on(ChannelHandlerContext ctx, Feed talk);
    }

    /** Brings what the lane says back to the loop. */
    private final class Answered implements Waiting {
        private final ChannelHandlerContext ctx;
        private final Feed talk;
        private final ClientFrame.Say say;

        Answered(ChannelHandlerContext ctx, Feed talk, ClientFrame.Say say) {
            this.ctx = ctx;
            this.talk = talk;
            this.say = say;
        }

        @Override
        public void answered(Answer answer) {
            ChatHub.onLoop(ctx, () -> {
                waiting--;
                if (!ctx.channel().isActive()) {
                    // the page may have come back before this was durable
                    hub.news(talk.address());
                    return;
                }
                ctx.writeAndFlush(ServerFrame.kept(say.id(), answer.seq()));
                var reply = new Reply(answer.text(), answer.choices(), answer.card(), answer.progress());
                talk.answered(new Line(answer.seq(), clock.instant(), "text", say.id(), say.text(), reply, ""), answer.guarded());
            });
        }

        @Override
        public void failed() {
            ChatHub.onLoop(ctx, () -> {
                waiting--;
                ctx.writeAndFlush(ServerFrame.busy(say.id()));
            });
        }
    }
}
