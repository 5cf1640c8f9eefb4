package liaison.gateway.wechat;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * An Official Account that we call.
 *
 * @param secret empty when nothing can be called
 * @param templates by kind: request, reminder, notice
 * @param subscriptions by kind, those that people grant one by one
 */
public record ApiAccount(String name, String appid, String secret, URI apiBase, Map<String, Template> templates,
        Map<String, Template> subscriptions) {
    public ApiAccount {
        templates = Map.copyOf(templates);
        subscriptions = Map.copyOf(subscriptions);
    }

    public ApiAccount(String name, String appid, String secret, URI apiBase, Map<String, Template> templates) {
        this(name, appid, secret, apiBase, templates, Map.of());
    }

    Optional<Template> template(String kind) {
        return Optional.ofNullable(templates.get(kindOfTemplate(kind)));
    }

    Optional<Template> subscription(String kind) {
        return Optional.ofNullable(subscriptions.get(kindOfTemplate(kind)));
    }

    /** Answers look like requests, visits like reminders. */
    private static String kindOfTemplate(String kind) {
        return switch (kind) {
            case "reply" -> "request";
            case "visit" -> "reminder";
            default -> kind;
        };
    }

    @Override
    public String toString() {
        return "ApiAccount[" + name + "]";
    }

    /**
     * An approved template message.
     *
     * @param fields its fields, such as thing1, and what stands in each: number, what, where, when or note
     */
    public record Template(String id, Map<String, String> fields) {
        public Template {
            fields = Map.copyOf(fields);
        }
    }
}
