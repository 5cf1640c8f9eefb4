package liaison.bot.dialog;

import java.util.Map;
import liaison.bot.understanding.Clauses;
import liaison.bot.understanding.Heard;

/**
 * A matter that is told behind words that say no to an errand, that are done with an earlier matter, or that announce another one:
 * 不预约了，我直接说，柳荫路的公厕没灯. Only the matter is reported.
 */
final class AfterAll {
    private static final String COLONS = "：:？?";
    private static final String REPORT = "report";
    private static final String WHAT = "what";

    private AfterAll() {
    }

    /** The matter without the clauses before it; empty where nothing stands before one, or none is told. */
    static String told(Scene scene) {
        String text = stopped(scene.heard.text());
        int from = 0;
        boolean announced = false;
        boolean declined = false;
        for (var clause : Clauses.of(text)) {
            String words = clause.of(text);
            var heard = heard(scene, words);
            boolean announces = heard.hears(scene.book.signal("announces"));
            boolean declines = heard.hears(scene.book.signal("declines_errand"));
            boolean closes = heard.hears(scene.book.signal("closes_earlier"));
            boolean isMatter = !scene.where(words).places().isEmpty() || !(announces || declines || closes);
            announced |= announces;
            if (isMatter) {
                break;
            }
            declined |= declines;
            from = clause.end();
        }
        boolean leads = Clauses.end(text, from, "announcing") > from;
        String rest = (from == 0 && !leads) || from >= text.length() ? "" : behind(scene.heard.text(), from);
        boolean isTold = !rest.isEmpty() && (announced || declined || leads) && isMatter(scene, rest, announced);
        return isTold ? rest.substring(Clauses.end(rest, 0, "announcing")) : "";
    }

    private static String behind(String text, int from) {
        int at = from;
        while (at < text.length() && !Character.isLetterOrDigit(text.charAt(at))) {
            at++;
        }
        return Clauses.withoutStops(text.substring(at));
    }

    /** Something is wrong there; anywhere, where it was announced that a matter follows. */
    private static boolean isMatter(Scene scene, String rest, boolean announced) {
        var heard = heard(scene, rest);
        boolean troubles = heard.hears(scene.book.signal("trouble")) || heard.hears(scene.book.signal("@trouble"));
        boolean isPlaced = !scene.where(rest).places().isEmpty();
        return isPlaced ? troubles || Boolean.TRUE.equals(scene.hearing(rest, () -> SaidPlace.isBesideMore(scene))) : announced && troubles;
    }

    private static Heard heard(Scene scene, String words) {
        return scene.book.heard(words, scene.facts.readings());
    }

    /** With every mark that ends a clause as a comma, each letter where it was. */
    private static String stopped(String text) {
        var marks = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            if (COLONS.indexOf(text.charAt(i)) >= 0) {
                marks.setCharAt(i, '，');
            }
        }
        return marks.toString();
    }

    static void start(Scene scene) {
        String rest = told(scene);
        scene.hearing(rest, () -> scene.book.form(REPORT).start(scene, Map.of(WHAT, WordsSlot.kept(rest))));
    }
}
