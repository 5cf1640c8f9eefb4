package liaison.gateway.seal;

/** How new values are sealed; values of either kind open whatever the setting is. */
public enum Algorithm {
    SM4(1), AES(2);

    private final byte code;

    Algorithm(int code) {
        this.code = (byte) code;
    }

    /** Its byte in the header of a value. */
    byte code() {
        return code;
    }
}
