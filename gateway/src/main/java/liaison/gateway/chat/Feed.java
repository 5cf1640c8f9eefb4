package liaison.gateway.chat;

import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import liaison.bot.dialog.Transcript.Line;
import liaison.bot.message.Address;
import liaison.gateway.netty.Inbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the rows of one talk over one connection, each once and in order. What does not come by itself is read from the
 * transcript, a page at a time and only while the connection takes it. All is done on the connection's loop but the reads.
 */
final class Feed {
    private static final Logger LOG = LoggerFactory.getLogger(Feed.class);
    private static final int PAGE = 30;

    private final ChannelHandlerContext ctx;
    private final ChatHub hub;
    private final Inbox inbox;
    private final Address address;
    private final Set<Long> guarded = new HashSet<>(0);
    private long sent;
    private long known;
    private boolean reading;

    Feed(ChannelHandlerContext ctx, ChatHub hub, Inbox inbox, Address address) {
        this.ctx = ctx;
        this.hub = hub;
        this.inbox = inbox;
        this.address = address;
    }

    Address address() {
        return address;
    }

    long sent() {
        return sent;
    }

    /** Greets the page and sends what it lacks. */
    void begin(long last, Duration beat) {
        reading = true;
        read(() -> hub.transcript().last(address), newest -> {
            ctx.writeAndFlush(ServerFrame.hello(newest, beat));
            sent = Math.min(last, newest);
            known(newest);
        });
    }

    /** The answer to something said here: sent at once where nothing is missing before it. */
    void answered(Line line, boolean isGuarded) {
        if (isGuarded) {
            guarded.add(line.seq());
        }
        if (line.seq() == sent + 1 && !reading && ctx.channel().isWritable()) {
            send(line);
        } else if (line.seq() <= sent) {
            told(line.seq());
        }
        known(line.seq());
    }

    /** There may be one more row than what is known. */
    void news() {
        known(Math.max(known, sent) + 1);
    }

    void known(long seq) {
        known = Math.max(known, seq);
        goOn();
    }

    /** Reads on, unless a read is under way or the connection is full. */
    void goOn() {
        if (reading || known <= sent || !ctx.channel().isActive() || !ctx.channel().isWritable()) {
            return;
        }
        reading = true;
        long from = sent;
        long aim = known;
        read(() -> hub.transcript().after(address, from, PAGE), lines -> {
            lines.forEach(this::send);
            if (lines.size() < PAGE && known == aim) {
                // nothing more was there when it was read, and nobody spoke of more since
                known = sent;
            }
        });
    }

    /** Sends the rows before a number, which does not touch the order of the rest. */
    void older(long before) {
        if (reading || !ctx.channel().isWritable()) {
            return;
        }
        reading = true;
        long from = Math.max(0, before - 1 - PAGE);
        read(() -> hub.transcript().after(address, from, (int) Math.min(PAGE, Math.max(0, before - 1 - from))), lines -> {
            lines.reversed().forEach(line -> ctx.write(ServerFrame.past(line)));
            ctx.flush();
        });
    }

    private void send(Line line) {
        if (line.seq() <= sent) {
            return;
        }
        sent = line.seq();
        boolean isGuarded = guarded.remove(sent);
        ctx.writeAndFlush(ServerFrame.item(line)).addListener(written -> {
            if (isGuarded && written.isSuccess()) {
                inbox.told(address, line.seq());
            }
        });
    }

    private void told(long seq) {
        if (guarded.remove(seq)) {
            inbox.told(address, seq);
        }
    }

    private <T> void read(Supplier<T> what, Consumer<T> then) {
        hub.read(() -> {
            T found;
            try {
                found = what.get();
            } catch (RuntimeException failure) {
                LOG.warn("a talk could not be read", failure);
                ChatHub.onLoop(ctx, () -> ctx.writeAndFlush(new CloseWebSocketFrame(WebSocketCloseStatus.TRY_AGAIN_LATER))
                        .addListener(ChannelFutureListener.CLOSE));
                return;
            }
            ChatHub.onLoop(ctx, () -> {
                reading = false;
                then.accept(found);
                goOn();
            });
        });
    }
}
