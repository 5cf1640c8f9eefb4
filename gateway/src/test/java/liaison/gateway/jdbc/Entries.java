package liaison.gateway.jdbc;

import java.util.List;
import liaison.bot.people.DirectorySource;
import liaison.bot.people.Entry;

/** Rows made in a test, each on the line of its number. */
record Entries(List<? extends Entry> entries) implements DirectorySource {
    static Entries of(Entry... entries) {
        return new Entries(List.of(entries));
    }

    @Override
    public boolean read(Intake intake) {
        for (int i = 0; i < entries.size(); i++) {
            intake.entry(DirectoryTable.of(entries.get(i)).table + ".csv", i + 1, entries.get(i));
            intake.progress(i + 1, entries.size());
        }
        return true;
    }
}
