package liaison.gateway.embedded;

/** Where the embedded stores answer; the words of a part that was not opened are empty. */
public record Endpoints(String jdbcUrl, String username, String password, String redisUri) {
    /** Keeps the passwords out of logs. */
    @Override
    public String toString() {
        return "Endpoints[" + jdbcUrl + "]";
    }
}
