package liaison.gateway;

import jakarta.validation.Valid;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** The apps of WeCom, by the names that stand in their paths and addresses. */
@Validated
@ConfigurationProperties(value = "liaison.wecom", ignoreUnknownFields = false)
record WecomSettings(@DefaultValue Map<String, @Valid Account> accounts) {
    /**
     * One app. Without a secret nothing is sent, only answered.
     *
     * @param agentId the app's number within its corporation
     * @param stations codes of those whose people write here; empty for all
     * @param rulesDir overrides the shared rule book
     */
    record Account(@DefaultValue("") String corpid, @DefaultValue("0") int agentId, @DefaultValue("") String token,
            @DefaultValue("") String aesKey, @DefaultValue("") String secret, @DefaultValue("") String previousToken,
            @DefaultValue("") String previousAesKey, @DefaultValue("https://qyapi.weixin.qq.com") URI apiBase,
            @DefaultValue List<String> stations, @Nullable Path rulesDir) {
        @Override
        public String toString() {
            return "Account[" + corpid + "]";
        }
    }
}
