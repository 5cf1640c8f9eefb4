package liaison.gateway.wechat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Tokens as several nodes of one test share them; claims last until released. */
public final class MemoryTokens implements TokenStore {
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final Set<String> claims = ConcurrentHashMap.newKeySet();

    @Override
    public Optional<String> token(String account) {
        return Optional.ofNullable(tokens.get(account));
    }

    @Override
    public void keep(String account, String token, Duration lives) {
        tokens.put(account, token);
    }

    @Override
    public void expire(String account, String token) {
        tokens.remove(account, token);
    }

    @Override
    public boolean claim(String what, Duration lasts) {
        return claims.add(what);
    }

    @Override
    public void release(String what) {
        claims.remove(what);
    }
}
