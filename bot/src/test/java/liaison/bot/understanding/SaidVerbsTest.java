package liaison.bot.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SaidVerbsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            这件我接办|take PLAIN
            好的，马上接办|take PLAIN
            不管多难都接办|take PLAIN
            由我本人接办|take PLAIN
            我不能不接办|take PLAIN
            不接办不行|take PLAIN
            接办不下来|take DENIED
            人手不够，没条件接办|take DENIED
            这单我不太想再接办|take DENIED
            实在难以接办|take DENIED
            接办恐怕不妥|take DENIED
            尚未接办|take OPEN
            没有人接办|take OPEN
            不一定接办|take OPEN
            暂缓接办|take OPEN
            还在考虑接办|take OPEN
            接办了没|take ASKED
            不光接办，还要督办|take PLAIN
            接办有点吃力|take OPEN
            等社区回话再接办|take OPEN
            到底接不接办|take ASKED
            该不该接办|take ASKED
            接办？|take ASKED
            接办，好不好|take ASKED
            改由他们接办|take OTHERS
            推荐另一位代表接办|take OTHERS
            原想接办|take PAST
            接下来去走访| PLAIN
            退回不妥，我接办|decline DENIED, take PLAIN
            原本想退回，还是接办吧|decline PAST, take PLAIN
            能退回吗|decline ASKED
            请站里退回|decline PLAIN
            能不能延期五天|extend PLAIN
            要不要延期|extend ASKED
            延期就不必了|extend DENIED
            还没办完|''
            """)
    void in_ofRequests(String text, String said) {
        assertThat(said(text, "order")).isEqualTo(said.strip());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            我一定准时出席|attend PLAIN
            绝不会缺席|leave DENIED
            并非不参会，只是晚到|attend PLAIN
            抽不出空参加|attend DENIED
            出席不了|attend DENIED
            把报名的出席取消掉|attend DENIED
            撤回请假|leave DENIED
            他请假|leave OTHERS
            我和他都参加|attend PLAIN
            他参加，我请假|attend OTHERS, leave PLAIN
            有哪几位参会|attend ASKED
            参加人员有几个| ASKED
            参加不参加|attend ASKED, attend DENIED
            要是赶得及就出席|attend OPEN
            参会还说不好|attend OPEN
            想出席可是走不开|attend DENIED
            """)
    void in_ofMeetings(String text, String said) {
        assertThat(said(text, "attendance")).isEqualTo(said.strip());
    }

    private static String said(String text, String kind) {
        return SaidVerbs.in(text, kind).stream().map(verb -> (verb.meaning() + ' ' + verb.manner()).strip())
                .collect(Collectors.joining(", "));
    }
}
