package liaison.bot.memory;

import liaison.bot.media.MediaStore;
import liaison.bot.testing.MediaStoreContract;

final class MemoryMediaStoreTest extends MediaStoreContract {
    private final MediaStore store = new MemoryMediaStore();

    @Override
    protected MediaStore store() {
        return store;
    }
}
