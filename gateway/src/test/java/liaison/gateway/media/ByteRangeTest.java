package liaison.gateway.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ByteRangeTest {
    @ParameterizedTest
    @CsvSource({"bytes=0-1,0,1", "bytes=0-,0,9", "bytes=4-6,4,6", "bytes=4-99,4,9", "bytes=-3,7,9", "bytes=-99,0,9", "bytes=9-9,9,9",
            "bytes= 2 - 3 ,2,3"})
    void within_isThePieceOfTenBytes(String header, long first, long last) {
        assertThat(ByteRange.parse(header).flatMap(range -> range.within(10))).contains(new ByteRange(first, last));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=10-", "bytes=10-12", "bytes=-0", "bytes=999999999999999999-"})
    void within_isEmptyBehindTheEnd(String header) {
        assertThat(ByteRange.parse(header)).isPresent().hasValueSatisfying(range -> assertThat(range.within(10)).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "bytes", "bytes=", "bytes=-", "bytes=a-b", "bytes=5-4", "bytes=0-1,4-5", "items=0-1", "bytes=--1",
            "bytes=+1-2",
            "bytes=9999999999999999999-"})
    void parse_isEmptyForWhatIsNoSinglePiece(String header) {
        assertThat(ByteRange.parse(header)).isEqualTo(Optional.empty());
    }

    @Test
    void isFurther_isWhatDoesNotBeginAtTheBeginning() {
        assertThat(ByteRange.parse("bytes=0-").map(ByteRange::isFurther)).contains(false);
        assertThat(ByteRange.parse("bytes=1-").map(ByteRange::isFurther)).contains(true);
        assertThat(ByteRange.parse("bytes=-1").map(ByteRange::isFurther)).contains(true);
    }
}
