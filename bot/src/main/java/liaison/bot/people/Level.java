package liaison.bot.people;

/** The five levels of people's congresses, lowest first: the order in which a deputy of a station is asked. */
public enum Level {
    TOWN, COUNTY, CITY, PROVINCE, NATION;

    /** The name used in files and exports. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
