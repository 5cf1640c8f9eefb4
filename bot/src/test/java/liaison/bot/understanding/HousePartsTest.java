package liaison.bot.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import liaison.bot.people.Directory.Mention;
import liaison.bot.people.Place;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HousePartsTest {
    @ParameterizedTest
    @CsvSource({"听雨轩6号楼,6,听雨轩7号楼", "听雨轩6号楼,3,听雨轩7号楼", "听雨轩6号楼2单元,6,听雨轩7号楼2单元", "听雨轩,3,听雨轩7号楼",
            "临川路18号,6,临川路18号7号楼"})
    void anotherHouse_takesThePlaceOfOneThatHasANameOfItsOwn(String address, int mentioned, String changed) {
        var known = new Mention(new Place("P", "", "building", address.substring(0, mentioned), List.of()), 0, mentioned);
        assertThat(HouseParts.put("7号楼", address, HouseParts.nameEnd(address, List.of(known)))).isEqualTo(changed);
    }
}
