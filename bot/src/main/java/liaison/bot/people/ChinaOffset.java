package liaison.bot.people;

/**
 * Chinese maps, and the positions that WeChat sends, are shifted by law (GCJ-02), by 100 to 700 metres. This takes the shift away again by the published
 * approximation of it, which is a few metres off.
 */
public final class ChinaOffset {
    private static final double AXIS = 6_378_245;
    private static final double ECCENTRICITY = 0.006693421622965943;
    private static final double WEST = 72.004;
    private static final double EAST = 137.8347;
    private static final double SOUTH = 0.8293;
    private static final double NORTH = 55.8271;

    private ChinaOffset() {
    }

    /** Degrees of WGS 84, the latitude first. */
    public static double[] without(double latitude, double longitude) {
        if (longitude < WEST || longitude > EAST || latitude < SOUTH || latitude > NORTH) {
            return new double[]{latitude, longitude};
        }
        double east = longitude - 105;
        double north = latitude - 35;
        double radians = Math.toRadians(latitude);
        double curve = 1 - ECCENTRICITY * Math.sin(radians) * Math.sin(radians);
        double perLatitude = Math.toRadians(AXIS * (1 - ECCENTRICITY) / (curve * Math.sqrt(curve)));
        double perLongitude = Math.toRadians(AXIS / Math.sqrt(curve) * Math.cos(radians));
        return new double[]{latitude - north(east, north) / perLatitude, longitude - east(east, north) / perLongitude};
    }

    private static double north(double east, double north) {
        double metres = -100 + 2 * east + 3 * north + 0.2 * north * north + 0.1 * east * north + 0.2 * Math.sqrt(Math.abs(east));
        metres += (20 * wave(6, east) + 20 * wave(2, east)) * 2 / 3;
        metres += (20 * wave(1, north) + 40 * wave(1 / 3.0, north)) * 2 / 3;
        return metres + (160 * wave(1 / 12.0, north) + 320 * wave(1 / 30.0, north)) * 2 / 3;
    }

    private static double east(double east, double north) {
        double metres = 300 + east + 2 * north + 0.1 * east * east + 0.1 * east * north + 0.1 * Math.sqrt(Math.abs(east));
        metres += (20 * wave(6, east) + 20 * wave(2, east)) * 2 / 3;
        metres += (20 * wave(1, east) + 40 * wave(1 / 3.0, east)) * 2 / 3;
        return metres + (150 * wave(1 / 12.0, east) + 300 * wave(1 / 30.0, east)) * 2 / 3;
    }

    private static double wave(double times, double at) {
        return Math.sin(times * at * Math.PI);
    }
}
