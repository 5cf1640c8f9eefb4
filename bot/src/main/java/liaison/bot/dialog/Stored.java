package liaison.bot.dialog;

import java.util.ArrayList;
import java.util.Map;
import liaison.bot.message.Address;
import liaison.bot.message.InboundMessage;
import liaison.bot.message.OutboundMessage.Choice;

/** How messages, replies and dialogs stand in the stores, before they are sealed. The first number is the form's version. */
public final class Stored {
    /** Of the first one texts are UTF-8. */
    private static final int VERSION = 2;

    private Stored() {
    }

    static byte[] pack(Dialog dialog) {
        return new Packer().number(VERSION).text(dialog.book()).text(dialog.form()).text(dialog.asking())
                .map(dialog.slots()).map(dialog.memory()).number(dialog.misses()).done();
    }

    static Dialog dialog(byte[] bytes) {
        var in = versioned(bytes);
        return new Dialog(in.text(), in.text(), in.text(), in.map(), in.map(), in.number());
    }

    static byte[] pack(Reply reply) {
        var out = new Packer().number(VERSION).text(reply.text()).text(reply.card()).text(reply.progress())
                .number(reply.choices().size());
        reply.choices().forEach(choice -> out.text(choice.send()).text(choice.label()));
        return out.done();
    }

    static Reply reply(byte[] bytes) {
        var in = versioned(bytes);
        String text = in.text();
        String card = in.text();
        String progress = in.text();
        var choices = new ArrayList<Choice>();
        for (int left = in.number(); left > 0; left--) {
            choices.add(new Choice(in.text(), in.text()));
        }
        return new Reply(text, choices, card, progress);
    }

    /** What an outbox says of a confirmation whose words stand in the journal alone: as much as its passive answer held. */
    public static Map<String, String> confirmation(byte[] reply) {
        return Map.of("text", Portions.of(reply(reply)).first());
    }

    static byte[] pack(InboundMessage message) {
        var out = new Packer().number(VERSION).text(message.key()).text(kind(message));
        switch (message) {
            case InboundMessage.Text(var from, var key, var text) -> out.text(text);
            case InboundMessage.Image(var from, var key, var media, var url) -> out.text(media).text(url);
            case InboundMessage.Voice(var from, var key, var media, var recognition) -> out.text(media).text(recognition);
            case InboundMessage.Video(var from, var key, var media, var thumb) -> out.text(media).text(thumb);
            case InboundMessage.File(var from, var key, var media, var name) -> out.text(media).text(name);
            case InboundMessage.Link(var from, var key, var title, var description, var url) ->
                out.text(title).text(description).text(url);
            case InboundMessage.Location(var from, var key, var latitude, var longitude, var label) ->
                out.text(Double.toString(latitude)).text(Double.toString(longitude)).text(label);
            case InboundMessage.Event(var from, var key, var name, var fields) -> out.text(name).map(fields);
            case InboundMessage.Other(var from, var key, var type, var fields) -> out.text(type).map(fields);
        }
        return out.done();
    }

    /** Reads a message of an address back. */
    public static InboundMessage message(Address from, byte[] bytes) {
        var in = versioned(bytes);
        String key = in.text();
        return switch (in.text()) {
            case "text" -> new InboundMessage.Text(from, key, in.text());
            case "image" -> new InboundMessage.Image(from, key, in.text(), in.text());
            case "voice" -> new InboundMessage.Voice(from, key, in.text(), in.text());
            case "video" -> new InboundMessage.Video(from, key, in.text(), in.text());
            case "file" -> new InboundMessage.File(from, key, in.text(), in.text());
            case "link" -> new InboundMessage.Link(from, key, in.text(), in.text(), in.text());
            case "location" -> new InboundMessage.Location(from, key, Double.parseDouble(in.text()), Double.parseDouble(in.text()),
                    in.text());
            case "event" -> new InboundMessage.Event(from, key, in.text(), in.map());
            case "other" -> new InboundMessage.Other(from, key, in.text(), in.map());
            default -> throw new IllegalArgumentException("a stored message of an unknown kind");
        };
    }

    static String kind(InboundMessage message) {
        return switch (message) {
            case InboundMessage.Text text -> "text";
            case InboundMessage.Image image -> "image";
            case InboundMessage.Voice voice -> "voice";
            case InboundMessage.Video video -> "video";
            case InboundMessage.File file -> "file";
            case InboundMessage.Link link -> "link";
            case InboundMessage.Location location -> "location";
            case InboundMessage.Event event -> "event";
            case InboundMessage.Other other -> "other";
        };
    }

    /** What personal fields are sealed as. */
    public static byte[] pack(Map<String, String> personal) {
        return new Packer().number(VERSION).map(personal).done();
    }

    /** Reads personal fields back. */
    public static Map<String, String> personal(byte[] bytes) {
        return bytes.length == 0 ? Map.of() : versioned(bytes).map();
    }

    private static Unpacker versioned(byte[] bytes) {
        var in = new Unpacker(bytes);
        return switch (in.number()) {
            case 1 -> in.utf8();
            case VERSION -> in;
            default -> throw new IllegalArgumentException("a stored value of another version");
        };
    }
}
