package liaison.gateway.jdbc;

import java.util.List;
import liaison.bot.dialog.Effect;
import liaison.bot.dialog.Effects;

/** Whose residents those are who have filed nothing. */
public final class JdbcBelonging {
    private static final String BELONG = """
            insert into belonging (address, station) select unnest(?), unnest(?)
            on conflict (address) do update set station = excluded.station
            """;

    void belong(List<Effects.Row> rows, Writes writes) {
        writes.add(BELONG, new Columns<>(rows).text(row -> row.address().toString())
                .text(row -> ((Effect.Belong) row.effect()).station()));
    }
}
