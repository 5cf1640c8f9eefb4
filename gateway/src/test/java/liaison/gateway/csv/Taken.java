package liaison.gateway.csv;

import java.util.ArrayList;
import java.util.List;
import liaison.bot.people.DirectorySource;
import liaison.bot.people.Entry;
import liaison.bot.people.Fault;

/** All that a source hands over. */
final class Taken implements DirectorySource.Intake {
    final List<Entry> entries = new ArrayList<>();
    final List<Fault> faults = new ArrayList<>();
    final boolean whole;
    long lines;
    long of;

    Taken(DirectorySource source) {
        whole = source.read(this);
    }

    @Override
    public void entry(String file, long line, Entry entry) {
        entries.add(entry);
    }

    @Override
    public void fault(Fault fault) {
        faults.add(fault);
    }

    @Override
    public void progress(long lines, long of) {
        this.lines = lines;
        this.of = of;
    }

    List<String> words() {
        return faults.stream().map(Fault::toString).toList();
    }
}
