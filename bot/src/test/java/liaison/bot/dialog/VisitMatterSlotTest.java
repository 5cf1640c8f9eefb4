package liaison.bot.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class VisitMatterSlotTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "想约下次接待日，谈电梯的事|电梯的事", "我住锦绣苑，想约下次接待日，谈电梯的事。|电梯的事", "我想和代表谈谈停车|停车",
            "锦绣苑电梯坏了，想约代表谈谈|锦绣苑电梯坏了", "想预约接待日反映一下老人食堂的饭菜，还有价格|老人食堂的饭菜，还有价格",
            "老人食堂|老人食堂", "主要谈加装电梯|加装电梯", "和邻居为噪音谈判过三次|和邻居为噪音谈判过三次", "预约接待日|预约接待日",
            "我要约代表 关于暖气不热|暖气不热", "想谈谈|想谈谈"})
    void matter_isSaidWithoutTheRequestAroundIt(String said, String matter) {
        assertThat(VisitMatterSlot.matter(said)).isEqualTo(matter);
    }
}
