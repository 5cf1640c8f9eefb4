package liaison.bot.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OneTimeCodeTest {
    @ParameterizedTest
    @ValueSource(strings = {"PFCX9S3V", "pfcx9s3v", "绑定码：PFCX9S3V", "绑定PFCX9S3V", "我的绑定码是pfcx9s3v", "PFCX 9S3V", "ＰＦＣＸ９Ｓ３Ｖ",
            "PFCX9S3V，帮我绑一下",
            "bind PFCX9S3V"})
    void in_howeverItIsWritten(String text) {
        assertThat(OneTimeCode.in(text)).isEqualTo("PFCX9S3V");
    }

    @ParameterizedTest
    @ValueSource(strings = {"LZ20261123-0001", "路灯坏了", "13800001234", "A3栋", "", "abc"})
    void in_otherWords(String text) {
        assertThat(OneTimeCode.in(text)).isEmpty();
    }
}
