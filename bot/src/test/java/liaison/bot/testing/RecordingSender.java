package liaison.bot.testing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import liaison.bot.message.OutboundMessage;
import liaison.bot.message.Sender;

/** Keeps what was sent and answers as told, then with Delivered. */
public final class RecordingSender implements Sender {
    private final List<Sent> sent = new ArrayList<>();
    private final Deque<Result> answers = new ArrayDeque<>();

    @Override
    public synchronized Result send(OutboundMessage message, Way way) {
        sent.add(new Sent(message, way));
        var answer = answers.poll();
        return answer == null ? new Result.Delivered() : answer;
    }

    /** How the next call ends. */
    public synchronized void then(Result answer) {
        answers.add(answer);
    }

    public synchronized List<Sent> sent() {
        return List.copyOf(sent);
    }

    /** One call. */
    public record Sent(OutboundMessage message, Sender.Way way) {
    }
}
