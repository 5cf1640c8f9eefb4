package liaison.gateway.netty;

import java.time.Duration;

/**
 * Where the server listens and what it lets through.
 *
 * @param port 0 for any free one
 * @param connections how many may be open at once
 * @param connectionsPerAddress how many of them may come from one address
 * @param arrival time for a request to arrive whole, from its first byte on
 * @param idle time that a connection may stay open without a request, or without an answer
 * @param drain time for the answers that are owed when the server stops
 */
public record ServerSettings(String address, int port, int connections, int connectionsPerAddress, Duration arrival, Duration idle,
        Duration drain) {
    public static final ServerSettings LOOPBACK = new ServerSettings("127.0.0.1", 0, 20_000, 1024, Duration.ofSeconds(10),
            Duration.ofSeconds(75), Duration.ofSeconds(10));

    public ServerSettings {
        if (port < 0 || port > 65_535 || connections < 1 || connectionsPerAddress < 1) {
            throw new IllegalArgumentException("a port is 0 to 65535, and some connections must be allowed");
        }
        if (!arrival.isPositive() || !idle.isPositive() || drain.isNegative()) {
            throw new IllegalArgumentException("time limits must be positive");
        }
    }
}
