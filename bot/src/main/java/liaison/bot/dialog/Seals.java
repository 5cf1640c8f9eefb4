package liaison.bot.dialog;

import liaison.bot.message.Address;

/**
 * Seals personal text before it reaches a store. Each owner has a data key of its own, which is kept only wrapped.
 * Opening a value that was changed, moved to another row or sealed under an unknown key fails with an unchecked
 * exception that names the kind alone.
 */
public interface Seals {
    /** A new data key, wrapped. */
    byte[] newKey();

    byte[] seal(byte[] wrappedKey, Context context, byte[] plain);

    byte[] open(byte[] wrappedKey, Context context, byte[] sealed);

    /** 16 bytes that stand for a message key of this address in look-ups. */
    byte[] keyHash(Address address, String messageKey);

    /** Where a value stands; a value opens only where it was sealed. */
    record Context(String kind, String owner, String row) {
    }
}
