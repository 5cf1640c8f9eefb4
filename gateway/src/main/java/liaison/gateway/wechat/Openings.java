package liaison.gateway.wechat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import liaison.bot.message.Address;

/** What people did that lets an account talk to them, as the journal has it. */
public interface Openings {
    /** The last message and the last event of an address since then, if any, in no order. */
    List<Opening> since(Address address, Instant since);

    /**
     * One message or event.
     *
     * @param seq its number in the journal
     */
    record Opening(long seq, boolean event, Instant at) {
        /** A message opens 48 hours for five sends, a click, scan or subscription a minute for three. */
        int sends() {
            return event ? 3 : 5;
        }

        Duration lasts() {
            return event ? Duration.ofMinutes(1) : Duration.ofDays(2);
        }
    }
}
