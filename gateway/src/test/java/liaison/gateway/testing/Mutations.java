package liaison.gateway.testing;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.netty.buffer.ByteBufAllocator;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.slf4j.LoggerFactory;

/** Broken copies of good bytes, the same ones at every run, and whether what was made of them leaked a buffer. */
public final class Mutations implements AutoCloseable {
    /** Of all inputs together; each test takes its share. */
    private static final int ALL = Integer.getInteger("fuzz.rounds", 200_000);
    private static final byte[] MARKS = "<>&;]![/#\0\"'%{}:, \r\n\\".getBytes(StandardCharsets.ISO_8859_1);
    private static final int LOOKS = 5;

    private final Random random;
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    public Mutations(long seed) {
        random = new Random(seed);
        log.start();
        root.addAppender(log);
    }

    /** How many of a hundred inputs are this test's. */
    public static int share(int percent) {
        return ALL / 100 * percent;
    }

    public byte[] of(byte[] good) {
        byte[] result = good.clone();
        for (int times = 1 + random.nextInt(4); times > 0 && result.length > 0; times--) {
            int at = random.nextInt(result.length);
            switch (random.nextInt(5)) {
                case 0 -> result[at] = (byte) random.nextInt(256);
                case 1 -> result[at] = MARKS[random.nextInt(MARKS.length)];
                case 2 -> result = random.nextInt(4) == 0 ? Arrays.copyOf(result, at) : result;
                case 3 -> result = inserted(result, at);
                default -> System.arraycopy(result, 0, result, at, Math.min(result.length - at, random.nextInt(40)));
            }
        }
        return result;
    }

    private byte[] inserted(byte[] bytes, int at) {
        int from = random.nextInt(bytes.length);
        byte[] piece = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + random.nextInt(30)));
        byte[] longer = Arrays.copyOf(bytes, bytes.length + piece.length);
        System.arraycopy(piece, 0, longer, at, piece.length);
        System.arraycopy(bytes, at, longer, at + piece.length, bytes.length - at);
        return longer;
    }

    /** What the detector says of buffers that nobody released; it speaks when one is taken after a collection. */
    @SuppressWarnings("GarbageCollection")
    public List<String> leaks() {
        for (int i = 0; i < LOOKS; i++) {
            System.gc();
            ByteBufAllocator.DEFAULT.directBuffer(16).release();
        }
        return List.copyOf(log.list).stream().map(ILoggingEvent::getFormattedMessage).filter(line -> line.contains("LEAK")).toList();
    }

    @Override
    public void close() {
        root.detachAppender(log);
    }
}
