package liaison.bot.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each number has the order of its own clause, or none. */
final class NumberedOrdersTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "把LZ20261123-0001退回，再接办LZ20261123-0002 | 1退 2接",
            "LZ20261123-0001退回再接办LZ20261123-0002 | 1退 2接",
            "接办LZ20261123-0001，退回LZ20261123-0002 | 1接 2退",
            "LZ20261123-0001接办，LZ20261123-0002也接办，LZ20261123-0003退回 | 1接 2接 3退",
            "LZ20261123-0001接办LZ20261123-0002退回 | 1接 2退",
            "接办LZ20261123-0001退回LZ20261123-0002 | 1接 2退",
            "接办LZ20261123-0001、0002，退回0003 | 1接 2接 3退",
            "LZ20261123-0001、0002接办，0003退回 | 1接 2接 3退",
            "退回：LZ20261123-0001 LZ20261123-0002 接办：LZ20261123-0003 | 1退 2退 3接",
            "LZ20261123-0001退回；LZ20261123-0002也是；接办LZ20261123-0003 | 1退 2退 3接",
            "LZ20261123-0001 退回 LZ20261123-0002 接办 | 1退 2接",
            "LZ20261123-0001、0002都接办 | 1接 2接",
            "接办LZ20261123-0001，LZ20261123-0002再等等 | 1接 2?",
            "LZ20261123-0001退回，LZ20261123-0002，接办LZ20261123-0003 | 1退 2? 3接",
            "接办LZ20261123-0001，LZ20261123-0002，LZ20261123-0003退回 | 1接 2? 3退",
            "接办LZ20261123-0001，退回LZ20261123-0001 | 1?"})
    void read_eachOfItsOwnClause(String text, String orders) {
        var read = NumberedOrders.read(text, NumberedOrdersTest::order);
        assertThat(read.entrySet().stream().map(one -> one.getKey().charAt(14) + (one.getValue().isEmpty() ? "?" : one.getValue()))
                .collect(Collectors.joining(" "))).isEqualTo(orders);
    }

    private static String order(String words) {
        boolean takes = words.contains("接");
        boolean declines = words.contains("退");
        return takes == declines ? "" : takes ? "接" : "退";
    }
}
