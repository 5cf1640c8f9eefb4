package liaison.gateway.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import liaison.bot.message.Address;
import liaison.bot.message.Channel;
import liaison.bot.message.InboundMessage;
import liaison.bot.message.InboundMessage.Event;
import liaison.bot.message.InboundMessage.Image;
import liaison.bot.message.InboundMessage.Location;
import liaison.bot.message.InboundMessage.Other;
import liaison.bot.message.InboundMessage.Text;
import liaison.bot.message.InboundMessage.Voice;
import org.junit.jupiter.api.Test;

final class WechatXmlTest {
    private static final Address FROM = Address.parse("wechat:demo:oResident");

    @Test
    void message_textHasItsIdAsKey() {
        assertThat(read("text", "<Content>hello</Content><MsgId>9223372036854775807</MsgId>"))
                .isEqualTo(new Text(FROM, "9223372036854775807", "hello"));
    }

    @Test
    void message_textWithoutAnIdIsKeyedByAllItsFields() {
        InboundMessage one = read("text", "<Content>a</Content>");
        assertThat(one.key()).hasSize(32).isEqualTo(read("text", "<Content>a</Content>").key());
        assertThat(read("text", "<Content>a</Content><MsgId></MsgId>").key()).hasSize(32);
        assertThat(read("text", "<Content>b</Content>").key()).isNotEqualTo(one.key());
    }

    @Test
    void message_kinds() {
        String id = "<MsgId>1</MsgId>";
        assertThat(read("image", "<PicUrl>u</PicUrl><MediaId>m</MediaId>" + id)).isEqualTo(new Image(FROM, "1", "m", "u"));
        assertThat(read("voice", "<MediaId>m</MediaId><Recognition>r</Recognition>" + id)).isEqualTo(new Voice(FROM, "1", "m", "r"));
        assertThat(read("voice", "<MediaId>m</MediaId>" + id)).isEqualTo(new Voice(FROM, "1", "m", ""));
        assertThat(read("location", "<Location_X>23.1</Location_X><Location_Y>113.3</Location_Y><Label>l</Label>" + id))
                .isEqualTo(new Location(FROM, "1", 23.1, 113.3, "l"));
        assertThat(read("location", "<Location_X></Location_X><Location_Y>NaN</Location_Y>" + id)).isInstanceOf(Other.class);
        assertThat(read("some_future_type", "<X>1</X>" + id)).isInstanceOfSatisfying(Other.class, other -> {
            assertThat(other.type()).isEqualTo("some_future_type");
            assertThat(other.fields()).containsEntry("X", "1").doesNotContainKey("FromUserName");
        });
    }

    @Test
    void message_eventsOfOneSecondDifferByAnyField() {
        List<String> keys = Stream.of("<MsgID>1</MsgID>", "<MsgID>2</MsgID>", "<TaskId>1</TaskId>", "<AgentID>1</AgentID>", "")
                .map(field -> read("event", "<Event>CLICK</Event><EventKey></EventKey>" + field).key()).toList();
        assertThat(keys).doesNotHaveDuplicates();
        assertThat(read("event", "<Event>CLICK</Event><EventKey></EventKey><MsgID>1</MsgID>").key()).isEqualTo(keys.getFirst());
    }

    @Test
    void message_eventKeepsItsFields() {
        assertThat(read("event", "<Event>subscribe</Event><EventKey>qrscene_12</EventKey><Ticket>t</Ticket>"))
                .isInstanceOfSatisfying(Event.class, event -> {
                    assertThat(event.name()).isEqualTo("subscribe");
                    assertThat(event.fields()).containsEntry("EventKey", "qrscene_12").containsEntry("Ticket", "t");
                });
    }

    @Test
    void message_withoutSenderOrWithAnImpossibleOneIsRefused() {
        assertThatThrownBy(() -> read("", "")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> read("<xml><ToUserName>a</ToUserName><MsgType>text</MsgType></xml>")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> read("<xml><ToUserName>a</ToUserName><FromUserName>a b</FromUserName><MsgType>text</MsgType></xml>"))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> read("<xml><ToUserName>a</ToUserName><FromUserName>" + "x".repeat(129)
                + "</FromUserName><MsgType>text</MsgType></xml>")).isInstanceOf(Refused.class);
    }

    private static InboundMessage read(String type, String fields) {
        return read(FakeWechat.message(type, fields));
    }

    private static InboundMessage read(String xml) {
        return WechatXml.message(new Channel("wechat", "demo"), new Received(FlatXml.read(bytes(xml))));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
