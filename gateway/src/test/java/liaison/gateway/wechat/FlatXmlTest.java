package liaison.gateway.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class FlatXmlTest {
    @Test
    void read_nestedIsFlat() {
        assertThat(read("<xml><A>1</A><B><C><![CDATA[x]]></C><D/></B></xml>")).containsExactlyInAnyOrderEntriesOf(
                Map.of("A", "1", "B/C", "x", "B/D", ""));
    }

    @Test
    void read_repeatedIsKept() {
        assertThat(read("<xml><A>1</A><A>2</A></xml>").values()).containsExactly("1", "2");
        assertThat(read("<xml><A>1</A><A>2</A></xml>")).containsEntry("A", "1");
    }

    @Test
    void read_blanksAroundCdataDoNotCountButThoseWithinDo() {
        assertThat(read("\n<xml> <A> <![CDATA[ a ]]> </A>\t<B> b </B>\r\n</xml>\n")).containsEntry("A", " a ").containsEntry("B", "b");
    }

    @Test
    void read_splitCdataIsOne() {
        assertThat(read("<xml><A><![CDATA[a]]]]><![CDATA[>b]]></A></xml>")).containsEntry("A", "a]]>b");
    }

    @Test
    void read_controlsAreDroppedAndRareCharactersKept() {
        assertThat(read("<xml><A><![CDATA[\u001d\u0000a\n\uD83D\uDE00\uD842\uDFB7\uFFFF]]></A></xml>")).containsEntry("A",
                "a\n\uD83D\uDE00\uD842\uDFB7");
    }

    @Test
    void read_entitiesOfXmlAndNumbersAreResolved() {
        assertThat(read("<xml><A>&lt;&amp;&gt;&quot;&apos;&#65;&#x4e2d;&#0;</A></xml>")).containsEntry("A", "<&>\"'A中");
    }

    @Test
    void read_declarationCommentsAndAttributesAreSkipped() {
        assertThat(read("\uFEFF<?xml version=\"1.0\"?>\n<xml a='>'><!-- <B> --><A x=\"/>\" >1</A ></xml>")).isEqualTo(Map.of("A", "1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "", "xml", "<xml>", "<xml", "<xml/", "<xml></xml", "<xmlx></xmlx>", "<notxml></notxml>", "<xml></xml><xml></xml>",
            "<xml><A></B></xml>",
            "<xml><A></xml></A>", "<xml><A>&x;</A></xml>", "<xml><A>&</A></xml>", "<xml><A>&#x110000;</A></xml>", "<xml><A>&#;</A></xml>",
            "<xml><![CDATA[a</xml>", "<xml><A a=\"></A></xml>", "<xml><1/></xml>", "<xml><></></xml>", "<xml><A<B/></xml>",
            "<!DOCTYPE xml><xml></xml>", "<?xml version='1.0'?><!DOCTYPE xml [<!ENTITY a 'b'>]><xml>&a;</xml>",
            "<xml><!DOCTYPE a></xml>", "<xml><!ENTITY a 'b'></xml>", "<xml><?php a ?></xml>", "{\"a\":1}"})
    void read_whatIsNotOursIsRefused(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(Refused.class);
    }

    @Test
    void read_tooDeepOrTooManyIsRefused() {
        assertThatThrownBy(() -> read("<xml>" + "<a>".repeat(10_000) + "</a>".repeat(10_000) + "</xml>")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> read("<xml>" + "<a/>".repeat(10_000) + "</xml>")).isInstanceOf(Refused.class);
    }

    @Test
    void read_samplesAsOthersDo() throws Exception {
        Path folder = SharedFiles.find("data/wechat");
        for (JsonNode sample : new JsonMapper().readTree(folder.resolve("index.json"))) {
            String file = sample.get("file").asString();
            if (file.contains("negative")) {
                assertThatThrownBy(() -> FlatXml.read(Files.readAllBytes(folder.resolve(file)))).isInstanceOf(Refused.class);
            } else {
                Map<String, String> fields = FlatXml.read(Files.readAllBytes(folder.resolve(file)));
                sample.get("fields").properties().forEach(field -> assertThat(valuesOf(field.getKey(), fields))
                        .as(file + " " + field.getKey()).contains(field.getValue().asString().strip()));
            }
        }
    }

    /** The samples number repeated elements, {@code item[1]}, we number their fields. */
    private static List<String> valuesOf(String path, Map<String, String> fields) {
        String plain = path.replaceAll("\\[[0-9]+]", "");
        return fields.entrySet().stream().filter(field -> field.getKey().replaceAll("#[0-9]+", "").equals(plain))
                .map(field -> field.getValue().strip()).toList();
    }

    private static Map<String, String> read(String text) {
        return FlatXml.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
