package liaison.gateway.jdbc;

import java.util.Optional;
import javax.sql.DataSource;
import liaison.bot.media.MediaKey;
import liaison.bot.media.MediaStore;
import org.springframework.jdbc.core.JdbcTemplate;

/** Sealed contents in a table of their own. */
public final class JdbcMediaStore implements MediaStore {
    private final JdbcTemplate jdbc;

    public JdbcMediaStore(DataSource source) {
        jdbc = new JdbcTemplate(source);
    }

    @Override
    public void put(MediaKey key, byte[] sealed) {
        jdbc.update("insert into media_content (address, seq, content) values (?, ?, ?)"
                + " on conflict (address, seq) do update set content = excluded.content", key.address().toString(), key.seq(), sealed);
    }

    @Override
    public Optional<byte[]> get(MediaKey key) {
        return jdbc.query("select content from media_content where address = ? and seq = ?", (found, n) -> found.getBytes(1),
                key.address().toString(), key.seq()).stream().findFirst();
    }

    @Override
    public void remove(MediaKey key) {
        jdbc.update("delete from media_content where address = ? and seq = ?", key.address().toString(), key.seq());
    }
}
