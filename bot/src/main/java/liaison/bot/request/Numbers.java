package liaison.bot.request;

import java.time.LocalDate;

/** Request numbers, unique in the deployment and never reused; gaps are allowed. */
public interface Numbers {
    /** The next number of a day in Shanghai, such as {@code LZ20261123-0007}. */
    String next(LocalDate day);
}
