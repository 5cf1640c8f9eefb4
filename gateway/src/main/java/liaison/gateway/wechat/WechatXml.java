package liaison.gateway.wechat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import liaison.bot.message.Address;
import liaison.bot.message.Channel;
import liaison.bot.message.InboundMessage;

/** Turns what the platform wrote into our messages. */
final class WechatXml {
    private static final String EVENT = "event";
    private static final List<String> OURS = List.of("ToUserName", "FromUserName", "MsgType", "Event");
    private static final int KEY_BYTES = 16;

    private WechatXml() {
    }

    static InboundMessage message(Channel channel, Received received) {
        String type = received.field("MsgType");
        if (type.isEmpty() || received.field("FromUserName").isEmpty() || received.field("ToUserName").isEmpty()) {
            throw Refused.malformed("no sender, account or type");
        }
        Address from = sender(channel, received.field("FromUserName"));
        String key = key(type, received);
        return switch (type) {
            case "text" -> new InboundMessage.Text(from, key, received.field("Content"));
            case "image" -> new InboundMessage.Image(from, key, received.field("MediaId"), received.field("PicUrl"));
            case "voice" -> new InboundMessage.Voice(from, key, received.field("MediaId"), received.field("Recognition"));
            case "video", "shortvideo" -> new InboundMessage.Video(from, key, received.field("MediaId"), received.field("ThumbMediaId"));
            case "file" -> new InboundMessage.File(from, key, received.field("MediaId"), received.field("Title"));
            case "link" -> new InboundMessage.Link(from, key, received.field("Title"), received.field("Description"),
                    received.field("Url"));
            case "location" -> location(from, key, received);
            case EVENT -> new InboundMessage.Event(from, key, received.field("Event"), rest(received));
            default -> new InboundMessage.Other(from, key, type, rest(received));
        };
    }

    private static Address sender(Channel channel, String id) {
        try {
            return new Address(channel, id);
        } catch (IllegalArgumentException e) {
            throw Refused.malformed("a sender that cannot be");
        }
    }

    // two events of one second differ in nothing but some field that depends on their kind, and a retry repeats them all
    private static String key(String type, Received received) {
        String id = received.field("MsgId");
        return type.equals(EVENT) || !isId(id) ? hash(received.fields()) : id;
    }

    private static boolean isId(String id) {
        return !id.isEmpty() && id.length() <= 20 && !id.equals("0") && id.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static String hash(Map<String, String> fields) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new TreeMap<>(fields).forEach((name, value) -> {
                digest.update(name.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
                digest.update(value.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            });
            return HexFormat.of().formatHex(digest.digest(), 0, KEY_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static InboundMessage location(Address from, String key, Received received) {
        OptionalDouble latitude = degrees(received.field("Location_X"), 90);
        OptionalDouble longitude = degrees(received.field("Location_Y"), 180);
        if (latitude.isEmpty() || longitude.isEmpty()) {
            return new InboundMessage.Other(from, key, "location", rest(received));
        }
        return new InboundMessage.Location(from, key, latitude.getAsDouble(), longitude.getAsDouble(), received.field("Label"));
    }

    private static OptionalDouble degrees(String text, double most) {
        try {
            double value = Double.parseDouble(text);
            return Math.abs(value) <= most ? OptionalDouble.of(value) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    private static Map<String, String> rest(Received received) {
        Map<String, String> rest = new HashMap<>(received.fields());
        OURS.forEach(rest::remove);
        return rest;
    }

    /** What a reply travels in when the delivery was encrypted; none of the parts needs escaping. */
    static String envelope(String encrypted, String signature, String timestamp, String nonce) {
        return "<xml><Encrypt><![CDATA[" + encrypted + "]]></Encrypt><MsgSignature><![CDATA[" + signature
                + "]]></MsgSignature><TimeStamp>" + timestamp + "</TimeStamp><Nonce><![CDATA[" + nonce + "]]></Nonce></xml>";
    }
}
