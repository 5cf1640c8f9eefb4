package liaison.gateway.netty;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import liaison.bot.dialog.Answer;
import liaison.bot.dialog.Conversation;
import liaison.bot.dialog.Effects.Told;
import liaison.bot.message.Address;
import liaison.bot.message.InboundMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One thread and one bounded queue. A lone message waits for nobody; under load a batch is whatever came meanwhile. */
final class Lane {
    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);
    private static final int MOST = 256;
    private static final int MOST_TOLD = 4_096;
    /** How long confirmations wait for a batch to go along with; also how soon an idle lane sees that it is closed. */
    private static final long PAUSE_MILLIS = 500;
    /** Under load they wait for each other so long: taken back one by one they would cost as much as a batch. */
    private static final long GATHER_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Conversation conversation;
    private final Lanes.Meters meters;
    private final BlockingQueue<Message> queue;
    private final Queue<Told> told = new ConcurrentLinkedQueue<>();
    private final Queue<Told> untold = new ConcurrentLinkedQueue<>();
    private final Thread thread;
    private long takenBackAt = System.nanoTime();
    private volatile boolean open = true;

    Lane(int number, Conversation conversation, int capacity, Lanes.Meters meters) {
        this.conversation = conversation;
        this.meters = meters;
        queue = new ArrayBlockingQueue<>(capacity);
        thread = Thread.ofPlatform().name("lane-" + number).start(this::run);
    }

    boolean offer(InboundMessage message, Waiting waiting) {
        return open && queue.offer(new Message(message, waiting));
    }

    /** A confirmation that is not taken back here goes out once more: so what does not fit is left to that. */
    void told(Address address, long seq) {
        told.add(new Told(address, seq));
    }

    /** One that is lost with the process is an answer that its sender has to ask for again. */
    void untold(Address address, long seq) {
        if (untold.size() < MOST_TOLD) {
            untold.add(new Told(address, seq));
        }
    }

    int depth() {
        return queue.size();
    }

    void close() {
        open = false;
    }

    void await(Duration most) {
        try {
            if (!thread.join(most)) {
                thread.interrupt();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        var batch = new ArrayList<Message>(MOST);
        try {
            while (open || !queue.isEmpty()) {
                var first = queue.poll(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
                if (first != null) {
                    batch.add(first);
                    queue.drainTo(batch, MOST - 1);
                }
                work(batch);
                batch.clear();
                tellAnotherWay();
            }
            work(List.of());
            tellAnotherWay();
        } catch (InterruptedException interrupted) {
            queue.forEach(message -> message.waiting.failed());
        }
    }

    private void work(List<Message> messages) {
        var takenBack = messages.isEmpty() || System.nanoTime() - takenBackAt > GATHER_NANOS ? takeBacks() : List.<Told>of();
        if (messages.isEmpty() && takenBack.isEmpty()) {
            return;
        }
        long begin = System.nanoTime();
        List<Answer> answers;
        try {
            answers = conversation.receive(messages.stream().map(Message::message).toList(), takenBack);
        } catch (RuntimeException | Error failure) {
            told.addAll(takenBack);
            if (messages.isEmpty()) {
                LOG.warn("{} confirmations could not be taken back yet: {}", takenBack.size(), failure.toString());
                return;
            }
            LOG.error("a batch of {} messages could not be stored", messages.size(), failure);
            meters.batch(messages.size(), Duration.ofNanos(System.nanoTime() - begin), false);
            messages.forEach(message -> message.waiting.failed());
            return;
        }
        meters.batch(messages.size(), Duration.ofNanos(System.nanoTime() - begin), true);
        for (int i = 0; i < answers.size(); i++) {
            answer(messages.get(i).waiting, answers.get(i));
        }
    }

    private void tellAnotherWay() {
        if (untold.isEmpty()) {
            return;
        }
        var taken = taken(untold);
        try {
            conversation.untold(taken);
        } catch (RuntimeException failure) {
            untold.addAll(taken);
            LOG.warn("{} late answers could not be put into the outbox yet: {}", taken.size(), failure.getClass().getName());
        }
    }

    private static void answer(Waiting waiting, Answer answer) {
        try {
            waiting.answered(answer);
        } catch (RuntimeException failure) {
            LOG.warn("an answer could not be handed over", failure);
        }
    }

    private List<Told> takeBacks() {
        takenBackAt = System.nanoTime();
        return taken(told);
    }

    private static List<Told> taken(Queue<Told> queue) {
        var taken = new ArrayList<Told>();
        for (var next = queue.poll(); next != null; next = taken.size() < MOST_TOLD ? queue.poll() : null) {
            taken.add(next);
        }
        return taken;
    }

    private record Message(InboundMessage message, Waiting waiting) {
    }
}
