package liaison.gateway.wechat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.function.UnaryOperator;
import liaison.bot.message.InboundMessage;

/** Counts the deliveries of a message that got no answer. Those that got one leave no trace here, and so cost nothing. */
final class Tries {
    private static final int BEFORE_THE_LAST = 2;
    private static final Tally NONE = new Tally(0, 0, false);

    private final Cache<Key, Tally> unanswered = Caffeine.newBuilder().maximumSize(100_000).expireAfterWrite(Duration.ofMinutes(1))
            .executor(Runnable::run).build();

    /** A delivery ended without an answer; it may still be under way behind the lane. */
    void lost(InboundMessage message, boolean underWay) {
        change(message, tally -> new Tally(tally.count + 1, tally.underWay + (underWay ? 1 : 0), tally.durable));
    }

    /** One that was under way came to its end, too late. */
    void landed(InboundMessage message, boolean durable) {
        change(message, tally -> new Tally(tally.count, Math.max(0, tally.underWay - 1), tally.durable || durable));
    }

    /** Whether a delivery that failed just now is the platform's last one, and the message is certainly not filed. */
    boolean isLast(InboundMessage message) {
        Tally tally = unanswered.asMap().getOrDefault(Key.of(message), NONE);
        return tally.count >= BEFORE_THE_LAST && tally.isNotFiled();
    }

    /** Whether the platform has tried as often as it does, and will not come again. */
    boolean areOver(InboundMessage message) {
        return unanswered.asMap().getOrDefault(Key.of(message), NONE).count > BEFORE_THE_LAST;
    }

    /** Whether no delivery of the message that we know of was filed or may be yet. */
    boolean isNotFiled(InboundMessage message) {
        return unanswered.asMap().getOrDefault(Key.of(message), NONE).isNotFiled();
    }

    private void change(InboundMessage message, UnaryOperator<Tally> change) {
        unanswered.asMap().compute(Key.of(message), (key, tally) -> change.apply(tally == null ? NONE : tally));
    }

    private record Key(String from, String key) {
        static Key of(InboundMessage message) {
            return new Key(message.from().id(), message.key());
        }
    }

    private record Tally(int count, int underWay, boolean durable) {
        boolean isNotFiled() {
            return underWay == 0 && !durable;
        }
    }
}
