package liaison.gateway.jdbc;

import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import liaison.bot.dialog.Effect;
import liaison.bot.dialog.Effects;
import liaison.bot.message.Address;
import org.springframework.jdbc.core.JdbcTemplate;

/** Messages that could not be decided or written. */
public final class JdbcDeadLetters {
    private static final String SHELVE = """
            insert into dead_letter (address, seq, reason) select * from unnest(?, ?, ?) on conflict do nothing
            """;

    private final JdbcTemplate jdbc;

    public JdbcDeadLetters(DataSource source) {
        jdbc = new JdbcTemplate(source);
    }

    Set<Address> shelve(List<Effects.Row> rows) {
        new Columns<>(rows).text(row -> row.address().toString()).number(Effects.Row::seq)
                .text(row -> ((Effect.Shelve) row.effect()).reason()).update(jdbc, SHELVE);
        return Set.of();
    }
}
