package liaison.bot.dialog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import liaison.bot.calendar.WordTable;
import liaison.bot.understanding.Clauses;
import liaison.bot.understanding.HouseParts;
import liaison.bot.understanding.SecondThoughts;

/**
 * Tells clauses that say a place or a time anew from those that only speak of one, as 我从锦绣苑搬来的 or 昨天我又去看了. A clause says it that
 * is nothing but the value with the words around it and the matter's own, or puts something right; any other belongs to the matter.
 */
final class Remarks {
    private static final WordTable WORDS = WordTable.shipped("/understanding/place-words.tsv", "/calendar/numbers.tsv",
            "/calendar/since-words.tsv", "/understanding/answer-words.tsv");
    private static final List<String> BEFORE_PLACE = List.of("manner", "mind", "choosing", "is", "led", "only", "lies", "broke", "opening");
    private static final List<String> BEHIND_PLACE = List.of("manner", "tail", "particle", "yonder", "there", "part", "spot", "that",
            "broke", "goes", "closing");
    private static final List<String> OF_TIME = List.of("manner", "so", "mind", "choosing", "is", "led", "lead", "from", "tail", "particle",
            "start", "till", "always", "speaker", "broke", "retold");
    private static final List<String> BEGINNINGS = List.of("开始", "起", "以来");
    private static final List<String> BEFORE_ALL = List.of("speaker", "manner", "led");
    private static final String SINCE = "since";
    /** Letters of a name that nobody knows, between a place and what an address ends in, as in 听雨轩老槐树下面. */
    private static final int LONGEST_NAME = 3;
    private static final int LONGEST_DENIED = 6;
    private static final String OF = "的";
    /** Longer clauses hold more than a value. */
    private static final int LONGEST = 60;
    /** Letters that a clause and the matter share, one behind the other. */
    private static final int SHARED = 2;

    private Remarks() {
    }

    /** Whether a message names a place or a time, and none of them as where or since when it is. */
    static boolean isOne(Scene scene) {
        boolean place = scene.place().exact();
        boolean since = SinceSlot.isSaid(scene);
        return (place || since) && (!place || told(scene, KnownPlace.WHERE).isEmpty()) && (!since || told(scene, SINCE).isEmpty())
                && PhoneSlot.said(scene).isEmpty() && denied(scene).isEmpty();
    }

    /** Whether a message says by a word for it that it is another place, whatever it tells again of the matter, as 是听雨轩的灯坏了. */
    static boolean isAnew(Scene scene) {
        return scene.place().exact() && Clauses.at(scene.heard.text(), 0, "is").isPresent() && !told(scene, KnownPlace.WHERE).isEmpty();
    }

    /** Whether a message says anew where, by a name, or since when it is. */
    static boolean isTold(Scene scene, String slot) {
        return (slot.equals(KnownPlace.WHERE) ? scene.place().exact() : slot.equals(SINCE)) && !told(scene, slot).isEmpty();
    }

    /** What a message says anew of where or since when it is; empty where it only speaks of that. */
    static String told(Scene scene, String slot) {
        String text = scene.heard.text();
        if (slot.equals(KnownPlace.WHERE) ? !scene.place().exact() : !SinceSlot.isSaid(scene)) {
            return slot.equals(SINCE) ? "" : text;
        }
        String later = later(scene, slot);
        if (!later.isEmpty()) {
            return later;
        }
        var told = new ArrayList<String>();
        boolean corrects = false;
        boolean denies = false;
        boolean named = false;
        for (var clause : Clauses.of(text)) {
            String words = clause.of(text);
            if (isDenial(scene, words)) {
                corrects = true;
                named = true;
                continue;
            }
            boolean names = !value(scene, slot, words).isEmpty();
            boolean says = names && (corrects || isMarked(words) || (denies && isMeant(words)) || isNothingElse(scene, slot, words));
            boolean goesOn = !told.isEmpty() && slot.equals(KnownPlace.WHERE) && !scene.book.placeWords().tailIn(words).isEmpty();
            if (says || goesOn) {
                told.add(words);
            }
            named |= names;
            corrects = false;
            denies = denies(words);
        }
        return named ? String.join("，", told) : text;
    }

