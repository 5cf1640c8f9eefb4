package liaison.bot.message;

import org.jspecify.annotations.Nullable;

/**
 * Where one person is reached: a channel and the person's id in it, written {@code CHANNEL:ACCOUNT:ID}. The order of
 * addresses is the order of their text, in which every statement locks its rows.
 */
public final class Address implements Comparable<Address> {
    public static final int MAX_ID_LENGTH = 128;

    private final Channel channel;
    private final String id;
    /** Made once: it is the key of every row and every map on a message's way. */
    private final String text;

    public Address(Channel channel, String id) {
        if (id.isEmpty() || id.length() > MAX_ID_LENGTH || hasBlank(id)) {
            throw new IllegalArgumentException("an address id has 1 to 128 characters without blanks or controls");
        }
        this.channel = channel;
        this.id = id;
        text = channel.kind() + ":" + channel.account() + ":" + id;
    }

    /** Reads {@code wechat:demo:OPENID}; throws {@link IllegalArgumentException} for anything else. */
    public static Address parse(String text) {
        int first = text.indexOf(':');
        int second = text.indexOf(':', first + 1);
        if (first < 0 || second < 0) {
            throw new IllegalArgumentException("an address is CHANNEL:ACCOUNT:ID");
        }
        return new Address(new Channel(text.substring(0, first), text.substring(first + 1, second)), text.substring(second + 1));
    }

    private static boolean hasBlank(String id) {
        for (int i = 0; i < id.length(); i++) {
            if (id.charAt(i) <= ' ' || id.charAt(i) == 0x7f) {
                return true;
            }
        }
        return false;
    }

    public Channel channel() {
        return channel;
    }

    public String id() {
        return id;
    }

    @Override
    public int compareTo(Address other) {
        return text.compareTo(other.text);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Address address && text.equals(address.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
