package liaison.gateway.cli;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;

/** Tells which two letters could be somebody's whole name. */
record PersonNames(String surnames, String given) {
    static PersonNames shipped() {
        var letters = new Properties();
        try (var file = Objects.requireNonNull(PersonNames.class.getResourceAsStream("/topics/names.properties"))) {
            letters.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new PersonNames(letters.getProperty("surnames", ""), letters.getProperty("given", ""));
    }

    boolean couldBe(String letters) {
        return letters.length() == 2 && surnames.indexOf(letters.charAt(0)) >= 0 && given.indexOf(letters.charAt(1)) >= 0;
    }
}
