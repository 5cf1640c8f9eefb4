package liaison.bot.text;

import liaison.bot.text.SpokenWords.Kind;

/**
 * A text as rules read it: simplified, narrow and small letters, no blanks and nothing unseen, one comma for any run of signs,
 * none at the ends and none in words that are spelled out; dialect, mistakes of voice recognition and words that fill a pause are
 * what they stand for. The text as it was written stays what is kept and shown; each letter knows where it comes from.
 */
public final class PlainText {
    /** What follows is not sought: it would only cost time. */
    public static final int LONGEST = 5_000;

    private static final int HALF = 16;
    private static final int LOWER = (1 << HALF) - 1;
    /** Signs that part things, and not the letters of a word. */
    private static final String PARTING = "、，,";
    /** So many letters in a row with a sign behind each are spelled out, as in 起~火~啦; fewer only where they are all. */
    private static final int SPELLED = 2;
    private static final char FIRST_HAN = '\u2e80';

    private final char[] letters;
    /** Where each letter comes from: its first character in the upper half, how many there are in the lower. */
    private final int[] places;
    private int size;
    private boolean dialect;
    private boolean mistaken;

    private PlainText(int most) {
        letters = new char[most];
        places = new int[most];
    }

    public static PlainText of(String text) {
        var folded = new PlainText(Math.min(text.length(), LONGEST));
        folded.fold(text);
        int word = folded.firstWord();
        if (word == folded.size) {
            return folded;
        }
        var replaced = folded.replaced(word, true);
        return replaced.size == 0 ? folded.replaced(word, false) : replaced;
    }

    private void fold(String text) {
        char[] written = new char[letters.length];
        text.getChars(0, written.length, written, 0);
        char last = Fold.GAP;
        int count = 0;
        for (int i = 0; i < written.length; i++) {
            char c = Fold.plain(written[i]);
            if (c != Fold.UNSEEN && (c != Fold.GAP || last != Fold.GAP)) {
                letters[count] = c;
                places[count++] = i << HALF | 1;
                last = c;
            }
        }
        size = count;
        spell(written);
        trim();
    }

    /** Leaves out the signs between letters that stand one by one; nearly every text has none. */
    private void spell(char[] written) {
        int least = size <= SPELLED + 1 ? 1 : SPELLED;
        int row = 0;
        boolean spelled = false;
        for (int i = 1; i < size; i++) {
            if (letters[i] == Fold.GAP) {
                row = isAlone(i - 1) && PARTING.indexOf(written[start(i)]) < 0 ? row + 1 : 0;
                for (int gap = i; row >= least && gap >= i - SPELLED && gap > 0; gap -= SPELLED) {
                    letters[gap] = Fold.UNSEEN;
                    spelled = true;
                }
            }
        }
        if (spelled) {
            leaveUnseen();
        }
    }

    /** Whether a letter stands by itself, be it that the sign before it was just left out. */
    private boolean isAlone(int at) {
        return letters[at] >= FIRST_HAN && (at == 0 || letters[at - 1] == Fold.GAP || letters[at - 1] == Fold.UNSEEN);
    }

    private void leaveUnseen() {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            letters[kept] = letters[i];
            places[kept] = places[i];
            kept += letters[i] == Fold.UNSEEN ? 0 : 1;
        }
        size = kept;
    }

    private void add(char letter, int start, int end) {
        if (letter != Fold.GAP || (size > 0 && letters[size - 1] != Fold.GAP)) {
            letters[size] = letter;
            places[size++] = start << HALF | (end - start);
        }
    }

    private int start(int letter) {
        return places[letter] >>> HALF;
    }

    private int end(int letter) {
        return start(letter) + (places[letter] & LOWER);
    }

    private void trim() {
        if (size > 0 && letters[size - 1] == Fold.GAP) {
            size--;
        }
    }

    /** Where the first word stands that is to be replaced; most texts hold none. */
    private int firstWord() {
        int at = 0;
        while (at < size) {
            var word = SpokenWords.SHIPPED.at(letters, at, size);
            if (word.kind() != Kind.KEEP) {
                return at;
            }
            at += Math.max(1, word.length());
        }
        return size;
    }

    private PlainText replaced(int from, boolean withoutFillers) {
        var made = new PlainText(from + SpokenWords.MOST_GROWTH * (size - from));
        made.copy(this, 0, from);
        int at = from;
        while (at < size) {
            var word = SpokenWords.SHIPPED.at(letters, at, size);
            int end = at + Math.max(1, word.length());
            if (word.kind() == Kind.KEEP || (word.kind() == Kind.FILLER && !withoutFillers)) {
                made.copy(this, at, end);
            } else {
                made.put(word, start(at), end(end - 1));
            }
            at = end;
        }
        made.trim();
        return made;
    }

    private void copy(PlainText from, int start, int end) {
        for (int i = start; i < end; i++) {
            add(from.letters[i], from.start(i), from.end(i));
        }
    }

    private void put(SpokenWords.Word word, int start, int end) {
        for (int i = 0; i < word.value().length(); i++) {
            add(word.value().charAt(i), start, end);
        }
        dialect |= word.kind() == Kind.DIALECT;
        mistaken |= word.kind() == Kind.MISTAKE;
    }

    @Override
    public String toString() {
        return new String(letters, 0, size);
    }

    /** Where letters of it stand in the text as it was written. */
    public Span original(String label, int from, int to) {
        return new Span(label, start(from), end(to - 1));
    }

    /** Whether words of a dialect were replaced. */
    public boolean isDialect() {
        return dialect;
    }

    /** Whether mistakes of voice recognition were replaced. */
    public boolean isMistaken() {
        return mistaken;
    }
}
