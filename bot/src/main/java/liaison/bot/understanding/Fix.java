package liaison.bot.understanding;

import java.util.List;
import java.util.stream.IntStream;

/** What a message puts right without naming a slot, as 不是4栋，是5栋; the wrong or the right half may be empty. */
public record Fix(String wrong, String right) {
    public Fix {
        // 换成8号楼吧
        right = HouseParts.areAll(right) ? HouseParts.bare(right) : right;
    }

    private static final Fix NONE = new Fix("", "");
    private static final String NOT = "not";
    private static final String IS = "is";
    /** Letters that stand before some words by chance. */
    private static final int BY_CHANCE = 1;
    private static final int UNIT = 2;
    private static final int LONGER = 2;

    /** Each of several clauses that says both halves; else what all of them say together. */
    public static List<Fix> all(String text) {
        var fixes = told(text).stream().map(Fix::of).toList();
        boolean whole = fixes.size() > 1 && fixes.stream().noneMatch(fix -> fix.wrong.isEmpty() || fix.right.isEmpty());
        return whole ? fixes : List.of(of(text));
    }

    /** The clauses, each with those behind it that deny nothing where it denies, as in 不是甲，是乙；不是丙，是丁. */
    private static List<String> told(String text) {
        var clauses = Clauses.of(text);
        var begins = clauses.stream().map(clause -> denial(text, clause)).filter(at -> at >= 0).toList();
        if (begins.size() < 2 || !isSlip(text.substring(0, begins.getFirst()))) {
            return clauses.stream().map(clause -> clause.of(text)).toList();
        }
        return IntStream.range(0, begins.size()).mapToObj(
                i -> text.substring(begins.get(i), i + 1 < begins.size() ? begins.get(i + 1) : text.length())).toList();
    }

    /** Whether words say no more than that something is wrong, as 我刚才说错了, and the word that begins what is not so. */
    private static boolean isSlip(String words) {
        return Clauses.of(words).stream().map(clause -> clause.of(words))
                .allMatch(clause -> Clauses.before(clause, "wrong").isPresent() || Clauses.end(clause, 0, "besides") == clause.length());
    }

    /** Where 不是甲 or 也不是甲 begins to deny in a clause; -1 where that does not. */
    private static int denial(String text, Clauses.Clause clause) {
        int at = clause.start();
        for (int end = Clauses.end(text, at, "besides"); end > at; end = Clauses.end(text, at, "besides")) {
            at = end;
        }
        return Clauses.at(text, at, NOT).isPresent() ? at : -1;
    }

    public static Fix of(String text) {
        int denied = Clauses.find(text, 0, NOT);
        int behind = denied < 0 ? -1 : Clauses.end(text, denied, NOT);
        int is = denied < 0 ? -1 : is(text, behind);
        if (is >= 0) {
            return new Fix(Clauses.first(text.substring(behind, is)), Clauses.first(text.substring(Clauses.end(text, is, IS))));
        }
        if (denied >= 0) {
            // 是5栋不是3栋, or 不是3栋，5栋, or only 不是3栋
            int before = Clauses.find(text.substring(0, denied), 0, IS);
            String no = Clauses.first(text.substring(behind));
            return new Fix(no,
                    before < 0 ? alike(no, text.substring(behind)) : Clauses.first(text.substring(Clauses.end(text, before, IS), denied)));
        }
        int wrong = Clauses.find(text, 0, "wrong");
        if (wrong >= 0) {
            int right = Clauses.find(text, Clauses.end(text, wrong, "wrong"), IS);
            String no = Clauses.withoutSpeaker(text.substring(0, wrong)).strip();
            if (right < 0) {
                return new Fix(no, alike(no, text)).whole();
            }
            String meant = text.substring(Clauses.end(text, right, IS)).strip();
            return new Fix(Clauses.isStopped(no) ? before(no, meant) : no, meant);
        }
        int into = Clauses.find(text, 1, "into");
        if (into > 0) {
            return into(text, into);
        }
        int change = Clauses.find(text, 1, "change");
        if (change > 0 && alike(text, change)) {
            return new Fix(text.substring(0, change), text.substring(Clauses.end(text, change, "change")));
        }
        int meant = Math.max(Clauses.end(text, 0, "instead"), restated(text));
        return meant > 0 ? new Fix("", text.substring(meant).strip()) : NONE;
    }

    /** Behind 不，我是说 and the like; 0 where nothing is said anew. */
    private static int restated(String text) {
        var clauses = Clauses.of(text);
        var first = clauses.isEmpty() ? "" : clauses.getFirst().of(text);
        boolean takesBack = clauses.size() > 1 && Clauses.end(first, 0, "slip") == first.length();
        int from = takesBack ? clauses.get(1).start() : 0;
        int end = Clauses.end(text, from, "restated");
        return end > from ? end : 0;
    }

