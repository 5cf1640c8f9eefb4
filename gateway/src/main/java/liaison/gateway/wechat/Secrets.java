package liaison.gateway.wechat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What opens and closes the envelopes of one account, the current ones first. The previous ones stay good while the platform still
 * uses them.
 *
 * @param receiver whom everything is encrypted for: an appid, or the id of a corporation
 * @param plain whether messages in plain mode are taken
 * @param corporate whether the account is an app of a corporation: always encrypted, and acknowledged by an empty body
 */
public record Secrets(String receiver, List<String> tokens, List<AesKey> keys, boolean plain, boolean corporate) {
    public Secrets {
        tokens = List.copyOf(tokens);
        keys = List.copyOf(keys);
    }

    static Secrets of(WechatAccount account) {
        return new Secrets(account.appid(), given(account.token(), account.previousToken()),
                keys(account.aesKey(), account.previousAesKey()), account.plain(), false);
    }

    /** Those of an app of a corporation; what is empty is left out. */
    public static Secrets ofCorporation(String corpid, List<String> tokens, List<String> keys) {
        return new Secrets(corpid, given(tokens.toArray(String[]::new)), keys(keys.toArray(String[]::new)), false, true);
    }

    private static List<AesKey> keys(String... keys) {
        return given(keys).stream().map(AesKey::new).toList();
    }

    private static List<String> given(String... all) {
        return Stream.of(all).filter(one -> !one.isEmpty()).toList();
    }

    /** Checks who signed what was encrypted, and opens it; throws {@link Refused}. */
    public Opened open(Query query, String encrypted, Signature signature) {
        if (encrypted.isEmpty()) {
            throw Refused.malformed("nothing encrypted");
        }
        String token = tokenOf(query, encrypted, signature);
        Refused refused = Refused.foreign("no key to decrypt with");
        for (AesKey key : keys) {
            try {
                return new Opened(key.decrypt(encrypted, receiver), new Pair(receiver, token, key));
            } catch (Refused e) {
                refused = e;
            }
        }
        throw refused;
    }

    private String tokenOf(Query query, String encrypted, Signature signature) {
        String claimed = query.get("msg_signature");
        String timestamp = query.get("timestamp");
        String nonce = query.get("nonce");
        for (String token : tokens) {
            if (signature.matches(claimed, token, timestamp, nonce, encrypted)) {
                return token;
            }
        }
        throw Refused.foreign("wrong msg_signature");
    }

    @Override
    public String toString() {
        return "Secrets";
    }

    /** What was in an envelope, and what opened it. */
    public record Opened(byte[] message, Pair pair) {
    }

    /** The token and the key that worked, which close the answer. */
    record Pair(String receiver, String token, AesKey key) {
        String seal(String xml, Instant now, Salt salt, Signature signature) {
            String encrypted = key.encrypt(salt.bytes(AesKey.RANDOM), xml.getBytes(StandardCharsets.UTF_8), receiver);
            String timestamp = Long.toString(now.getEpochSecond());
            String nonce = salt.nonce();
            return WechatXml.envelope(encrypted, signature.of(token, timestamp, nonce, encrypted), timestamp, nonce);
        }

        @Override
        public String toString() {
            return "Pair";
        }
    }
}
