package liaison.gateway.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What commands do with Official Accounts; opened for one command. What the platform does not do is an exception that says so. */
public interface WechatOperations extends AutoCloseable {
    /** The accounts by name. */
    List<String> accounts();

    /** What the permanent QR code of a scene says. */
    String code(String account, String scene);

    byte[] png(String content);

    /** With a name below. */
    byte[] svg(String content, String name);

    /** The menu as JSON, empty where there is none. */
    Optional<String> menu(String account);

    /** Publishes the residents' menu. */
    void publishMenu(String account);

    void deleteMenu(String account);

    /**
     * The calls of today, a map each: account, call, day, used, quota (0 where the platform names no number); of those that the platform
     * said are used up also {@code until} when that holds, and {@code why} in a sentence.
     */
    List<Map<String, Object>> quotas(String account);

    /** The account's counts were cleared at the platform: what it said is used up may be called again. */
    void again(String account);

    @Override
    void close();

    /** Opens them when a command begins to work. */
    interface Opener extends Supplier<WechatOperations> {
    }
}
