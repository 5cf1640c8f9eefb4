package liaison.bot.people;

/** One row of the directory, as files bring it in. */
public sealed interface Entry permits DeputyHome, Station, Place, ElectoralUnit, Deputy, HandlingUnit, Staff, Reception {
}