    /** Where it is said what is meant, from there on; not within one more 不是. */
    private static int is(String text, int from) {
        int is = Clauses.find(text, from, IS);
        while (is > 0 && Clauses.before(text.substring(0, is + 1), NOT).isPresent()) {
            is = Clauses.find(text, is + 1, IS);
        }
        return is;
    }

    /** The clause before 写错了 that is what was written wrong, as in 3号楼，写错了，是5号楼; none where it tells something else, as 别提交 does. */
    private static String before(String no, String right) {
        String last = Clauses.of(no).getLast().of(no);
        return isAlike(last, right) ? last : "";
    }

    private Fix whole() {
        return right.isEmpty() ? NONE : this;
    }

    /** What a message says behind both halves. */
    public String beside(String text) {
        int at = right.isEmpty() ? -1 : text.lastIndexOf(right);
        return at <= text.indexOf(wrong) ? "" : Clauses.withoutStops(text.substring(at + right.length()));
    }

    /** The clause behind the first that ends as it does and is no longer by much; empty where none does. */
    private static String alike(String words, String text) {
        var clauses = Clauses.of(text);
        String next = words.isEmpty() || clauses.size() < 2 ? "" : HouseParts.bare(clauses.get(1).of(text));
        return !next.isEmpty() && isAlike(words, next) ? next : "";
    }

    private static boolean isAlike(String wrong, String right) {
        return right.endsWith(wrong.substring(wrong.length() - 1)) && right.length() <= wrong.length() + LONGER;
    }

    /** 三天改五天: one clause, and what stands on either side counts the same. */
    private static boolean alike(String text, int change) {
        String wrong = text.substring(0, change);
        String right = HouseParts.bare(text.substring(Clauses.end(text, change, "change")));
        return Clauses.of(text).size() == 1 && isNumber(wrong) && isNumber(right)
                && right.endsWith(wrong.substring(wrong.length() - 1));
    }

    private static boolean isNumber(String words) {
        return !words.isEmpty() && WholeWords.areNumber(words.substring(0, 1));
    }

    /** 把301改成302. */
    private static Fix into(String text, int at) {
        String before = text.substring(0, at);
        var last = Clauses.of(before);
        String wrong = last.isEmpty() ? "" : Clauses.withoutLead(last.getLast().of(before)).strip();
        for (int end = Clauses.end(wrong, 0, "mine"); end > 0 && end < wrong.length(); end = Clauses.end(wrong, 0, "mine")) {
            // 把那个一年改成三个月
            wrong = wrong.substring(end);
        }
        String right = Clauses.first(text.substring(Clauses.end(text, at, "into")));
        return Clauses.before(right, "wished").isPresent() ? NONE : new Fix(wrong, right);
    }

    public boolean isOf(String words) {
        return WholeWords.stand(words, wrong);
    }

    /** 不是3，是13 about 3号楼: with what it counts there, so that no other number is meant. */
    public Fix within(String words) {
        int at = WholeWords.areNumber(wrong) && WholeWords.areNumber(right) ? WholeWords.find(words, wrong, 0) : -1;
        if (at < 0) {
            return this;
        }
        int end = at + wrong.length();
        String unit = words.substring(end, Math.min(words.length(), end + UNIT));
        return new Fix(wrong + unit, right + unit);
    }

    /** Words with the right half for the wrong one; what stands around that already is not said twice. */
    public String exchanged(String words) {
        int at = WholeWords.find(words, wrong, 0);
        if (at < 0) {
            return words;
        }
        String before = words.substring(0, at);
        String behind = words.substring(at + wrong.length());
        String rest = WholeWords.exchanged(behind.substring(sameBehind(behind)), wrong, right);
        return before.substring(0, at - sameBefore(before)) + right + rest;
    }

    /** 路灯坏了 with 路灯 as 井盖坏了; not where it was meant twice, as in 6号楼楼下. */
    private int sameBehind(String behind) {
        int same = Math.min(right.length() - 1, behind.length());
        while (same > 0 && (!right.endsWith(behind.substring(0, same)) || wrong.endsWith(behind.substring(0, same)))) {
            same--;
        }
        return same;
    }

    /** 锦绣苑3号楼 with 3号楼 as 锦绣苑5号楼. */
    private int sameBefore(String before) {
        int same = Math.min(right.length() - 1, before.length());
        while (same > BY_CHANCE && (!before.endsWith(right.substring(0, same)) || wrong.startsWith(right.substring(0, same)))) {
            same--;
        }
        return same > BY_CHANCE ? same : 0;
    }
}
