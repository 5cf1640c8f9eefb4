package liaison.gateway.wechat;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import liaison.bot.message.Address;
import liaison.gateway.wechat.Openings.Opening;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether somebody can be talked to now: what opened the window stands in the journal, what was sent in it is counted. */
public final class Windows {
    private static final Logger LOG = LoggerFactory.getLogger(Windows.class);
    private static final Duration LONGEST = Duration.ofDays(2);
    /** Nothing is known, so the platform is asked. */
    private static final Place UNKNOWN = new Place("", Duration.ZERO);

    private final Openings openings;
    private final SendCounts counts;
    private final Clock clock;

    public Windows(Openings openings, SendCounts counts, Clock clock) {
        this.openings = openings;
        this.counts = counts;
        this.clock = clock;
    }

    /** A place for one send; empty where the platform would refuse it. The short window first, since it ends sooner. */
    Optional<Place> take(Address address) {
        List<Opening> found;
        try {
            found = openings.since(address, clock.instant().minus(LONGEST));
        } catch (RuntimeException e) {
            LOG.warn("the journal does not tell who may be talked to, the platform is asked: {}", e.getClass().getName());
            return Optional.of(UNKNOWN);
        }
        return found.stream().filter(this::isOpen).sorted(Comparator.comparing(Opening::event).reversed())
                .map(one -> new Place(address + ":" + one.seq(), one.lasts(), one.sends())).filter(this::isLeft).findFirst();
    }

    /** It was not sent after all. */
    void giveBack(Place place) {
        if (!place.key.isEmpty()) {
            counts.giveBack(place.key);
        }
    }

    /** The platform says that the window is closed, whatever we counted. */
    void close(Place place) {
        if (!place.key.isEmpty()) {
            counts.close(place.key, place.lasts);
        }
    }

    private boolean isOpen(Opening opening) {
        return opening.at().plus(opening.lasts()).isAfter(clock.instant());
    }

    private boolean isLeft(Place place) {
        return counts.take(place.key, place.sends, place.lasts);
    }

    /** One send in a window. */
    record Place(String key, Duration lasts, int sends) {
        Place(String key, Duration lasts) {
            this(key, lasts, 0);
        }
    }
}
