package liaison.gateway.embedded;

/** A store that can be opened without the other one, where that one is configured. */
public enum Part {
    POSTGRESQL, REDIS
}
