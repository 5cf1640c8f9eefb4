package liaison.bot.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import liaison.bot.message.Address;
import liaison.bot.message.InboundMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReceiptsTest {
    private static final Address HE = Address.parse("wechat:demo:o1");

    @ParameterizedTest
    @CsvSource({"TEMPLATESENDJOBFINISH,failed:user block,failed:user block",
            "TEMPLATESENDJOBFINISH,failed: system failed,failed:system failed",
            "templatesendjobfinish,'  failed : user block ',failed:user block", "TEMPLATESENDJOBFINISH,something new,failed:something new"})
    void unshown_isWhateverIsNoSuccess(String name, String status, String reason) {
        assertThat(Receipts.unshown(event(name, Map.of("MsgID", " 3000000000010000002 ", "Status", status))))
                .contains(new Effect.Unshown(HE, "3000000000010000002", reason));
    }

    @ParameterizedTest
    @CsvSource({"TEMPLATESENDJOBFINISH,success", "TEMPLATESENDJOBFINISH,''", "MASSSENDJOBFINISH,send success",
            "MASSSENDJOBFINISH,err(10003)",
            "CLICK,failed:user block"})
    void unshown_isNothingElse(String name, String status) {
        assertThat(Receipts.unshown(event(name, Map.of("MsgID", "7", "Status", status)))).isEmpty();
    }

    @Test
    void unshown_withoutANumberIsNothing() {
        assertThat(Receipts.unshown(event("TEMPLATESENDJOBFINISH", Map.of("Status", "failed:user block")))).isEmpty();
        assertThat(Receipts.unshown(event("TEMPLATESENDJOBFINISH", Map.of("MsgID", "7".repeat(65), "Status", "failed:user block"))))
                .isEmpty();
    }

    private static Said event(String name, Map<String, String> fields) {
        return new Said.Inbound(new InboundMessage.Event(HE, "k", name, fields));
    }
}
