package liaison.gateway.wechat;

import java.time.Duration;
import java.util.Optional;

/** The access token of each account, shared by all nodes. */
public interface TokenStore {
    Optional<String> token(String account);

    void keep(String account, String token, Duration lives);

    /** Forgets the token, unless another one is held by now. */
    void expire(String account, String token);

    /** Whether the caller alone may do this for so long. */
    boolean claim(String what, Duration lasts);

    void release(String what);
}
