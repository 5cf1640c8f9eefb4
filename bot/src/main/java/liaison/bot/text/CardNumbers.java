package liaison.bot.text;

/** The shapes and the arithmetic of identity cards (GB 11643) and of bank cards (Luhn). */
final class CardNumbers {
    private static final int ID = 18;
    private static final int OLD_ID = 15;
    private static final int BIRTH = 6;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2100;
    private static final int SHORTEST_BANK = 16;
    private static final int LONGEST_BANK = 19;
    private static final int SHORTEST_ACCOUNT = 9;
    private static final int PRINTED = 5;
    private static final int NEAR = 14;

    private CardNumbers() {
    }

    static boolean isId(DigitPiece piece) {
        if (piece.length() != ID && piece.length() != OLD_ID) {
            return false;
        }
        boolean grouped = isGrouped(piece);
        if (!grouped && (piece.length() != ID || !isBorn(piece))) {
            return false;
        }
        boolean said = NumberWords.ID.occurBefore(piece.text(), piece.start(), NEAR);
        if (!grouped) {
            return isProvince(piece) && piece.isFree() && (said || isChecked(piece));
        }
        if (said && !piece.isPaused()) {
            return true;
        }
        boolean plausible = isProvince(piece) && !piece.isPaper() && piece.isFree();
        return piece.length() == OLD_ID
                ? plausible && piece.groups() == 1 && isDay(piece, BIRTH + 2)
                : isBorn(piece) && (plausible || isChecked(piece));
    }

    /** In one piece, in fours, in threes, or with the place first. */
    private static boolean isGrouped(DigitPiece piece) {
        return piece.groups() == 1 || piece.length(0) == BIRTH || piece.length(0) == 3 || piece.isInFours(4)
                || piece.isSingles();
    }

    private static boolean isBorn(DigitPiece piece) {
        int year = piece.value(BIRTH, BIRTH + 4);
        return year >= FIRST_YEAR && year < LAST_YEAR && isDay(piece, BIRTH + 4);
    }

    /** Whether four digits are a month and a day. */
    static boolean isDay(DigitPiece piece, int first) {
        int month = piece.value(first, first + 2);
        int day = piece.value(first + 2, first + 4);
        return month >= 1 && month <= 12 && day >= 1 && day <= 31;
    }

    /** The first digit is the part of the country, the second counts the provinces there: no part has more than seven. */
    private static boolean isProvince(DigitPiece piece) {
        return piece.digit(0) >= 1 && piece.digit(0) <= 8 && piece.digit(1) >= 1 && piece.digit(1) <= 7;
    }

    /** ISO 7064, MOD 11-2. */
    private static boolean isChecked(DigitPiece piece) {
        int sum = 0;
        for (int i = 0; i < ID; i++) {
            sum = (sum * 2 + piece.digit(i)) % 11;
        }
        return sum == 1;
    }

    static boolean isBank(DigitPiece piece) {
        if (isAccount(piece)) {
            return true;
        }
        if (piece.length() < SHORTEST_BANK || piece.length() > LONGEST_BANK || !piece.isFree()) {
            return false;
        }
        boolean grouped = piece.isInFours(LONGEST_BANK) || (piece.groups() == 2 && piece.length(0) == BIRTH)
                || piece.isSingles();
        if (!grouped) {
            return false;
        }
        boolean said = NumberWords.BANK.occurBefore(piece.text(), piece.start(), NEAR);
        int first = piece.digit(0);
        boolean plausible = ((first >= 3 && first <= 6) || first == 9) && (isLuhn(piece) || isPrinted(piece)) && !piece.isPaper()
                && !NumberWords.LONG_PAPER.endBefore(piece.text(), piece.start());
        return said || plausible;
    }

    /** Four fours and three, as on the card: hardly anything else is written so, even where a digit is wrong. */
    private static boolean isPrinted(DigitPiece piece) {
        return piece.groups() == PRINTED && piece.isInFours(3) && !piece.isPaused() && piece.length() == LONGEST_BANK;
    }

    /** Behind the word for it; an account may have more digits than a card, or fewer. */
    private static boolean isAccount(DigitPiece piece) {
        if (piece.length() < SHORTEST_ACCOUNT || !piece.isInFours(4) || !piece.isFree()) {
            return false;
        }
        return NumberWords.ACCOUNT.endBefore(piece.text(), piece.start())
                || (piece.length() >= SHORTEST_BANK && NumberWords.BANK.endBefore(piece.text(), piece.start()));
    }

    private static boolean isLuhn(DigitPiece piece) {
        int sum = 0;
        for (int i = 0; i < piece.length(); i++) {
            int digit = piece.digit(i) * ((piece.length() - i) % 2 == 0 ? 2 : 1);
            sum += digit / 10 + digit % 10;
        }
        return sum % 10 == 0;
    }
}
