package liaison.bot.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NoticeStationsTest {
    private static final List<String> OWN = List.of("望溪");
    private static final List<String> ALL = List.of("望溪", "石鼓", "白沙");

    @ParameterizedTest
    @CsvSource({"望溪街道人大代表联络站, 望溪", "石鼓镇代表联络站, 石鼓", "白沙片区人大代表联络站, 白沙", "临江站, 临江"})
    void tellsWhatAStationIsCalledByFromWhatAllAreCalled(String name, String stem) {
        assertThat(NoticeStations.stem(name)).isEqualTo(stem);
    }

    @ParameterizedTest
    @CsvSource({"石鼓联络站全体代表周五开会, 全体代表周五开会, 石鼓联络站", "通知白沙片区的代表, 通知代表, 白沙片区",
            "石鼓街道联络站各位代表, 各位代表, 石鼓街道联络站", "给石鼓的站务发通知, 给站务发通知, 石鼓", "大岭片区全体代表, 全体代表, 大岭片区",
            "叫上石鼓站的范小川, 叫上范小川, 石鼓站", "白沙站周小满、林一, 周小满、林一, 白沙站", "望溪和白沙两个片区的全体代表, 全体代表, 白沙"})
    void takesOtherStationsForNoneOfTheAuthors(String said, String words, String other) {
        assertThat(NoticeStations.read(said, OWN, ALL)).isEqualTo(new NoticeStations(words, List.of(other)));
    }

    @ParameterizedTest
    @CsvSource({"望溪联络站全体代表周五开会, 全体代表周五开会", "望溪站的代表都来, 代表都来", "在石鼓联络站开会，全体代表, 在石鼓联络站开会，全体代表",
            "全体代表到白沙代表之家, 全体代表到白沙代表之家", "石鼓站二楼，全体代表, 石鼓站二楼，全体代表", "街道全体代表, 街道全体代表", "通知全体驻站代表, 通知全体驻站代表"})
    void leavesOwnStationsAndPlacesAlone(String said, String words) {
        assertThat(NoticeStations.read(said, OWN, ALL)).isEqualTo(new NoticeStations(words, List.of()));
    }

    @Test
    void namesEachOtherStationOnce() {
        assertThat(NoticeStations.read("石鼓站和白沙站的代表，石鼓站的站务", OWN, ALL).others()).containsExactly("石鼓站", "白沙站");
    }
}
