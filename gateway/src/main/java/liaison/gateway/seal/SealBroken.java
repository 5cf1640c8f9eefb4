package liaison.gateway.seal;

/** A value does not open: changed, moved from its place, or sealed under another key. Names the kind alone. */
public final class SealBroken extends RuntimeException {
    private static final long serialVersionUID = 1;

    SealBroken(String kind) {
        super("a sealed value does not open: " + kind);
    }
}
