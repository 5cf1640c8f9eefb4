package liaison.gateway.chat;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.time.Duration;
import java.util.List;
import liaison.bot.dialog.Transcript.Line;
import liaison.bot.message.OutboundMessage.Choice;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a page is told; every frame names its type in {@code t}. */
final class ServerFrame {
    private ServerFrame() {
    }

    /** The page is known; it is told the highest number there is, and how often it will hear from us. */
    static TextWebSocketFrame hello(long last, Duration beat) {
        return frame(of("hello").put("last", last).put("beat", beat.toMillis()));
    }

    /** What the page said under its id is durable. */
    static TextWebSocketFrame kept(String id, long seq) {
        return frame(of("kept").put("id", id).put("seq", seq));
    }

    /** Nothing was stored, or nobody knows; the same again under the same id is harmless. */
    static TextWebSocketFrame busy(String id) {
        return frame(of("busy").put("id", id));
    }

    /** Too many in a short time: the same again after a while. */
    static TextWebSocketFrame slow(String id, Duration after) {
        return frame(of("slow").put("id", id).put("after", after.toMillis()));
    }

    /** Never like this; why is {@code empty} or {@code long}. */
    static TextWebSocketFrame refused(String id, String why) {
        return frame(of("refused").put("id", id).put("why", why));
    }

    static TextWebSocketFrame beat(long last) {
        return frame(of("beat").put("last", last));
    }

    /** The page was opened in another place, which has the talk from now on. */
    static TextWebSocketFrame elsewhere() {
        return frame(of("elsewhere"));
    }

    /** The next row of the talk. */
    static TextWebSocketFrame item(Line line) {
        return frame(row("item", line));
    }

    /** A row from before, which was asked for. */
    static TextWebSocketFrame past(Line line) {
        return frame(row("past", line));
    }

    private static ObjectNode row(String type, Line line) {
        var reply = line.reply();
        ObjectNode row = of(type).put("seq", line.seq()).put("at", line.at().toEpochMilli());
        put(row, "id", line.key());
        put(row, "said", line.said());
        put(row, "text", reply.text());
        put(row, "card", reply.card());
        put(row, "progress", reply.progress());
        choices(row, reply.choices());
        return row;
    }

    private static void put(ObjectNode row, String name, String value) {
        if (!value.isEmpty()) {
            row.put(name, value);
        }
    }

    private static void choices(ObjectNode row, List<Choice> choices) {
        if (!choices.isEmpty()) {
            ArrayNode all = row.putArray("choices");
            choices.forEach(choice -> all.addObject().put("send", choice.send()).put("label", choice.label()));
        }
    }

    private static ObjectNode of(String type) {
        return ClientFrame.JSON.createObjectNode().put("t", type);
    }

    private static TextWebSocketFrame frame(ObjectNode json) {
        return new TextWebSocketFrame(Unpooled.wrappedBuffer(ClientFrame.JSON.writeValueAsBytes(json)));
    }
}
