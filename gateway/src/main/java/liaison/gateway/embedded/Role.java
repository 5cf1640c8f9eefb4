package liaison.gateway.embedded;

/** For what the embedded stores are opened. */
public enum Role {
    /** The server: alone on its folder; stops the stores when it ends. */
    SERVE,
    /** A command: uses what runs, and otherwise starts the stores for as long as commands use them. */
    COMMAND
}