    /** What is said of a slot behind 哦不 and the like; all of the message where that is only another house. */
    private static String later(Scene scene, String slot) {
        for (String meant : SecondThoughts.all(scene.heard.text())) {
            String words = Clauses.first(meant);
            if (!value(scene, slot, words).isEmpty()) {
                return words;
            }
            if (slot.equals(KnownPlace.WHERE) && HouseParts.areAll(HouseParts.bare(words))) {
                return scene.heard.text();
            }
        }
        return "";
    }

    /** The slot of which a message only says that it is not what was told, as 哪有三天 does. */
    static Optional<String> denied(Scene scene) {
        String text = scene.heard.text();
        return List.of(SINCE, KnownPlace.WHERE).stream().filter(slot -> Clauses.of(text).stream().map(clause -> clause.of(text))
                .allMatch(words -> isDenial(scene, words) && isKnown(scene, slot, value(scene, slot, words)))).findFirst();
    }

    private static boolean isKnown(Scene scene, String slot, String value) {
        String known = KnownPlace.was(scene, slot);
        return !value.isEmpty() && !known.isEmpty() && (known.contains(value) || value.contains(known));
    }

    /** 周一不对, or 哪有三天 and 不在锦绣苑 with nothing behind: the next clause says what is right. */
    private static boolean isDenial(Scene scene, String words) {
        String rest = behind(words, BEFORE_ALL);
        var word = Clauses.at(rest, 0, "denied").or(() -> Clauses.at(rest, 0, "not"));
        if (word.isEmpty()) {
            // 没错 is not wrong
            return Clauses.before(words, "wrong").isPresent()
                    && Clauses.before(words, "manner").filter(well -> well.end() - well.start() > 1)
                            .isEmpty();
        }
        String value = rest.substring(word.get().end());
        return value.isEmpty() || List.of(SINCE, KnownPlace.WHERE).stream()
                .anyMatch(slot -> begins(value, value(scene, slot, value)) && isNothingElse(scene, slot, value));
    }

    private static boolean begins(String words, String value) {
        return !value.isEmpty() && words.startsWith(value);
    }

    /** 不是甲, whatever that is: 是乙 may follow. */
    private static boolean denies(String words) {
        String rest = behind(words, BEFORE_ALL);
        int end = Clauses.end(rest, 0, "not");
        return end > 0 && rest.length() - end <= LONGEST_DENIED && !rest.endsWith(OF);
    }

    private static boolean isMeant(String words) {
        return Clauses.at(behind(words, List.of("speaker", "manner")), 0, "is").isPresent();
    }

    /** 写错了是乙, 应该是乙, 不是甲是乙 and 是乙不是甲. */
    private static boolean isMarked(String words) {
        String rest = behind(words, BEFORE_ALL);
        int denied = Clauses.find(rest, 0, "not");
        return Clauses.at(rest, 0, "instead").isPresent() || Clauses.at(behind(words, List.of("speaker", "manner")), 0, "wrong").isPresent()
                || (denied == 0 && Clauses.find(rest, Clauses.end(rest, 0, "not"), "is") >= 0)
                || (denied > 0 && Clauses.at(rest, 0, "is").isPresent());
    }

    private static String behind(String words, List<String> kinds) {
        int at = 0;
        int end = covered(words, 0, kinds);
        while (end > at && Clauses.at(words, at, "instead").isEmpty() && Clauses.at(words, at, "denied").isEmpty()) {
            at = end;
            end = covered(words, at, kinds);
        }
        return words.substring(at);
    }

    private static String value(Scene scene, String slot, String words) {
        var where = scene.where(words);
        if (slot.equals(KnownPlace.WHERE)) {
            return where.exact() ? where.words() : "";
        }
        return SinceSlot.read(where.exact() ? words.replace(where.words(), " ".repeat(where.words().length())) : words, scene.now);
    }

