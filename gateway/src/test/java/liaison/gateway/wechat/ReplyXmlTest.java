package liaison.gateway.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class ReplyXmlTest {
    private static final Received RECEIVED = new Received(Map.of("ToUserName", "gh_account", "FromUserName", "oResident"));

    @Test
    void of_textTurnsTheNamesRoundAndCannotBeEnded() {
        assertThat(read(new PassiveReply.Text("a]]></Content><evil/>]]>\u0001")))
                .isEqualTo(Map.of("ToUserName", "oResident", "FromUserName", "gh_account", "CreateTime", "5", "MsgType", "text", "Content",
                        "a]]></Content><evil/>]]>"));
    }

    @Test
    void of_everyKind() {
        assertThat(ReplyXml.of(RECEIVED, new PassiveReply.Acknowledgement(), 5).xml()).isEmpty();
        assertThat(read(new PassiveReply.Image("m"))).containsEntry("MsgType", "image").containsEntry("Image/MediaId", "m").hasSize(5);
        assertThat(read(new PassiveReply.Voice("m"))).containsEntry("MsgType", "voice").containsEntry("Voice/MediaId", "m").hasSize(5);
        assertThat(read(new PassiveReply.News("t]]>", "d", "", "https://a.example/?a=1&b=2"))).containsEntry("MsgType", "news")
                .containsEntry("ArticleCount", "1").containsEntry("Articles/item/Title", "t]]>")
                .containsEntry("Articles/item/Description", "d")
                .containsEntry("Articles/item/PicUrl", "").containsEntry("Articles/item/Url", "https://a.example/?a=1&b=2");
        assertThat(read(new PassiveReply.Transfer(""))).containsEntry("MsgType", "transfer_customer_service").hasSize(4);
        assertThat(read(new PassiveReply.Transfer("seat@account"))).containsEntry("TransInfo/KfAccount", "seat@account");
    }

    @Test
    void text_withoutWordsIsNone() {
        assertThatThrownBy(() -> new PassiveReply.Text(" \n")).isInstanceOf(IllegalArgumentException.class);
    }

    /** The platform reads the same fields in what others write. */
    @Test
    void of_samplesHaveTheSameFields() {
        var folder = SharedFiles.find("data/wechat");
        var ours = Map.of("text", read(new PassiveReply.Text("w")), "image", read(new PassiveReply.Image("m")), "voice",
                read(new PassiveReply.Voice("m")), "news", read(new PassiveReply.News("t", "d", "p", "u")), "transfer_customer_service",
                read(new PassiveReply.Transfer("k")));
        for (JsonNode sample : new JsonMapper().readTree(folder.resolve("index.json"))) {
            var fields = ours.get(sample.get("msg_type").asString());
            if (sample.get("file").asString().startsWith("mp/out/") && fields != null) {
                List<String> theirs = sample.get("fields").properties().stream().map(field -> field.getKey().replaceAll("\\[[0-9]+]", ""))
                        .toList();
                assertThat(fields.keySet()).as(sample.get("file").asString()).containsAll(theirs);
            }
        }
    }

    private static Map<String, String> read(PassiveReply reply) {
        return FlatXml.read(ReplyXml.of(RECEIVED, reply, 5).xml().getBytes(StandardCharsets.UTF_8));
    }
}
