package liaison.gateway.netty;

/** Told to every pipeline when the server stops: say goodbye and close; what stays open is closed soon after. */
public enum Draining {
    BEGINS
}
