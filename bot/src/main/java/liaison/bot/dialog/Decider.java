package liaison.bot.dialog;

import java.time.Instant;
import liaison.bot.message.InboundMessage;

/** Decides one message: pure, in linear time, without clock, I/O, chance or logging. */
public interface Decider {
    Turn decide(Dialog dialog, InboundMessage message, Facts facts, Instant now);

    /** What is said when deciding failed: plain words that a person will look at it. */
    Reply apology();

    /** Names this version of the rules: 16 hexadecimal digits of a hash over its files. */
    String hash();
}
