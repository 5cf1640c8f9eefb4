package liaison.bot.message;

/**
 * Where one person is reached: a channel and the person's id in it, written {@code CHANNEL:ACCOUNT:ID}. The order of
 * addresses is the order of their text, in which every statement locks its rows.
 */
public record Address(Channel channel, String id) implements Comparable<Address> {
    public static final int MAX_ID_LENGTH = 128;

    public Address {
        if (id.isEmpty() || id.length() > MAX_ID_LENGTH || id.chars().anyMatch(c -> c <= ' ' || c == 0x7f)) {
            throw new IllegalArgumentException("an address id has 1 to 128 characters without blanks or controls");
        }
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

    @Override
    public int compareTo(Address other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return channel.kind() + ":" + channel.account() + ":" + id;
    }
}
