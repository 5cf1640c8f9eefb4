package liaison.gateway.wecom;

import java.net.URI;
import java.util.List;
import liaison.gateway.wechat.Secrets;

/**
 * An app of a corporation, to which deputies and clerks write. The previous token and key stay good while the platform still uses
 * them; each is empty when there is none.
 *
 * @param agentId the app's number within its corporation
 * @param secret empty when nothing can be sent
 */
public record WecomAccount(String name, String corpid, int agentId, String token, String aesKey, String secret, String previousToken,
        String previousAesKey, URI apiBase) {
    public WecomAccount {
        if (corpid.isBlank() || token.isBlank() || aesKey.isBlank()) {
            throw new IllegalArgumentException("account " + name + " needs a corpid, a token and an aes-key");
        }
    }

    Secrets secrets() {
        return Secrets.ofCorporation(corpid, List.of(token, previousToken), List.of(aesKey, previousAesKey));
    }

    @Override
    public String toString() {
        return "WecomAccount[" + name + "]";
    }
}
