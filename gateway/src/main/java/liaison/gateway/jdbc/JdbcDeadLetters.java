package liaison.gateway.jdbc;

import java.util.List;
import liaison.bot.dialog.Effect;
import liaison.bot.dialog.Effects;

/** Messages that could not be decided or written. */
public final class JdbcDeadLetters {
    private static final String SHELVE = """
            insert into dead_letter (address, seq, reason) select * from unnest(?, ?, ?) on conflict do nothing
            """;

    void shelve(List<Effects.Row> rows, Writes writes) {
        writes.add(SHELVE, new Columns<>(rows).text(row -> row.address().toString()).number(Effects.Row::seq)
                .text(row -> ((Effect.Shelve) row.effect()).reason()));
    }
}
