package liaison.gateway.wechat;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import liaison.bot.dialog.Answer;
import liaison.bot.message.Channel;
import liaison.bot.message.InboundMessage;
import liaison.bot.message.InboundMessage.Event;
import liaison.gateway.netty.Inbox;
import liaison.gateway.netty.Responses;
import liaison.gateway.netty.Waiting;

/**
 * Offers each message to the inbox and answers it once it is durable. What is not durable within four seconds gets no
 * answer, so that the platform sends it again.
 */
final class InboundHandler extends SimpleChannelInboundHandler<Received> {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(4);

    private static final Set<String> SPOKEN = Set.of("subscribe", "SCAN", "CLICK", "template_card_event");

    private final Channel channel;
    private final Inbox inbox;
    private final Tries tries;
    private final Words words;
    private final Clock clock;
    private Optional<Delivery> current = Optional.empty();
    private boolean watching;

    InboundHandler(Channel channel, Inbox inbox, Tries tries, Words words, Clock clock) {
        this.channel = channel;
        this.inbox = inbox;
        this.tries = tries;
        this.words = words;
        this.clock = clock;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, Received received) {
        Delivery delivery = new Delivery(ctx, received, WechatXml.message(channel, received));
        current = Optional.of(delivery);
        if (inbox.offer(delivery.message, delivery)) {
            watch(ctx);
        } else {
            current = Optional.empty();
            shed(ctx, delivery);
        }
    }

    private void shed(ChannelHandlerContext ctx, Delivery delivery) {
        if (tries.isNotFiled(delivery.message)) {
            tellNotFiled(ctx, delivery);
        } else {
            ctx.close();
        }
    }

    // an event that nobody made by hand gets no words; without an answer it comes again
    private void tellNotFiled(ChannelHandlerContext ctx, Delivery delivery) {
        if (delivery.message instanceof Event event && !SPOKEN.contains(event.name())) {
            ctx.close();
        } else {
            ctx.writeAndFlush(WechatXml.reply(delivery.received, words.notFiled(), clock.instant().getEpochSecond()));
        }
    }

    private void answer(ChannelHandlerContext ctx, Delivery delivery, Answer answer) {
        if (!isCurrent(delivery)) {
            tries.landed(delivery.message, true);
            return;
        }
        current = Optional.empty();
        String said = words.of(answer);
        ctx.writeAndFlush(said.isEmpty()
                ? PassiveReply.ACKNOWLEDGED
                : WechatXml.reply(delivery.received, said, clock.instant().getEpochSecond())).addListener(written -> {
                    if (written.isSuccess() && answer.guarded()) {
                        inbox.told(answer.to(), answer.seq());
                    }
                });
    }

    private void fail(ChannelHandlerContext ctx, Delivery delivery) {
        if (!isCurrent(delivery)) {
            tries.landed(delivery.message, false);
            return;
        }
        current = Optional.empty();
        boolean last = tries.isLast(delivery.message);
        tries.lost(delivery.message, false);
        if (last) {
            tellNotFiled(ctx, delivery);
        } else {
            ctx.close();
        }
    }

    private boolean isCurrent(Delivery delivery) {
        return current.filter(it -> it == delivery).isPresent();
    }

    // one timer now and then, not one for each message
    private void watch(ChannelHandlerContext ctx) {
        if (!watching && current.isPresent()) {
            watching = true;
            ctx.executor().schedule(() -> look(ctx), current.get().left(), TimeUnit.NANOSECONDS);
        }
    }

    private void look(ChannelHandlerContext ctx) {
        watching = false;
        if (current.isPresent() && current.get().left() <= 0) {
            giveUp();
            ctx.close();
        } else {
            watch(ctx);
        }
    }

    private void giveUp() {
        current.ifPresent(delivery -> tries.lost(delivery.message, true));
        current = Optional.empty();
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        giveUp();
        ctx.fireChannelInactive();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (cause instanceof Refused refused) {
            ctx.writeAndFlush(Responses.of(refused.status()));
        } else {
            ctx.fireExceptionCaught(cause);
        }
    }

    /** One attempt of the platform to hand a message over. */
    private final class Delivery implements Waiting {
        private final ChannelHandlerContext ctx;
        private final Received received;
        private final InboundMessage message;
        private final long until;

        Delivery(ChannelHandlerContext ctx, Received received, InboundMessage message) {
            this.ctx = ctx;
            this.received = received;
            this.message = message;
            until = ctx.executor().ticker().nanoTime() + PATIENCE;
        }

        long left() {
            return until - ctx.executor().ticker().nanoTime();
        }

        @Override
        public void answered(Answer answer) {
            onLoop(() -> answer(ctx, this, answer));
        }

        @Override
        public void failed() {
            onLoop(() -> fail(ctx, this));
        }

        private void onLoop(Runnable task) {
            if (ctx.executor().inEventLoop()) {
                task.run();
                return;
            }
            try {
                ctx.executor().execute(task);
            } catch (RejectedExecutionException e) {
                // the server has stopped, and the connection with it: nobody is left to be told
            }
        }
    }
}
