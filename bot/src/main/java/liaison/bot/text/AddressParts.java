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

    private final AddressModel model;
    private final BestLabels best;
    private final DivisionNames divisions;
    private final AddressStretches stretches = AddressStretches.shipped();
    private final BitSet endings = AddressStretches.endings();

    AddressParts(AddressModel model, DivisionNames divisions) {
        this.model = model;
        this.divisions = divisions;
        best = new BestLabels(model);
    }

    /** By the tables that come with the program; reading them takes a good tenth of a second. */
    public static AddressParts shipped() {
        return new AddressParts(AddressModel.shipped(), DivisionNames.shipped());
    }

    public List<Span> in(String text) {
        var parts = new ArrayList<Span>();
        for (var stretch : stretches.in(text)) {
            add(best.of(new AddressFeatures(text, stretch.start(), stretch.end(), divisions, endings)), stretch.start(), parts);
        }
        return parts;
    }

    private void add(int[] line, int offset, List<Span> parts) {
        int labels = model.labels().size();
        int last = -1;
        for (int start = 0; start < line.length;) {
            int end = start + 1;
            while (end < line.length && line[end] >= labels) {
                end++;
            }
            String label = model.labels().get(line[start]);
            if (!UNSAID.contains(label) && (!NUMBERS.contains(label) || (last >= 0 && start - last <= BETWEEN))) {
                parts.add(new Span(label, offset + start, offset + end));
                last = end;
            }
            start = end;
        }
    }
}
