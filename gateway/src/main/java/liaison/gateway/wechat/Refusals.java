package liaison.gateway.wechat;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says in the log what was refused and why, once a minute for each reason however many come: whoever floods the account
 * does not flood the log. Reasons are our own words; nothing of what came is logged.
 */
final class Refusals {
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
    private static final long QUIET = TimeUnit.MINUTES.toNanos(1);

    private final String account;
    private final LongSupplier nanos;
    private final Map<String, Said> said = new HashMap<>();

    Refusals(String account, LongSupplier nanos) {
        this.account = account;
        this.nanos = nanos;
    }

    synchronized void add(Refused refused) {
        String reason = String.valueOf(refused.getMessage());
        long now = nanos.getAsLong();
        var last = said.get(reason);
        if (last != null && now - last.at < QUIET) {
            said.put(reason, new Said(last.at, last.since + 1));
            return;
        }
        int left = last == null ? 0 : last.since;
        LOG.warn("A delivery to account {} was refused with {}: {}{}", account, refused.status().code(), reason,
                left == 0 ? "" : " (and " + left + " like it since this was last said)");
        said.put(reason, new Said(now, 0));
    }

    private record Said(long at, int since) {
    }
}
