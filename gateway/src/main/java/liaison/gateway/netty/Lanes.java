package liaison.gateway.netty;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import liaison.bot.dialog.Conversation;
import liaison.bot.message.Address;
import liaison.bot.message.InboundMessage;

/** Runs conversations off the event loop: an address always has the same lane, and a lane takes all that waits as one batch. */
public final class Lanes implements Inbox, AutoCloseable {
    private final List<Lane> lanes;

    /**
     * Starts the lanes.
     *
     * @param count of lanes, each a thread
     * @param capacity messages that may wait in one lane
     * @param meters told of every batch
     */
    public Lanes(Conversation conversation, int count, int capacity, Meters meters) {
        lanes = IntStream.range(0, count).mapToObj(n -> new Lane(n, conversation, capacity, meters)).toList();
    }

    @Override
    public boolean offer(InboundMessage message, Waiting waiting) {
        return lane(message.from()).offer(message, waiting);
    }

    @Override
    public void told(Address address, long seq) {
        lane(address).told(address, seq);
    }

    @Override
    public void untold(Address address, long seq) {
        lane(address).untold(address, seq);
    }

    /** How many messages wait in all lanes. */
    public int depth() {
        return lanes.stream().mapToInt(Lane::depth).sum();
    }

    /** Takes nothing more in, finishes what waits, and ends; what is not done within 15 seconds is failed. */
    @Override
    public void close() {
        long end = System.nanoTime() + Duration.ofSeconds(15).toNanos();
        lanes.forEach(Lane::close);
        lanes.forEach(lane -> lane.await(Duration.ofNanos(Math.max(1, end - System.nanoTime()))));
    }

    private Lane lane(Address address) {
        int hash = address.hashCode();
        return lanes.get(Math.floorMod(hash ^ (hash >>> 16), lanes.size()));
    }

    /** What is measured of lanes. */
    public interface Meters {
        /** A batch was committed, or failed as a whole. */
        void batch(int messages, Duration took, boolean committed);
    }
}
