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

/** The Official Accounts, by the names that stand in their paths and addresses. */
@Validated
@ConfigurationProperties(value = "liaison.wechat", ignoreUnknownFields = false)
record WechatSettings(@DefaultValue Map<String, @Valid Account> accounts) {
    /**
     * One account. What is empty is not used: without a secret nothing is sent, without templates only within the windows that
     * residents open.
     *
     * @param plain whether messages in plain mode are taken
     * @param transfer whether who asks for a person is handed over to the platform's own customer service
     * @param templates by kind: request, reminder, notice
     * @param stations codes of those whose residents write here; empty for all
     * @param rulesDir overrides the shared rule book
     * @param menu its own, at most three; empty for the shipped one
     */
    record Account(@DefaultValue("") String appid, @DefaultValue("") String token, @DefaultValue("") String aesKey,
            @DefaultValue("") String secret, @DefaultValue("") String previousToken, @DefaultValue("") String previousAesKey,
            @DefaultValue("https://api.weixin.qq.com") URI apiBase, @DefaultValue("false") boolean plain,
            @DefaultValue("false") boolean transfer, @DefaultValue Map<String, Template> templates, @DefaultValue List<String> stations,
            @Nullable Path rulesDir, @DefaultValue List<Button> menu) {
        @Override
        public String toString() {
            return "Account[" + appid + "]";
        }
    }

    /** A button under the chat: what it says, or opens, or the buttons that it lists. */
    record Button(@DefaultValue("") String name, @DefaultValue("") String words, @DefaultValue("") String url,
            @DefaultValue List<Listed> buttons) {
    }

    /** A button in a list of buttons. */
    record Listed(@DefaultValue("") String name, @DefaultValue("") String words, @DefaultValue("") String url) {
    }

    /**
     * An approved template message, and what stands in each of its fields: number, what, where, when, note.
     *
     * @param subscribe a message that people grant one by one, sent where the template is not or does not go
     */
    record Template(@DefaultValue("") String id, @DefaultValue Map<String, String> fields, @DefaultValue Subscribe subscribe) {
        /** The message that people grant, as a template of its own. */
        Template granted() {
            return new Template(subscribe.id(), subscribe.fields(), subscribe);
        }
    }

    /** An approved subscription message, its fields alike. */
    record Subscribe(@DefaultValue("") String id, @DefaultValue Map<String, String> fields) {
    }
}
