package liaison.bot.memory;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import liaison.bot.media.MediaKey;
import liaison.bot.media.MediaStore;

/** Contents that end with their process. */
public final class MemoryMediaStore implements MediaStore {
    private final Map<MediaKey, byte[]> contents = new ConcurrentHashMap<>();

    @Override
    public void put(MediaKey key, byte[] sealed) {
        contents.put(key, sealed.clone());
    }

    @Override
    public Optional<byte[]> get(MediaKey key) {
        return Optional.ofNullable(contents.get(key)).map(byte[]::clone);
    }

    @Override
    public void remove(MediaKey key) {
        contents.remove(key);
    }
}
