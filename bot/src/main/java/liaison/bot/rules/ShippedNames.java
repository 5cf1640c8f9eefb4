package liaison.bot.rules;

import java.util.Objects;
import java.util.Set;

/** What the program calls by a word of {@code names}: another name there is a slip of the pen, and would never be said. */
final class ShippedNames {
    private static final String FILE = "texts.yml";

    static final Set<String> ALL = Set.copyOf(Objects
            .requireNonNull(Section.compose(FILE, Objects.requireNonNull(RuleFiles.shipped().files().get(FILE))).map().get("names")).map()
            .keySet());

    private ShippedNames() {
    }
}
