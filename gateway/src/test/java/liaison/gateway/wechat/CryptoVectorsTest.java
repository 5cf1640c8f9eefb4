package liaison.gateway.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class CryptoVectorsTest {
    @Test
    void aes_opensAndClosesAsOthersDo() {
        for (JsonNode vector : vectors().get("vectors")) {
            AesKey key = new AesKey(string(vector, "encoding_aes_key"));
            String receiver = string(vector, "receive_id_in_ciphertext");
            byte[] plain = key.decrypt(string(vector, "encrypt"), receiver);
            assertThat(new String(plain, StandardCharsets.UTF_8)).as(string(vector, "id")).isEqualTo(string(vector, "plaintext"));
            byte[] random = string(vector, "random16").getBytes(StandardCharsets.UTF_8);
            assertThat(key.encrypt(random, plain, receiver)).isEqualTo(string(vector, "encrypt"));
            if (vector.has("msg_signature")) {
                assertThat(isSigned(vector)).isTrue();
            }
        }
    }

    @Test
    void signature_isMadeAsOthersDo() {
        for (JsonNode vector : vectors().get("signatures")) {
            String[] parts = StreamSupport.stream(vector.get("parts").spliterator(), false).map(JsonNode::asString).toArray(String[]::new);
            assertThat(new Signature().of(parts)).as(string(vector, "id")).isEqualTo(string(vector, "sha1"));
        }
    }

    @Test
    void forgeries_areRefused() {
        for (JsonNode vector : vectors().get("must_fail")) {
            if (string(vector, "check").equals("receive_id")) {
                AesKey key = new AesKey(string(vector, "encoding_aes_key"));
                assertThatThrownBy(() -> key.decrypt(string(vector, "encrypt"), string(vector, "receive_id"))).isInstanceOf(Refused.class);
            } else {
                assertThat(isSigned(vector)).isFalse();
            }
        }
    }

    private static boolean isSigned(JsonNode vector) {
        return new Signature().matches(string(vector, "msg_signature"), string(vector, "token"), string(vector, "timestamp"),
                string(vector, "nonce"), string(vector, "encrypt"));
    }

    private static JsonNode vectors() {
        return new JsonMapper().readTree(SharedFiles.find("data/wechat/crypto_vectors.json"));
    }

    private static String string(JsonNode node, String name) {
        return node.get(name).asString();
    }
}
