package liaison.bot.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import liaison.bot.people.Directory.Mention;

/** The numbered parts of an address below the estate or the road: building, unit, floor, room, as in 3栋2单元301室. */
public final class HouseParts {
    /** From the widest to the narrowest, each with the words that stand behind its number. */
    private static final List<List<String>> KINDS = List.of(List.of("号楼", "栋", "幢", "座"), List.of("单元"), List.of("层", "楼"),
            List.of("室", "号房", "房", "户"));
    private static final int ROOM = KINDS.size() - 1;
    private static final String NUMERALS = "一二三四五六七八九十百东南西北中";
    private static final int FEWEST_DIGITS = 3;
    private static final int MOST_DIGITS = 4;
    private static final String OF_A_BUILDING = "楼房";
    private static final int LONGEST = 40;
    private static final String PARTICLES = "吧啊呀哦的了呢哈。！!,， ";

    private HouseParts() {
    }

    /** One part: where it stands in the text, and how narrow it is. */
    private record Part(int kind, int start, int end) {
    }

    /** Whether words say such parts and nothing else. */
    public static boolean areAll(String words) {
        String bare = bare(words);
        var parts = in(bare);
        int end = 0;
        for (var part : parts) {
            if (part.start != end) {
                return false;
            }
            end = part.end;
        }
        return !parts.isEmpty() && end == bare.length();
    }

    /** Whether words hold such a part. */
    public static boolean areIn(String words) {
        return !in(words).isEmpty();
    }

    /** The parts from a building on that words begin with; empty where they begin with none, or with any one, as in 一栋楼. */
    static String first(String words) {
        int end = 0;
        for (var part : in(words.substring(0, Math.min(words.length(), LONGEST)))) {
            if (part.start == end && (end > 0 || part.kind == 0)) {
                end = part.end;
            }
        }
        boolean isAny = end > 0 && end < words.length() && OF_A_BUILDING.indexOf(words.charAt(end)) >= 0
                && !Plain.isDigit(Plain.narrow(words.charAt(0)));
        return isAny ? "" : words.substring(0, end);
    }

    /**
     * An address with other parts in the place of its own of the same kind, or behind the next wider one.
     *
     * @param nameEnd where the name of the estate or road ends; 0 where nobody knows it
     */
    public static String put(String words, String address, int nameEnd) {
        String said = bare(words);
        if (nameEnd == 0 && in(address).isEmpty()) {
            return address + said;
        }
        String whole = address;
        for (var part : in(said)) {
            String number = said.substring(part.start, part.end);
            var now = in(whole).stream().filter(one -> one.start >= nameEnd).toList();
            var same = now.stream().filter(one -> one.kind == part.kind).findFirst();
            int from = same.map(Part::start).orElseGet(() -> behind(now, part, nameEnd));
            int to = same.map(Part::end).orElse(now.isEmpty() ? whole.length() : from);
            whole = whole.substring(0, from) + number + whole.substring(to);
        }
        return whole;
    }

    /** Words about an address, with the parts that are said now in the place of those of the address. */
    public static String exchanged(String words, String said, String address, int nameEnd) {
        String now = bare(said);
        String changed = words;
        for (var part : in(now)) {
            var before = in(address).stream().filter(one -> one.start >= nameEnd && one.kind == part.kind).findFirst();
            if (before.isPresent()) {
                changed = WholeWords.exchanged(changed, address.substring(before.get().start, before.get().end),
                        now.substring(part.start, part.end));
            }
        }
        return changed;
    }

    /** Where the name of an address ends and houses begin; a building that is known by a name of its own is a house all the same. 0 where nobody knows it. */
    public static int nameEnd(String address, List<Mention> mentions) {
        int end = mentions.stream().mapToInt(Mention::end).max().orElse(0);
        return in(address).stream().filter(part -> part.end == end && part.start > 0).mapToInt(Part::start).findFirst().orElse(end);
    }

    /** A number as that of the first part of an address; the number alone where it has none. */
    public static String numbered(String number, String address, int nameEnd) {
        return in(address).stream().filter(one -> one.start >= nameEnd).findFirst()
                .map(one -> number + address.substring(number(address, one.start), one.end)).orElse(number);
    }

    /** Where the last part behind the name ends; where the name does, if there is none. */
    public static int end(String address, int nameEnd) {
        return in(address).stream().filter(one -> one.start >= nameEnd).mapToInt(Part::end).max().orElse(nameEnd);
    }

    /** Where the parts end within which other words lie, as 3单元门口 lies in 9号楼; where the name does, if there are none. */
    public static int widerEnd(String address, int nameEnd, String words) {
        int kind = in(words).stream().filter(part -> part.start == 0).mapToInt(Part::kind).findFirst().orElse(0);
        return in(address).stream().filter(one -> one.start >= nameEnd && one.kind < kind).mapToInt(Part::end).max().orElse(nameEnd);
    }

    private static int behind(List<Part> parts, Part part, int nameEnd) {
        return parts.stream().filter(one -> one.kind < part.kind).mapToInt(Part::end).max()
                .orElseGet(() -> parts.stream().mapToInt(Part::start).min().orElse(nameEnd));
    }

    private static List<Part> in(String text) {
        var parts = new ArrayList<Part>();
        int at = 0;
        while (at < text.length()) {
            int end = number(text, at);
            var part = end == at ? Optional.<Part>empty() : part(text, at, end, parts);
            part.ifPresent(parts::add);
            at = part.map(Part::end).orElse(Math.max(end, at + 1));
        }
        return parts;
    }

    private static Optional<Part> part(String text, int start, int end, List<Part> before) {
        for (int kind = 0; kind < KINDS.size(); kind++) {
            for (String word : KINDS.get(kind)) {
                if (text.startsWith(word, end)) {
                    return Optional.of(new Part(kind, start, end + word.length()));
                }
            }
        }
        boolean isRoom = end - start >= FEWEST_DIGITS && end - start <= MOST_DIGITS && end == text.length()
                && !before.isEmpty() && before.getLast().end == start;
        return isRoom ? Optional.of(new Part(ROOM, start, end)) : Optional.empty();
    }

    private static int number(String text, int from) {
        int end = from;
        while (end < text.length() && isNumeral(Plain.narrow(text.charAt(end)))) {
            end++;
        }
        return end;
    }

    private static boolean isNumeral(char c) {
        return Plain.isDigit(c) || (c >= 'a' && c <= 'z') || c == '-' || NUMERALS.indexOf(c) >= 0;
    }

    /** Without the particles behind them. */
    public static String bare(String words) {
        int end = words.length();
        while (end > 0 && PARTICLES.indexOf(words.charAt(end - 1)) >= 0) {
            end--;
        }
        return words.substring(0, end).strip();
    }
}
