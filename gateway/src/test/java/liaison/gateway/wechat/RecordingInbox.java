package liaison.gateway.wechat;

import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import liaison.bot.dialog.Answer;
import liaison.bot.message.Address;
import liaison.bot.message.InboundMessage;
import liaison.bot.message.OutboundMessage.Choice;
import liaison.gateway.netty.Inbox;
import liaison.gateway.netty.Waiting;

/** Keeps what is offered until the test answers, or echoes at once. */
final class RecordingInbox implements Inbox {
    final List<InboundMessage> messages = new ArrayList<>();
    final List<Waiting> waiting = new ArrayList<>();
    final List<Long> told = new ArrayList<>();
    final List<Long> untold = new ArrayList<>();
    boolean full;
    boolean echo;

    /** A new connection to an account, on which each text is answered with itself. */
    EmbeddedChannel echoed(WechatAccount account) {
        return echoed(new WechatPipeline(account, this, Clock.systemUTC()));
    }

    EmbeddedChannel echoed(WechatPipeline pipeline) {
        echo = true;
        var channel = new EmbeddedChannel();
        pipeline.addTo(channel.pipeline());
        return channel;
    }

    @Override
    public boolean offer(InboundMessage message, Waiting who) {
        if (full) {
            return false;
        }
        messages.add(message);
        waiting.add(who);
        if (echo) {
            who.answered(say(message instanceof InboundMessage.Text text ? text.text() : ""));
        }
        return true;
    }

    @Override
    public void told(Address address, long seq) {
        told.add(seq);
    }

    @Override
    public void untold(Address address, long seq) {
        untold.add(seq);
    }

    static Answer say(String words, Choice... choices) {
        return new Answer(Address.parse("wechat:demo:oResident"), 7, words, List.of(choices), "", "", true, false);
    }
}
