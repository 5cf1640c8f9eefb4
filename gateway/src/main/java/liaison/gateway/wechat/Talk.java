package liaison.gateway.wechat;

/** What a customer-service message can hold. */
public sealed interface Talk {
    /** Cut at 2,048 bytes. */
    record Words(String words) implements Talk {
    }

    /** Of a picture that was uploaded or came in, within its three days. */
    record Picture(String mediaId) implements Talk {
    }

    record Voice(String mediaId) implements Talk {
    }

    /** A title with a picture that leads somewhere; the picture's address may be empty. */
    record Article(String title, String description, String url, String picture) implements Talk {
    }
}
