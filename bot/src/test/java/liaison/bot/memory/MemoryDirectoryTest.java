package liaison.bot.memory;

import java.util.List;
import liaison.bot.people.Directory;
import liaison.bot.people.Entry;
import liaison.bot.testing.DirectoryContract;

class MemoryDirectoryTest extends DirectoryContract {
    @Override
    protected Directory directory(List<Entry> entries) {
        return new MemoryDirectory(entries);
    }
}
