package liaison.bot.memory;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import liaison.bot.dialog.Seals;
import liaison.bot.message.Address;

/** Seals nothing, and still opens a value only where it was sealed: for one process's memory and nowhere else. */
public final class PlainSeals implements Seals {
    @Override
    public byte[] newKey() {
        return new byte[]{1};
    }

    @Override
    public byte[] seal(byte[] wrappedKey, Context context, byte[] plain) {
        byte[] head = head(context);
        byte[] sealed = Arrays.copyOf(head, head.length + plain.length);
        System.arraycopy(plain, 0, sealed, head.length, plain.length);
        return sealed;
    }

    @Override
    public byte[] open(byte[] wrappedKey, Context context, byte[] sealed) {
        byte[] head = head(context);
        if (sealed.length < head.length || !Arrays.equals(head, 0, head.length, sealed, 0, head.length)) {
            throw new IllegalArgumentException("a value was not sealed for this place: " + context.kind());
        }
        return Arrays.copyOfRange(sealed, head.length, sealed.length);
    }

    @Override
    public byte[] keyHash(Address address, String messageKey) {
        return (address + " " + messageKey).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] head(Context context) {
        return (context + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
