package liaison.gateway.wechat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import liaison.bot.message.Recurrences;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How much of each day's calls an account has used. Only the platform ends a day's calls, since large accounts have more than
 * the number that holds for all; a day is one in China.
 */
public final class Quotas {
    private static final Logger LOG = LoggerFactory.getLogger(Quotas.class);
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    /** Then whoever waits looks again, since an operator can have the counts cleared and say so. */
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(30);

    private final Recurrences said = new Recurrences();
    private final QuotaStore store;
    private final Clock clock;

    public Quotas(QuotaStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Counts a call that is about to be made; answers until when it would be in vain. */
    Optional<Instant> count(String account, Endpoint endpoint) {
        var count = store.count(account, endpoint.code(), today());
        if (count.isEmpty()) {
            return Optional.of(until(account, endpoint).orElseGet(clock::instant));
        }
        if (endpoint.daily() > 0 && count.getAsLong() == endpoint.daily()) {
            LOG.warn("{} has called {} {} times today, which is all that every account has", account, endpoint.code(), endpoint.daily());
        }
        return Optional.empty();
    }

    /** Whether a call that may not go on without end is left for today; counts it. */
    boolean isLeft(String account, Endpoint endpoint) {
        var count = store.count(account, endpoint.code(), today());
        return count.isPresent() && count.getAsLong() <= endpoint.daily();
    }

    /** The platform said so; answers until when that holds. */
    Instant usedUp(String account, Endpoint endpoint, int code) {
        var until = today().plusDays(1).atStartOfDay(CHINA).toInstant();
        said.happened(account + " " + endpoint.code(), often -> LOG.warn("{}: the platform answered {}, {}{}", account, code,
                usedUp(endpoint.code(), until), often));
        store.usedUp(account, endpoint.code(), today(), Duration.between(clock.instant(), until));
        return until;
    }

    /** What somebody is told who asks: what the platform said, until when it holds, what to do. */
    public static String usedUp(String call, Instant until) {
        return "today's calls of " + call + " are used up: none is made before " + time(until) + ", since each would be refused."
                + " What waits to be sent goes on then by itself; try again then, or have the account's counts cleared at the platform and"
                + " say so by 'quota --again'";
    }

    /** As it stands in China. */
    public static String time(Instant at) {
        return at.atZone(CHINA).truncatedTo(ChronoUnit.SECONDS).toOffsetDateTime().toString();
    }

    /** Until when what the platform said holds, for each call of which it said so. */
    public Map<String, Instant> usedUp(String account) {
        var closed = new TreeMap<String, Instant>();
        for (var endpoint : Endpoint.values()) {
            until(account, endpoint).ifPresent(until -> closed.put(endpoint.code(), until));
        }
        return closed;
    }

    private Optional<Instant> until(String account, Endpoint endpoint) {
        var rest = store.rest(account, endpoint.code(), today());
        return rest.isPositive() ? Optional.of(clock.instant().plus(rest)) : Optional.empty();
    }

    /** One line for every call. */
    public List<Used> today(String account) {
        var day = today();
        var counts = store.counts(account, day);
        return Arrays.stream(Endpoint.values())
                .map(one -> new Used(account, one.code(), day, counts.getOrDefault(one.code(), 0L), one.daily())).toList();
    }

    /** How often a day each call may be made, by its name; 0 where the platform names no number. */
    public static Map<String, Integer> limits() {
        return Arrays.stream(Endpoint.values()).collect(Collectors.toMap(Endpoint::code, Endpoint::daily));
    }

    /** When what waits for that is to look whether it still holds. */
    Instant nextLook(Instant until) {
        var look = clock.instant().plus(LOOK_AGAIN);
        return look.isBefore(until) ? look : until;
    }

    /** The counts were cleared at the platform: what it said holds no longer. */
    public void again(String account) {
        usedUp(account).keySet().forEach(call -> store.again(account, call, today()));
    }

    /** The day that the platform counts by. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), CHINA);
    }

    /**
     * The calls of one kind on one day.
     *
     * @param daily what every account may do, 0 where the platform names no number
     */
    public record Used(String account, String call, LocalDate day, long used, int daily) {
    }
}
