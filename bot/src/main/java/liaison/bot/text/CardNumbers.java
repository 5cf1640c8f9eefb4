package liaison.bot.text;

import java.util.List;

/** The arithmetic of identity cards (GB 11643) and of bank cards (Luhn). */
final class CardNumbers {
    static final int ID = 18;
    static final int OLD_ID = 15;
    private static final int BIRTH = 6;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2100;
    private static final List<Integer> PROVINCES = List.of(1, 2, 3, 4, 5, 6, 7, 8);

    private CardNumbers() {
    }

    /** Whether eighteen digits hold a date of birth. */
    static boolean isBorn(DigitRun run, int from) {
        int year = run.value(from + BIRTH, from + BIRTH + 4);
        return year >= FIRST_YEAR && year < LAST_YEAR && isDay(run, from + BIRTH + 4);
    }

    /** Whether fifteen digits are those of a card before 1999. */
    static boolean isOldId(DigitRun run, int from) {
        return isProvince(run, from) && isDay(run, from + BIRTH + 2);
    }

    private static boolean isDay(DigitRun run, int from) {
        int month = run.value(from, from + 2);
        int day = run.value(from + 2, from + 4);
        return month >= 1 && month <= 12 && day >= 1 && day <= 31;
    }

    /** The first digit is the part of the country, the second counts the provinces there: no part has more than seven. */
    static boolean isProvince(DigitRun run, int from) {
        int second = run.digit(from + 1);
        return PROVINCES.contains(run.digit(from)) && second >= 1 && second <= 7;
    }

    /** ISO 7064, MOD 11-2. */
    static boolean isChecked(DigitRun run, int from) {
        int sum = 0;
        for (int i = 0; i < ID; i++) {
            sum = (sum * 2 + run.digit(from + i)) % 11;
        }
        return sum == 1;
    }

    static boolean isLuhn(DigitRun run, int from, int to) {
        int sum = 0;
        for (int i = from; i < to; i++) {
            int digit = run.digit(i) * ((to - i) % 2 == 0 ? 2 : 1);
            sum += digit / 10 + digit % 10;
        }
        return sum % 10 == 0;
    }
}