    /** Whether all of a clause is the value, the words that lead to it or go on with it, and words of the matter. */
    private static boolean isNothingElse(Scene scene, String slot, String words) {
        String place = value(scene, KnownPlace.WHERE, words);
        String since = value(scene, SINCE, words);
        if (words.length() > LONGEST) {
            return false;
        }
        if (slot.equals(SINCE) && isBeginning(words, since)) {
            return true;
        }
        int placeAt = place.isEmpty() ? words.length() : words.indexOf(place);
        var others = others(scene, slot, words);
        boolean isName = slot.equals(KnownPlace.WHERE) && others.size() <= LONGEST_NAME && !others.isEmpty() && others.getFirst() > placeAt;
        return others.isEmpty() || (isName && scene.book.placeWords().endsAsPlace(words));
    }

    /** Where letters of a clause stand that are neither the value nor any word around it. */
    private static List<Integer> others(Scene scene, String slot, String words) {
        String place = value(scene, KnownPlace.WHERE, words);
        String since = value(scene, SINCE, words);
        int placeAt = place.isEmpty() ? words.length() : words.indexOf(place);
        var others = new ArrayList<Integer>();
        for (int at = 0; at < words.length();) {
            int end = Math.max(valueEnd(words, at, place), valueEnd(words, at, since));
            end = Math.max(end, around(scene, slot, words, at, at >= placeAt));
            if (end == at && Character.isLetterOrDigit(words.charAt(at))) {
                others.add(at);
            }
            at = Math.max(end, at + 1);
        }
        return others;
    }

    /** Whether a clause says more than where and since when. */
    static boolean isMore(Scene scene, String words) {
        var others = others(scene, KnownPlace.WHERE, words);
        others.retainAll(others(scene, SINCE, words));
        return !others.isEmpty();
    }

    /** The place that a clause says with more behind its name than anybody knows, as 听雨轩东门那个岗亭; empty where there is no more. */
    static String described(Scene scene, String clause) {
        String place = value(scene, KnownPlace.WHERE, clause);
        int placeAt = clause.indexOf(place);
        boolean more = !place.isEmpty() && value(scene, SINCE, clause).isEmpty() && Clauses.of(clause).size() == 1
                && others(scene, KnownPlace.WHERE, clause).stream().anyMatch(at -> at > placeAt);
        int denied = more ? Clauses.find(clause, placeAt, "not") : -1;
        return more ? Clauses.withoutStops(clause.substring(placeAt, denied < 0 ? clause.length() : denied)) : "";
    }

    private static int valueEnd(String words, int at, String value) {
        return !value.isEmpty() && words.startsWith(value, at) ? at + value.length() : at;
    }

    private static int around(Scene scene, String slot, String words, int at, boolean behindPlace) {
        int end = at;
        if (slot.equals(SINCE)) {
            end = covered(words, at, OF_TIME);
        }
        if (slot.equals(KnownPlace.WHERE) || behindPlace) {
            end = Math.max(end, covered(words, at, behindPlace ? BEHIND_PLACE : BEFORE_PLACE));
            end = behindPlace ? Math.max(end, scene.book.placeWords().tail().end(words, at)) : end;
        }
        boolean leads = !behindPlace && (slot.equals(SINCE) || !SaidPlace.isAnother(scene));
        end = leads ? Math.max(end, covered(words, at, List.of("at"))) : end;
        return Math.max(end, shared(scene, words, at));
    }

    /** How far words go on as the matter does. */
    private static int shared(Scene scene, String words, int at) {
        String what = scene.before.slots().getOrDefault("what", "");
        int end = at;
        while (end < words.length() && what.contains(words.substring(at, end + 1))) {
            end++;
        }
        return end - at >= SHARED ? end : at;
    }

    /** 打上个月搬来起: since when it is, whatever else is told but what somebody does about it. */
    private static boolean isBeginning(String words, String since) {
        int start = words.indexOf(since);
        int end = start + since.length();
        boolean from = WORDS.before(words, start, "from").isPresent() || WORDS.at(words, start, "from").isPresent();
        return !since.isEmpty() && Clauses.find(words, 0, "acts") < 0 && BEGINNINGS.stream()
                .anyMatch(word -> since.endsWith(word) || words.startsWith(word, end) || (from && words.indexOf(word, end) > 0));
    }

    private static int covered(String text, int at, List<String> kinds) {
        int end = at;
        for (String kind : kinds) {
            end = Math.max(end, WORDS.at(text, at, kind).map(WordTable.Word::end).orElse(at));
        }
        return end;
    }
}
