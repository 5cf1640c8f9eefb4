package liaison.gateway.jdbc;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import liaison.bot.dialog.Stored;
import liaison.bot.rules.RuleFiles;
import org.springframework.jdbc.core.JdbcTemplate;

/** The files of every rule book that was in use, so that each talk can go on with the one it began with. */
public final class JdbcRuleFiles {
    private final JdbcTemplate jdbc;

    public JdbcRuleFiles(DataSource source) {
        jdbc = new JdbcTemplate(source);
    }

    public void keep(RuleFiles files, Instant now) {
        jdbc.update("insert into rulebook (hash, files, loaded_at) values (?, ?, ?) on conflict do nothing", files.hash(),
                Stored.pack(files.files()), now.atOffset(ZoneOffset.UTC));
    }

    public Optional<RuleFiles> find(String hash) {
        return jdbc.queryForList("select files from rulebook where hash = ?", byte[].class, hash).stream().findFirst()
                .map(bytes -> new RuleFiles(Stored.personal(bytes)));
    }
}
