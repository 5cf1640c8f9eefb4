package liaison.bot.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import liaison.bot.testing.Effort;
import org.junit.jupiter.api.Test;

class AddressPartsTest {
    private static final AddressParts PARTS = AddressParts.shipped();

    private static List<String> parts(String text) {
        return PARTS.in(text).stream().map(part -> part.label() + " " + text.substring(part.start(), part.end())).toList();
    }

    @Test
    void in_wholeAddressIsTakenApart() {
        assertThat(parts("浙江省杭州市西湖区转塘街道桃源村望江路18号锦绣花园3幢2单元501室")).containsExactly("prov 浙江省", "city 杭州市", "district 西湖区",
                "town 转塘街道", "community 桃源村", "road 望江路", "roadno 18号", "poi 锦绣花园", "houseno 3幢", "cellno 2单元", "roomno 501室");
    }

    @Test
    void in_namesWithoutTheirEndings() {
        assertThat(parts("浙江杭州余杭区闲林街道")).containsExactly("prov 浙江", "city 杭州", "district 余杭区", "town 闲林街道");
    }

    @Test
    void in_aMessageOnlyTheAddressIsMarked() {
        assertThat(parts("我家住在柳荫镇石桥村三组，门口的路灯坏了半个月，晚上老人出门很危险，希望尽快派人来修")).contains("town 柳荫镇", "community 石桥村")
                .noneMatch(part -> part.contains("路灯"));
    }

    @Test
    void in_wordsAboutPlacesAreNoAddress() {
        assertThat(parts("我们小区的道路太差了，街道和社区都不管，请市政府管一管")).isEmpty();
        assertThat(parts("")).isEmpty();
        assertThat(parts("好的收到")).isEmpty();
    }

    @Test
    void in_documentsAndLooseNumbersAreNoAddress() {
        assertThat(parts("根据〔2012〕383号文件，我的工单尾号是88号")).isEmpty();
        assertThat(parts("单号是66号")).isEmpty();
    }

    @Test
    void in_unknownNamesKeepTheirFirstLetters() {
        assertThat(parts("柳屿街道柳屿社区和悦家园6号楼")).containsExactly("town 柳屿街道", "community 柳屿社区", "poi 和悦家园", "houseno 6号楼");
        assertThat(parts("我住在柳屿街道柳屿社区和悦家园")).contains("town 柳屿街道");
        assertThat(parts("家住柳屿街道柳屿社区")).containsExactly("town 柳屿街道", "community 柳屿社区");
    }

    @Test
    void in_namesThatNoTableKnows() {
        assertThat(parts("砚盛市锦湖街道安汀社区")).containsExactly("district 砚盛市", "town 锦湖街道", "community 安汀社区");
        assertThat(parts("云柳市砚松乡枫龙村61号")).containsExactly("district 云柳市", "town 砚松乡", "community 枫龙村", "roadno 61号");
        assertThat(parts("你好，溪澜县洲霞花园停水三天了")).contains("district 溪澜县").noneMatch(part -> part.contains("停水"));
        assertThat(parts("桐砚区桐玉镇临玉路坏了没人修")).contains("district 桐砚区", "town 桐玉镇", "road 临玉路");
    }

    @Test
    void in_aStreetBeforeACommunityIsAnAddress() {
        assertThat(parts("南风街道和睦社区停水")).containsExactly("town 南风街道", "community 和睦社区");
        assertThat(parts("街道和社区都来过")).isEmpty();
    }

    @Test
    void in_traditionalLettersAndBlanksChangeNothing() {
        assertThat(parts("柳嶼街道柳嶼社區和悅家園6號樓")).containsExactly("town 柳嶼街道", "community 柳嶼社區", "poi 和悅家園", "houseno 6號樓");
        assertThat(parts("浙江省杭州市西湖区 转\u200b塘街道")).containsExactly("prov 浙江省", "city 杭州市", "district 西湖区", "town 转\u200b塘街道");
    }

    @Test
    void in_numbersOfBuildingsStandAlone() {
        assertThat(parts("6号楼2单元")).containsExactly("houseno 6号楼", "cellno 2单元");
        assertThat(parts("8栋3单元502室漏水")).containsExactly("houseno 8栋", "cellno 3单元", "roomno 502室");
    }

    @Test
    void in_wordsBetweenNamesBeginNone() {
        assertThat(parts("十字街口的红绿灯坏了")).isEmpty();
        assertThat(parts("我反映石岭镇官塘村的村支书")).noneMatch(part -> part.contains("的"));
    }

    @Test
    void in_hostileTextIsReadInLinearTime() {
        for (String text : List.of("路".repeat(5_000), "8".repeat(12_000), "\u202e\u200b".repeat(3_000), "𠮷😀".repeat(3_000),
                "号，".repeat(6_000), "浙江省杭州市".repeat(2_000), "\ud800村\u0000镇")) {
            assertThat(Effort.of(() -> assertThat(PARTS.in(text)).allMatch(part -> part.end() <= text.length())))
                    .isLessThan(Duration.ofSeconds(2));
        }
    }
}
