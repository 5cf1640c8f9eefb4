package liaison.bot.request;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** Request numbers, unique in the deployment and never reused; gaps are allowed. */
public interface Numbers {
    /** The next number of a day in Shanghai, such as {@code LZ20261123-0007}. */
    String next(LocalDate day);

    /** The n-th number of a day, n from 1 on. */
    static String format(LocalDate day, int n) {
        return "LZ" + day.format(DateTimeFormatter.BASIC_ISO_DATE)
                + (n < 1_000 ? "-" + Integer.toString(10_000 + n).substring(1) : "-" + n);
    }
}
