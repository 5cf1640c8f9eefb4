package liaison.gateway.netty;

import liaison.bot.dialog.Answer;

/** Whoever waits for the answer to one message; exactly one of the two is called, on a thread of the lane. */
public interface Waiting {
    /** The message is durable and this is what was answered. */
    void answered(Answer answer);

    /** Whether it is durable could not be found out in time, or it is not. */
    void failed();
}
