package liaison.gateway.wechat;

import java.time.Duration;

/** QR codes that tell an account which station a resident comes from: the scene is the station's code. */
public final class StationCodes {
    /** The platform keeps no temporary code longer. */
    public static final Duration LONGEST = Duration.ofDays(30);
    private static final int MOST_CHARACTERS = 64;

    private final Platform platform;

    public StationCodes(Platform platform) {
        this.platform = platform;
    }

    /** What a permanent code says; an account has 100,000 of them. Throws {@link CallFailed}, as all of these do. */
    public String permanent(ApiAccount account, String station) {
        return made(account, station, Duration.ZERO);
    }

    /** What a code says that ends after the time given, 1 s to {@link #LONGEST}. */
    public String temporary(ApiAccount account, String station, Duration lives) {
        if (lives.toSeconds() < 1 || lives.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a temporary code lives 1 s to 30 days");
        }
        return made(account, station, lives);
    }

    private String made(ApiAccount account, String station, Duration lives) {
        if (station.isEmpty() || station.length() > MOST_CHARACTERS) {
            throw new IllegalArgumentException("a scene has 1 to 64 characters");
        }
        String url = Reply.mustBeDone(platform.post(account, Endpoint.CODE, Letterhead.code(station, lives))).path("url").asString("");
        if (url.isEmpty()) {
            throw new CallFailed("no URL");
        }
        return url;
    }
}
