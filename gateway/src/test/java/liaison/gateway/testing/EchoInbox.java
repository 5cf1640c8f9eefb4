package liaison.gateway.testing;

import java.util.List;
import java.util.function.Consumer;
import liaison.bot.dialog.Answer;
import liaison.bot.message.Address;
import liaison.bot.message.InboundMessage;
import liaison.gateway.netty.Inbox;
import liaison.gateway.netty.Waiting;

/** Says every text back at once; nothing is guarded, and nothing comes too late. */
public final class EchoInbox implements Inbox {
    private final Consumer<InboundMessage> heard;

    public EchoInbox() {
        this(message -> {
        });
    }

    public EchoInbox(Consumer<InboundMessage> heard) {
        this.heard = heard;
    }

    @Override
    public boolean offer(InboundMessage message, Waiting waiting) {
        heard.accept(message);
        String words = message instanceof InboundMessage.Text text ? text.text() : "";
        waiting.answered(new Answer(message.from(), 1, words, List.of(), "", "", false, false));
        return true;
    }

    @Override
    public void told(Address address, long seq) {
        throw new AssertionError("nothing was guarded");
    }

    @Override
    public void untold(Address address, long seq) {
        throw new AssertionError("nothing came too late");
    }
}
