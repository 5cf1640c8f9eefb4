package liaison.bot.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import liaison.bot.calendar.WordTable;
import liaison.bot.people.Directory;
import liaison.bot.people.Directory.Mention;
import liaison.bot.text.Fold;

/**
 * Names of places in a text, by what stands around them: some are ordinary words there, some go on with the number of a building, some end in a letter
 * that begins the next word.
 */
public final class MeantNames {
    /** Longer names are no ordinary words. */
    private static final int LONGEST_WORD = 4;
    /** Of a building with its number: 二十六号楼. */
    private static final int LONGEST_NUMBER = 6;
    private static final String ESTATE = "estate";
    private static final String BUILDING = "building";
    private static final String ROAD = "road";

    private final WordTable words;
    private final List<String> things;
    /** What completes a name that is said without it. */
    private final List<String> endings;
    private final List<String> fronts;

    /** @param things what is no part of a place although it begins so, such as 路灯 */
    MeantNames(WordTable words, List<String> things) {
        this.words = words;
        this.things = List.copyOf(things);
        endings = words.words("ending");
        fronts = words.words("front");
    }

    List<Mention> in(String text, Directory directory) {
        var found = directory.mentions(text);
        if (found.isEmpty()) {
            return found;
        }
        var meant = new ArrayList<Mention>();
        for (var mention : found) {
            if (!isOrdinary(text, mention) && !isAcross(text, mention, found)) {
                var besides = besides(text, mention, directory);
                meant.add(besides.isEmpty()
                        ? building(text, mention, directory).orElse(mention)
                        : new Mention(mention.place(), mention.start(), mention.end() - 1));
                meant.addAll(besides);
            }
        }
        return meant;
    }

    /** What bears a name that is said without its ending, or without what it begins with. */
    List<Mention> completed(String name, Directory directory) {
        var found = new ArrayList<Mention>();
        for (String ending : endings) {
            directory.mentions(name + ending).stream().filter(mention -> mention.start() == 0 && mention.end() > name.length())
                    .forEach(mention -> found.add(new Mention(mention.place(), 0, name.length())));
        }
        for (String front : fronts) {
            directory.mentions(front + name).stream()
                    .filter(mention -> mention.start() == 0 && mention.end() == front.length() + name.length())
                    .forEach(mention -> found.add(new Mention(mention.place(), 0, name.length())));
        }
        return found.stream().distinct().toList();
    }

    /** 长亭小区 in 十里长亭小区 begins within another name and goes on with no more than what such names end in. */
    private boolean isAcross(String text, Mention mention, List<Mention> all) {
        for (var other : all) {
            if (other.start() < mention.start() && mention.start() < other.end() && other.end() < mention.end()
                    && endings.contains(text.substring(other.end(), mention.end()))) {
                return true;
            }
        }
        return false;
    }

    private boolean isOrdinary(String text, Mention mention) {
        return mention.end() - mention.start() <= LONGEST_WORD && words.at(text, mention.start(), "ordinary").isPresent()
                && (words.before(text, mention.start(), "behind").isPresent() || words.at(text, mention.end(), "before").isPresent());
    }

    /** The building whose number goes on with the name of its estate, by whichever name the estate goes. */
    private Optional<Mention> building(String text, Mention estate, Directory directory) {
        if (!estate.place().kind().equals(ESTATE)) {
            return Optional.empty();
        }
        String behind = Fold.all(text.substring(estate.end(), Math.min(text.length(), estate.end() + LONGEST_NUMBER)));
        int end = 0;
        var word = words.at(behind, end, BUILDING);
        while (word.isEmpty() && end < behind.length()) {
            end++;
            word = words.at(behind, end, BUILDING);
        }
        String number = words.number(behind.substring(0, end));
        return number.isEmpty() ? Optional.empty() : word.flatMap(found -> building(estate, number, found, directory));
    }

    private static Optional<Mention> building(Mention estate, String number, WordTable.Word word, Directory directory) {
        String name = estate.place().name() + number + word.value();
        return directory.mentions(name).stream()
                .filter(mention -> mention.end() == name.length() && mention.start() == 0 && mention.place().kind().equals(BUILDING))
                .map(mention -> new Mention(mention.place(), estate.start(), estate.end() + word.end())).findFirst();
    }

    /** What else 砚山路灯 may name beside 砚山路: what is called 砚山 without its ending. */
    private List<Mention> besides(String text, Mention road, Directory directory) {
        int last = road.end() - 1;
        if (!road.place().kind().equals(ROAD) || things.stream().noneMatch(thing -> thing.length() > 1 && text.startsWith(thing, last))) {
            return List.of();
        }
        return completed(text.substring(road.start(), last), directory).stream()
                .filter(mention -> !mention.place().code().equals(road.place().code()))
                .map(mention -> new Mention(mention.place(), road.start(), last)).toList();
    }
}
