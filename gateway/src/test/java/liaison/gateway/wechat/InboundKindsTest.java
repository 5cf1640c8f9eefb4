package liaison.gateway.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import liaison.bot.message.Address;
import liaison.bot.message.InboundMessage;
import liaison.bot.message.InboundMessage.Event;
import liaison.bot.message.InboundMessage.File;
import liaison.bot.message.InboundMessage.Image;
import liaison.bot.message.InboundMessage.Link;
import liaison.bot.message.InboundMessage.Location;
import liaison.bot.message.InboundMessage.Other;
import liaison.bot.message.InboundMessage.Text;
import liaison.bot.message.InboundMessage.Video;
import liaison.bot.message.InboundMessage.Voice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every type and event that the platform knows, in its own words, and what each becomes; the same in every mode. */
final class InboundKindsTest {
    private static final Address FROM = Address.parse("wechat:demo:oResident");
    private static final String BIG = "9223372036854775807";
    private static final String ID = "<MsgId>" + BIG + "</MsgId>";

    private final RecordingInbox inbox = new RecordingInbox();
    private final EmbeddedChannel channel = new EmbeddedChannel();

    InboundKindsTest() {
        inbox.echo = true;
        new WechatPipeline(FakeWechat.PLAIN, inbox, Clock.systemUTC()).addTo(channel.pipeline());
    }

    @AfterEach
    void close() {
        channel.finishAndReleaseAll();
    }

    private record Sample(String type, String fields, InboundMessage message) {
    }

