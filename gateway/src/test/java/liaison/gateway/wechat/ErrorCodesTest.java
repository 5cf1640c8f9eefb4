package liaison.gateway.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import liaison.bot.message.Sender.Cause;
import liaison.gateway.wechat.ErrorCodes.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

final class ErrorCodesTest {
    @ParameterizedTest
    @CsvSource({"40001,REFRESH", "40014,REFRESH", "42001,REFRESH", "-1,BACK_OFF", "45009,BACK_OFF", "45011,BACK_OFF", "45028,BACK_OFF",
            "50002,BACK_OFF", "40164,BACK_OFF", "40125,BACK_OFF", "45015,OTHER_CHANNEL", "45047,OTHER_CHANNEL", "43101,OTHER_CHANNEL",
            "40037,OTHER_CHANNEL", "48001,OTHER_CHANNEL", "43004,GIVE_UP", "40003,GIVE_UP", "44004,GIVE_UP", "45002,GIVE_UP",
            "45065,GIVE_UP", "46003,GIVE_UP", "99999,OTHER_CHANNEL"})
    void verdict_isOneOfFour(int code, Verdict verdict) {
        assertThat(ErrorCodes.verdict(code)).isEqualTo(verdict);
    }

    @Test
    void verdict_isForEveryCodeThatThePlatformNames() throws IOException {
        var codes = JsonMapper.shared().readTree(Files.readAllBytes(SharedFiles.find("data/wechat/error_codes.json"))).path("codes");
        assertThat(codes).hasSizeGreaterThan(60).allSatisfy(code -> {
            int number = code.path("errcode").asInt();
            assertThat(number == 0 || ErrorCodes.isKnown(number)).as("code " + number).isTrue();
        });
    }

    @Test
    void verdict_saysWhatBecomesOfAMessage() {
        assertThat(Verdict.REFRESH.cause()).isEqualTo(Cause.LATER);
        assertThat(Verdict.BACK_OFF.cause()).isEqualTo(Cause.LATER);
        assertThat(Verdict.OTHER_CHANNEL.cause()).isEqualTo(Cause.OTHER_WAY);
        assertThat(Verdict.BLOCKED.cause()).isEqualTo(Cause.BLOCKED);
        assertThat(Verdict.GIVE_UP.cause()).isEqualTo(Cause.NEVER);
    }

    @Test
    void whoeverWaitsForACallIsToldWhatToDo() {
        assertThat(new NotReached("token-40164").explained())
                .startsWith("the platform gave no access token: 40164, the address of this machine");
        assertThat(new NotReached("token-40125").explained()).contains("40125, the secret");
        assertThat(new NotReached("refused").explained()).isEqualTo("the platform was not reached: refused");
        assertThat(new CallFailed("48001")).hasMessageStartingWith("the platform answered 48001, the account has no right to this call");
        assertThat(new CallFailed("40059")).hasMessage("the platform answered 40059");
    }

    @Test
    void rest_isForWhatEverybodyWouldBeRefusedWith() {
        assertThat(ErrorCodes.rest(45011)).isPositive();
        assertThat(ErrorCodes.rest(40164)).isPositive();
        assertThat(ErrorCodes.rest(45015)).isZero();
        assertThat(ErrorCodes.rest(45009)).isZero();
    }
}
