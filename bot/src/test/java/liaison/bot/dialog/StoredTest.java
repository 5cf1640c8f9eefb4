package liaison.bot.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import liaison.bot.message.Address;
import liaison.bot.message.InboundMessage;
import liaison.bot.message.OutboundMessage.Choice;
import org.junit.jupiter.api.Test;

final class StoredTest {
    private static final Address ANN = Address.parse("wechat:demo:ann");

    @Test
    void message_everyKindIsReadBack() {
        List<InboundMessage> all = List.of(new InboundMessage.Text(ANN, "1", "路灯\uD842\uDFB7"),
                new InboundMessage.Image(ANN, "2", "m", "u"),
                new InboundMessage.Voice(ANN, "3", "m", "r"), new InboundMessage.Video(ANN, "4", "m", "t"),
                new InboundMessage.File(ANN, "5", "", "a.pdf"), new InboundMessage.Link(ANN, "6", "t", "d", "u"),
                new InboundMessage.Location(ANN, "7", -1.5, 179.25, "l"),
                new InboundMessage.Event(ANN, "8", "CLICK", Map.of("EventKey", "k")),
                new InboundMessage.Other(ANN, "9", "sticker", Map.of("A", "1", "B", "2")));
        all.forEach(message -> assertThat(Stored.message(ANN, Stored.pack(message))).isEqualTo(message));
        assertThat(all.stream().map(Stored::kind)).doesNotHaveDuplicates();
    }

    @Test
    void reply_everySignIsReadBack() {
        var reply = new Reply("", List.of(new Choice("a\u00ff", "a\u0100")), "卡", "\uD842\uDFB7");
        assertThat(Stored.reply(Stored.pack(reply))).isEqualTo(reply);
    }

    /** Films, files and links were stored as what this version did not read. */
    @Test
    void message_rowsWrittenBeforeAreRead() {
        byte[] before = new Packer().number(2).text("4").text("other").text("video").map(Map.of("MediaId", "m")).done();
        assertThat(Stored.message(ANN, before)).isEqualTo(new InboundMessage.Other(ANN, "4", "video", Map.of("MediaId", "m")));
    }

    @Test
    void message_textsOfTheFirstVersionAreRead() {
        var before = new ByteArrayOutputStream();
        before.write(1);
        for (var text : List.of("4", "text", "路灯坏了")) {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            before.write(utf8.length);
            before.writeBytes(utf8);
        }
        assertThat(Stored.message(ANN, before.toByteArray())).isEqualTo(new InboundMessage.Text(ANN, "4", "路灯坏了"));
    }
}