    private static List<Sample> messages() {
        return List.of(
                new Sample("text", "<Content>路灯坏了</Content>" + ID, new Text(FROM, BIG, "路灯坏了")),
                new Sample("text", "<Content><![CDATA[]]></Content>" + ID, new Text(FROM, BIG, "")),
                new Sample("text", "<Content> <![CDATA[ \u001d\uD83D\uDE00\uD842\uDFB7 ]]> </Content><bizmsgmenuid>101</bizmsgmenuid>" + ID,
                        new Text(FROM, BIG, " \uD83D\uDE00\uD842\uDFB7 ")),
                new Sample("image", "<PicUrl>http://p/1</PicUrl><MediaId>m</MediaId>" + ID, new Image(FROM, BIG, "m", "http://p/1")),
                new Sample("voice", "<MediaId>m</MediaId><Format>amr</Format><Recognition>电梯坏了</Recognition>" + ID,
                        new Voice(FROM, BIG, "m", "电梯坏了")),
                new Sample("voice", "<MediaId>m</MediaId><Format>amr</Format>" + ID, new Voice(FROM, BIG, "m", "")),
                new Sample("video", "<MediaId>m</MediaId><ThumbMediaId>t</ThumbMediaId>" + ID, new Video(FROM, BIG, "m", "t")),
                new Sample("shortvideo", "<MediaId>m</MediaId><ThumbMediaId>t</ThumbMediaId>" + ID, new Video(FROM, BIG, "m", "t")),
                new Sample("location",
                        "<Location_X>30.1</Location_X><Location_Y>118.2</Location_Y><Scale>16</Scale><Label>荷塘路2号</Label>" + ID,
                        new Location(FROM, BIG, 30.1, 118.2, "荷塘路2号")),
                new Sample("location", "<Location_X></Location_X><Location_Y></Location_Y><Scale></Scale>" + ID,
                        new Other(FROM, BIG, "location",
                                Map.of("CreateTime", "1700000000", "MsgId", BIG, "Location_X", "", "Location_Y", "",
                                        "Scale", ""))),
                new Sample("link", "<Title>标题</Title><Description>d</Description><Url>https://a.example/</Url>" + ID,
                        new Link(FROM, BIG, "标题", "d", "https://a.example/")),
                new Sample("file",
                        "<Title>a.pdf</Title><Description/><FileKey>k</FileKey><FileMd5>0</FileMd5><FileTotalLen>9</FileTotalLen>"
                                + ID,
                        new File(FROM, BIG, "", "a.pdf")),
                new Sample("sticker", "<X>1</X>" + ID,
                        new Other(FROM, BIG, "sticker", Map.of("CreateTime", "1700000000", "MsgId", BIG, "X", "1"))));
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void message_ofEveryType(Mode mode) {
        for (Sample sample : messages()) {
            assertThat(received(mode, FakeWechat.message(sample.type, sample.fields))).isEqualTo(sample.message);
        }
    }

    /** Name, and fields beside it; flat where they are nested. */
    private static final List<Map.Entry<String, Map<String, String>>> EVENTS = List.of(
            Map.entry("subscribe", Map.of("EventKey", "")), Map.entry("subscribe", Map.of("EventKey", "qrscene_S2", "Ticket", "t")),
            Map.entry("subscribe", Map.of("EventKey", "last_trade_no_4008072001201701105817415015")),
            Map.entry("subscribe", Map.of("EventKey", "scanbarcode|ean13|690")), Map.entry("unsubscribe", Map.of("EventKey", "")),
            Map.entry("SCAN", Map.of("EventKey", "S2", "Ticket", "t")),
            Map.entry("LOCATION", Map.of("Latitude", "30.1", "Longitude", "118.2", "Precision", "40")),
            Map.entry("CLICK", Map.of("EventKey", "REPORT")), Map.entry("VIEW", Map.of("EventKey", "https://a.example/?a=1&b=2")),
            Map.entry("view_miniprogram", Map.of("EventKey", "pages/index", "MenuId", "1")),
            Map.entry("scancode_push", Map.of("EventKey", "6", "ScanCodeInfo/ScanType", "qrcode", "ScanCodeInfo/ScanResult", "S1")),
            Map.entry("scancode_waitmsg", Map.of("EventKey", "6", "ScanCodeInfo/ScanType", "barcode", "ScanCodeInfo/ScanResult", "EAN,1")),
            Map.entry("pic_sysphoto", Map.of("EventKey", "6", "SendPicsInfo/Count", "1", "SendPicsInfo/PicList/item/PicMd5Sum", "0a")),
            Map.entry("pic_photo_or_album", Map.of("EventKey", "6", "SendPicsInfo/Count", "0", "SendPicsInfo/PicList", "")),
            Map.entry("pic_weixin", Map.of("EventKey", "6", "SendPicsInfo/Count", "1", "SendPicsInfo/PicList/item/PicMd5Sum", "0b")),
            Map.entry("location_select", Map.of("EventKey", "6", "SendLocationInfo/Location_X", "30", "SendLocationInfo/Label", "荷塘路")),
            Map.entry("TEMPLATESENDJOBFINISH", Map.of("MsgID", "200163836", "Status", "failed:user block")),
            Map.entry("MASSSENDJOBFINISH", Map.of("MsgID", "1000001625", "Status", "err(10003)", "TotalCount", "10", "SentCount", "9",
                    "ErrorCount", "1", "FilterCount", "")),
            Map.entry("subscribe_msg_popup_event", Map.of("SubscribeMsgPopupEvent/List/TemplateId", "T",
                    "SubscribeMsgPopupEvent/List/SubscribeStatusString", "accept")),
            Map.entry("subscribe_msg_change_event", Map.of("SubscribeMsgChangeEvent/List/TemplateId", "T")),
            Map.entry("subscribe_msg_sent_event", Map.of("SubscribeMsgSentEvent/List/MsgID", "1700827132819554304")),
            Map.entry("an_event_of_tomorrow", Map.of("Anything", "1")));

    @ParameterizedTest
    @EnumSource(Mode.class)
    void event_ofEveryKind(Mode mode) {
        for (var event : EVENTS) {
            assertThat(received(mode, FakeWechat.message("event", xml(event.getKey(), event.getValue()))))
                    .isInstanceOfSatisfying(Event.class, read -> {
                        assertThat(read.name()).isEqualTo(event.getKey());
                        assertThat(read.fields()).as(event.getKey()).containsAllEntriesOf(event.getValue())
                                .hasSize(event.getValue().size() + 1);
                    });
        }
        assertThat(inbox.messages.stream().map(InboundMessage::key)).as("keys of one second").doesNotHaveDuplicates();
    }

    @Test
    void event_repeatedListsAreAllKept() {
        String lists = Stream.of("1", "2", "3").map(n -> "<List><TemplateId>T" + n + "</TemplateId><ErrorCode>" + n + "</ErrorCode></List>")
                .reduce("", String::concat);
        Event event = (Event) received(Mode.PLAIN, FakeWechat.message("event",
                "<Event>subscribe_msg_sent_event</Event><SubscribeMsgSentEvent>" + lists + "</SubscribeMsgSentEvent>"));
        assertThat(event.fields().entrySet().stream().filter(field -> field.getKey().contains("TemplateId")).map(Map.Entry::getValue))
                .containsExactlyInAnyOrder("T1", "T2", "T3");
    }

    @Test
    void key_isOneForARetryAndTwoForWhateverDiffers() {
        String scan = xml("SCAN", Map.of("EventKey", "S2"));
        String first = received(Mode.SAFE, FakeWechat.message("event", scan)).key();
        assertThat(received(Mode.COMPATIBLE, FakeWechat.message("event", scan)).key()).as("a retry").isEqualTo(first);
        for (String field : List.of("<MsgID>1</MsgID>", "<MsgID>2</MsgID>", "<TaskId>1</TaskId>", "<AgentID>1</AgentID>")) {
            received(Mode.SAFE, FakeWechat.message("event", scan + field));
        }
        received(Mode.SAFE, FakeWechat.message("event", scan).replace("1700000000", "1700000001"));
        assertThat(inbox.messages.stream().map(InboundMessage::key).distinct()).hasSize(6);
        InboundMessage neighbour = received(Mode.PLAIN, FakeWechat.text("a", BIG).replace("oResident", "oNeighbour"));
        InboundMessage resident = received(Mode.PLAIN, FakeWechat.text("a", BIG));
        assertThat(neighbour.key()).isEqualTo(resident.key());
        assertThat(neighbour.from()).as("the address is part of what is stored under one key").isNotEqualTo(resident.from());
    }

    private InboundMessage received(Mode mode, String xml) {
        FakeWechat.deliver(channel, mode, xml);
        assertThat(FakeWechat.answer(channel).orElse("none")).as(xml).startsWith("200 ");
        return inbox.messages.getLast();
    }

    /** Fields in their nesting; an ampersand in them is escaped. */
    private static String xml(String name, Map<String, String> fields) {
        StringBuilder xml = new StringBuilder("<Event><![CDATA[" + name + "]]></Event>");
        fields.entrySet().stream().filter(field -> !field.getKey().contains("/"))
                .forEach(field -> xml.append(element(field.getKey(), field.getValue())));
        fields.keySet().stream().filter(key -> key.contains("/")).map(key -> key.substring(0, key.indexOf('/'))).distinct()
                .forEach(root -> xml.append('<').append(root).append('>').append(nested(root + "/", fields)).append("</").append(root)
                        .append('>'));
        return xml.toString();
    }

    private static String nested(String under, Map<String, String> fields) {
        StringBuilder xml = new StringBuilder();
        fields.forEach((key, value) -> {
            if (key.startsWith(under)) {
                String[] path = key.substring(under.length()).split("/", -1);
                String inner = value.replace("&", "&amp;");
                for (int i = path.length - 1; i >= 0; i--) {
                    inner = element(path[i], inner);
                }
                xml.append(inner);
            }
        });
        String text = xml.toString();
        // the platform opens a list once
        return text.replace("</List><List>", "");
    }

    private static String element(String name, String value) {
        return "<" + name + ">" + value.replaceAll("&(?!amp;)", "&amp;") + "</" + name + ">";
    }
}
