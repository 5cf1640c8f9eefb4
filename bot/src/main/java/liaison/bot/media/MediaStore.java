package liaison.bot.media;

import java.util.Optional;

/** Keeps sealed contents. A failure to reach it is an unchecked exception: nothing is known then. */
public interface MediaStore {
    /** Keeps the bytes under the key; what lay there is replaced. */
    void put(MediaKey key, byte[] sealed);

    Optional<byte[]> get(MediaKey key);

    /** Without effect where there is nothing. */
    void remove(MediaKey key);
}
