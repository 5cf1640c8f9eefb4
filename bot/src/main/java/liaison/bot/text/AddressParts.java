package liaison.bot.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/**
 * The parts of addresses in a text, labelled prov, city, district, devZone, town, community, road, roadno, poi, subpoi, houseno, cellno,
 * floorno and roomno.
 */
public final class AddressParts {
    /** What is learned only to be left out. */
    private static final Set<String> UNSAID = Set.of("none", "redundant", "person", "assist");

    /** What is part of an address only behind another part: 383号 alone may be a document's. */
    private static final Set<String> NUMBERS = Set.of("roadno", "houseno", "cellno", "floorno", "roomno", "subpoi");
    private static final int BETWEEN = 2;
    /** What may lack its first letter when the model does not know the name. */
    private static final Set<String> NAMES = Set.of("town");
    /** Numbers that are part of an address alone, by what they end in. */
    private static final Set<String> ALONE = Set.of("houseno", "cellno", "roomno");
    private static final int LONGEST_ENDING = 2;
    private static final List<String> ALONE_ENDINGS = AddressStretches.words("alone");

    private final AddressModel model;
    private final BestLabels best;
    private final AddressNames names;
    private final AddressStretches stretches = AddressStretches.shipped();
    private final BitSet verbs = AddressStretches.letters("verbs");
    private final BitSet joining = AddressStretches.letters("joining");
    private final BitSet leading = AddressStretches.letters("leading");

    AddressParts(AddressModel model, AddressNames names) {
        this.model = model;
        this.names = names;
        best = new BestLabels(model);
    }

    /** By the tables that come with the program; reading them takes a good tenth of a second. */
    public static AddressParts shipped() {
        return new AddressParts(AddressModel.shipped(), AddressNames.shipped());
    }

    /** Blanks and unseen marks within names, and traditional letters, change nothing. */
    public List<Span> in(String text) {
        int[] from = new int[text.length()];
        String closed = ClosedUp.of(text, from);
        String plain = Fold.all(closed);
        var parts = new ArrayList<Span>();
        for (var stretch : stretches.in(plain)) {
            add(best.of(new AddressFeatures(plain, stretch.start(), stretch.end(), names)), plain, stretch.start(), parts);
        }
        return closed.equals(text)
                ? parts
                : parts.stream().map(part -> new Span(part.label(), from[part.start()], from[part.end() - 1] + 1)).toList();
    }

    private void add(int[] line, String text, int offset, List<Span> parts) {
        int labels = model.labels().size();
        int last = -1;
        int free = 0;
        for (int start = 0; start < line.length;) {
            int end = start + 1;
            while (end < line.length && line[end] >= labels) {
                end++;
            }
            String label = model.labels().get(line[start]);
            int begin = NAMES.contains(label) ? first(text, offset + free, offset + start, end - start) - offset : start;
            if (!UNSAID.contains(label) && (isSure(label, text, offset + start, offset + end) || (last >= 0 && start - last <= BETWEEN))
                    && !joining.get(text.charAt(offset + begin)) && !leading.get(text.charAt(offset + end - 1))) {
                parts.add(new Span(label, offset + begin, offset + end));
                last = end;
                free = end;
            }
            start = end;
        }
    }

    /** A letter before a name belongs to it, and two where nothing but the ending was found, if what stands before them goes before addresses. */
    private int first(String text, int free, int start, int length) {
        int first = start;
        while (first > free && isName(text.charAt(first - 1))) {
            first--;
        }
        boolean goesBefore = first == free || verbs.get(text.charAt(first - 1));
        return goesBefore && start - first <= (length <= LONGEST_ENDING ? 2 : 1) ? first : start;
    }

    private boolean isName(char letter) {
        return Character.isIdeographic(letter) && !verbs.get(letter) && !joining.get(letter);
    }

    private static boolean isSure(String label, String text, int start, int end) {
        if (!NUMBERS.contains(label)) {
            return true;
        }
        String part = text.substring(start, end);
        return ALONE.contains(label) && Letters.isDigit(part.charAt(0)) && ALONE_ENDINGS.stream().anyMatch(part::endsWith);
    }
}
