package liaison.gateway.wecom;

import liaison.bot.message.Address;

/**
 * How often one member is written to by one app, counted over all nodes. The platform accepts what is over its limits and drops it
 * without a word.
 */
@FunctionalInterface
public interface Pace {
    int A_MINUTE = 30;
    int AN_HOUR = 1000;

    /** Whether the member may get one more now, a message under this key; if so, it is counted. */
    boolean admits(Address member, String key);
}
