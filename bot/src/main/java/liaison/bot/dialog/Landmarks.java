package liaison.bot.dialog;

import liaison.bot.understanding.PlaceWords;

/** A landmark or a part that many places have, as 村口: kept by itself until it is said of which place it is, or what it is near. */
final class Landmarks {
    /** The slot of one that nobody's list has; the signal of words that name one, too. */
    private static final String LANDMARK = "landmark";
    /** Letters in which some part of a place is told. */
    private static final int LONGEST_PART = 20;

    private Landmarks() {
    }

    /** Whether words tell a part of some estate or village and not of which one. */
    static boolean isNameless(Scene scene, String words) {
        var book = scene.book;
        return words.length() <= LONGEST_PART && scene.where(words).places().isEmpty() && (scene.hears(book.signal("some_part"))
                || (!book.placeWords().partIn(words).isEmpty() && !scene.hears(book.signal(LANDMARK))));
    }

    /** Keeps a part of nobody knows which place until that is said, too; or puts it to the place that is known. */
    static boolean keep(Scene scene, String words) {
        if (!KnownPlace.was(scene, KnownPlace.WHERE).isEmpty()) {
            KnownPlace.restore(scene);
            scene.slots.put(KnownPlace.WHERE, KnownPlace.cut(PlaceParts.with(scene, words)));
            return true;
        }
        String part = scene.book.placeWords().partIn(words);
        return scene.slots.putIfAbsent(LANDMARK, KnownPlace.cut(part.isEmpty() ? words : part)) == null;
    }

    /** Keeps a landmark, where a message names nothing but what stands in many places, and nothing else tells whose they are. */
    static boolean take(Scene scene, String words) {
        boolean isOne = scene.slot(LANDMARK).isEmpty() && scene.home().isEmpty() && scene.place().places().isEmpty()
                && scene.nearPlaces().places().isEmpty() && scene.hears(scene.book.signal(LANDMARK));
        if (isOne) {
            scene.slots.put(LANDMARK, KnownPlace.cut(PlaceWords.withoutPointing(words)));
        }
        return isOne;
    }

    /** What was kept; empty where nothing was, or where the words only name it in full, as 临江菜市场 does 菜场. */
    static String kept(Scene scene, String words) {
        String kept = scene.slot(LANDMARK);
        int at = 0;
        for (int i = 0; i < words.length() && at < kept.length(); i++) {
            at += words.charAt(i) == kept.charAt(at) ? 1 : 0;
        }
        return at == kept.length() ? "" : kept;
    }

    static void drop(Scene scene) {
        scene.slots.remove(LANDMARK);
    }

    /** Whether it is asked what a landmark is near. */
    static boolean isAround(Scene scene) {
        return !scene.slot(LANDMARK).isEmpty();
    }

    /** Whether it is asked of what place a part was told. */
    static boolean isPart(Scene scene) {
        String words = scene.slot(LANDMARK);
        return Boolean.TRUE.equals(scene.hearing(words, () -> isNameless(scene, words)));
    }

    /** Whether it is asked what a landmark is near, which she need not know. */
    static boolean isNear(Scene scene) {
        return isAround(scene) && !isPart(scene);
    }

    /** Nobody can say what it is near. */
    static void settle(Scene scene) {
        scene.slots.put(KnownPlace.WHERE, scene.slot(LANDMARK));
        scene.slots.remove(LANDMARK);
        scene.book.form(scene.form).next(scene);
    }
}
