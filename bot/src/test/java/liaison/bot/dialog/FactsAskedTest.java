package liaison.bot.dialog;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Instant;
import java.util.List;
import liaison.bot.calendar.DateWords;
import liaison.bot.calendar.WorkingDays;
import liaison.bot.memory.MemoryDirectory;
import liaison.bot.message.Address;
import liaison.bot.message.InboundMessage;
import liaison.bot.rules.RuleBooks;
import liaison.bot.rules.RuleFiles;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A read of the ledger costs more than the rest of a decision, which then begins anew: what most residents write first needs none. */
class FactsAskedTest {
    private static final Address SHE = Address.parse("wechat:demo:o1");

    private final Decider book = new RuleBooks(RuleFiles.shipped(), new Times(WorkingDays.shipped(), DateWords.shipped(), 7))
            .current(SHE.channel());

    @ParameterizedTest
    @ValueSource(strings = {"我要反映问题", "路灯坏了", "我们小区门口的路灯坏了半个月，晚上老人出门很危险，希望尽快维修", "楼道里的灯不亮，让物业来修也没人来",
            "叫物业来看看也不来，电梯还是坏的"})
    void anOpeningAsksNothingOfTheLedger(String words) {
        var facts = new Facts(new MemoryDirectory(List.of()));
        assertThatCode(() -> book.decide(Dialog.START, new InboundMessage.Text(SHE, "1", words), facts,
                Instant.parse("2026-11-27T02:00:00Z"))).doesNotThrowAnyException();
    }
}
