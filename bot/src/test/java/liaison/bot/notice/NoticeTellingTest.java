package liaison.bot.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import liaison.bot.people.Person;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NoticeTellingTest {
    private static final Map<String, Person> KNOWN = Map.of("林一", Person.parse("deputy:P1"));

    @ParameterizedTest
    @ValueSource(strings = {"帮我告诉林一，观摩会不办了", "观摩会取消了，通知各位代表", "述职会不开了，你跟大家说一声", "各位代表，测评会取消", "防火宣讲取消，发个通知", "请转告全体代表：测评会不开了"})
    void hasOthersTold(String said) {
        assertThat(NoticeTelling.isAsked(said, KNOWN)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"取消观摩会的通知", "通知发错了，撤回", "把发给大家的通知撤回", "不用告诉大家了，观摩会取消", "观摩会取消", "通知也撤回", "学习会取消，周三也是"})
    void hasNobodyTold(String said) {
        assertThat(NoticeTelling.isAsked(said, KNOWN)).isFalse();
    }
}
