package liaison.gateway.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import liaison.bot.message.Address;
import liaison.bot.message.OutboundMessage;
import liaison.bot.message.Sender;
import liaison.gateway.testing.Mutations;
import org.junit.jupiter.api.Test;

/** Mutated answers of the platform's API: each call ends in a result, or in the exception that says nothing was taken. */
final class ApiAnswersFuzzTest {
    private static final OutboundMessage MESSAGE = new OutboundMessage("k1", Address.parse("wechat:demo:o1"), "reply", "a", Map.of(),
            List.of());

    @Test
    void answers_areUnderstoodOrUnclear() {
        byte[] good = "{\"errcode\":40001,\"errmsg\":\"invalid credential rid: 1\",\"msgid\":3000000000000000001,\"list\":[1.5e3,null,{}]}"
                .getBytes(StandardCharsets.UTF_8);
        try (var mutations = new Mutations(7); var api = new TinyApi()) {
            var client = new Wire().client(api.base());
            int results = 0;
            for (int i = 0; i < Mutations.share(5); i++) {
                api.then(200, new String(mutations.of(good), StandardCharsets.UTF_8));
                results += sent(client) ? 1 : 0;
            }
            assertThat(results).isPositive();
            assertThat(mutations.leaks()).isEmpty();
        }
    }

    private static boolean sent(Sender client) {
        try {
            return client.send(MESSAGE, Sender.Way.TALK) != null;
        } catch (NotReached nothingWasTaken) {
            return false;
        }
    }
}
