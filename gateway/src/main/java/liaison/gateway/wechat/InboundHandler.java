package liaison.gateway.wechat;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
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

    private static final PassiveReply NOTHING = new PassiveReply.Acknowledgement();
    private static final PassiveReply TRANSFER = new PassiveReply.Transfer("");
    private static final String PERSON = "person";

    private final Account account;
    private final Inbox inbox;
    private final Words words;
    private final Clock clock;
    private Optional<Delivery> current = Optional.empty();
    private boolean watching;

    InboundHandler(Account account, Inbox inbox, Words words, Clock clock) {
        this.account = account;
        this.inbox = inbox;
        this.words = words;
        this.clock = clock;
    }

    /**
     * What the connections of one account share.
     *
     * @param transfer whether who asks for a person is handed over to the platform's own customer service
     */
    record Account(Channel channel, Tries tries, Refusals refusals, BooleanSupplier transfer) {
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, Received received) {
        Delivery delivery = new Delivery(ctx, received, WechatXml.message(account.channel, received));
        current = Optional.of(delivery);
        if (inbox.offer(delivery.message, delivery)) {
            watch(ctx);
        } else {
            current = Optional.empty();
            shed(ctx, delivery);
        }
    }

    private void shed(ChannelHandlerContext ctx, Delivery delivery) {
        if (tries().isNotFiled(delivery.message)) {
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
            write(ctx, delivery, new PassiveReply.Text(words.notFiled()));
        }
    }

    private void answer(ChannelHandlerContext ctx, Delivery delivery, Answer answer) {
        if (!isCurrent(delivery)) {
            tooLate(delivery, answer);
            return;
        }
        current = Optional.empty();
        String said = words.of(answer);
        boolean handedOver = account.transfer.getAsBoolean() && answer.card().equals(PERSON);
        write(ctx, delivery, said.isEmpty() ? NOTHING : handedOver ? TRANSFER : new PassiveReply.Text(said)).addListener(written -> {
            if (written.isSuccess() && answer.guarded()) {
                inbox.told(answer.to(), answer.seq());
            }
        });
        if (handedOver) {
            // a transfer has no room for words
            inbox.untold(answer.to(), answer.seq());
        }
    }

    // the platform's next try gets the stored answer; after the last one nobody asks any more
    private void tooLate(Delivery delivery, Answer answer) {
        tries().landed(delivery.message, true);
        if (!answer.guarded() && !words.of(answer).isEmpty() && tries().areOver(delivery.message)) {
            inbox.untold(answer.to(), answer.seq());
        }
    }

    private ChannelFuture write(ChannelHandlerContext ctx, Delivery delivery, PassiveReply reply) {
        return ctx.writeAndFlush(ReplyXml.of(delivery.received, reply, clock.instant().getEpochSecond()));
    }

    private Tries tries() {
        return account.tries;
    }

    private void fail(ChannelHandlerContext ctx, Delivery delivery) {
        if (!isCurrent(delivery)) {
            tries().landed(delivery.message, false);
            return;
        }
        current = Optional.empty();
        boolean last = tries().isLast(delivery.message);
        tries().lost(delivery.message, false);
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
        current.ifPresent(delivery -> tries().lost(delivery.message, true));
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
            account.refusals.add(refused);
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
