package liaison.gateway.wechat;

/**
 * A picture, voice or other file.
 *
 * @param kind the platform's word: image, voice, video, thumb
 * @param type as the sender names it, such as image/jpeg; nothing to rely on
 * @param content at most {@link #MOST} bytes; not copied
 */
public record MediaFile(String kind, String type, byte[] content) {
    /** What is longer is neither fetched nor sent. */
    public static final int MOST = 10 * 1024 * 1024;

    public MediaFile {
        if (content.length == 0 || content.length > MOST) {
            throw new IllegalArgumentException("a file has 1 byte to 10 MiB");
        }
    }

    @Override
    public String toString() {
        return "MediaFile[" + kind + ", " + type + ", " + content.length + " bytes]";
    }
}
