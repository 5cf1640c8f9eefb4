package liaison.gateway.embedded;

/** One embedded server on its folder. All calls are made under the folder's lock. */
interface Server {
    /** Whether the server of this folder runs and answers. */
    boolean answers();

    /** Whether its process lives, by the id that it left; cheap. */
    boolean isRunning();

    /** Starts it; it outlives this process until it is stopped. */
    void start();

    /** Stops it if it runs. */
    void stop();
}
