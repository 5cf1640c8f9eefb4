package liaison.bot.issue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import liaison.bot.calendar.WordTable;

/** Reads what is wrong: things by their names, and those that are not named by what is said of them. */
final class ThingReader {
    static final String THING = "thing";
    static final String SIGN = "sign";
    private static final String TELLS = "tells";
    /** Letters between the beginnings of two signs that belong together. */
    private static final int NEAR = 10;
    /** Letters between a thing and the word that makes it another matter. */
    private static final int BETWEEN = 2;

    private final String letters;
    private final WordTable words;
    private final Set<String> things = new HashSet<>();
    private final List<WordTable.Word> signs = new ArrayList<>();

    ThingReader(String letters, WordTable words) {
        this.letters = letters;
        this.words = words;
    }

    /** Reads the longest word that stands at a letter, if it is no shorter than another word there, and gives its end. */
    Optional<Integer> read(int at, int least) {
        var thing = words.at(letters, at, THING);
        var sign = words.at(letters, at, SIGN);
        int end = Math.max(thing.map(WordTable.Word::end).orElse(at), sign.map(WordTable.Word::end).orElse(at));
        if (end == at || end < least) {
            return Optional.empty();
        }
        if (sign.isPresent() && sign.get().end() == end) {
            signs.add(sign.get());
        } else if (words.at(letters, end, "beside").isEmpty()) {
            things.add(before(at) + thing.orElseThrow().value() + behind(end));
        }
        return Optional.of(end);
    }

    private String before(int start) {
        for (int between = 0; between <= BETWEEN; between++) {
            var word = words.before(letters, start - between, "ahead");
            if (word.isPresent()) {
                return word.get().value();
            }
        }
        return "";
    }

    private String behind(int end) {
        for (int between = 0; between <= BETWEEN; between++) {
            var word = words.at(letters, end + between, "behind");
            if (word.isPresent()) {
                return word.get().value();
            }
        }
        return "";
    }

    Things things() {
        for (int i = 0; i < signs.size(); i++) {
            for (int k = i + 1; k < signs.size() && signs.get(k).start() - signs.get(i).start() <= NEAR; k++) {
                tell(String.join("+", signs.get(i).value(), signs.get(k).value()));
                tell(String.join("+", signs.get(k).value(), signs.get(i).value()));
            }
        }
        if (things.stream().allMatch(this::isVague)) {
            signs.forEach(sign -> tell(sign.value()));
        }
        var vague = things.stream().filter(this::isVague).collect(Collectors.toSet());
        var brought = new HashSet<String>();
        things.forEach(thing -> whole(thing, "brings").ifPresent(word -> brought.addAll(List.of(word.value().split(",", -1)))));
        things.removeAll(vague);
        return new Things(things, vague, brought);
    }

    private boolean isVague(String thing) {
        return whole(thing, "weak").isPresent();
    }

    private void tell(String signs) {
        whole(signs, TELLS).ifPresent(word -> things.add(word.value()));
    }

    private Optional<WordTable.Word> whole(String name, String kind) {
        return words.at(name, 0, kind).filter(word -> word.end() == name.length());
    }
}
