package liaison.gateway.jdbc;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import liaison.bot.dialog.Effect;
import liaison.bot.dialog.Effects;
import liaison.bot.dialog.OpenLinks;
import liaison.bot.media.MediaKey;
import liaison.bot.message.Address;
import liaison.bot.people.Person;
import org.springframework.jdbc.core.JdbcTemplate;

/** Links to single media. Only a hash of a token is kept: whoever reads the table opens nothing. */
public final class JdbcLinks implements OpenLinks {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    /** The platform's own look at a link, one try that fails on the way, and some looks of the person's. */
    private static final int MOST_USES = 5;
    /** A player asks for the same piece by piece, and anew at every jump. */
    private static final int MOST_PIECES = 60;

    private static final String GIVE = """
            insert into media_link (token_hash, person, address, seq, request, expires_at)
            select unnest(?), unnest(?), unnest(?), unnest(?), unnest(?), to_timestamp(unnest(?))
            on conflict do nothing
            """;

    private static final String USE = """
            with used as (
                update media_link l set uses = l.uses + 1 from media m
                where l.token_hash = ? and l.expires_at > ? and m.address = l.address and m.seq = l.seq and m.state = 'stored'
                    and l.uses < case when m.type like 'audio/%%' or m.type like 'video/%%' then %d else %d end
                returning l.person, l.address, l.seq, l.request, l.uses, m.type)
            select u.person, u.address, u.seq, u.request, u.type, coalesce(k.wrapped, ''::bytea), u.uses > 1
            from used u left join resident_key k on k.address = u.address
            """.formatted(MOST_PIECES, MOST_USES);

    private final JdbcTemplate jdbc;

    public JdbcLinks(DataSource source) {
        jdbc = new JdbcTemplate(source);
    }

    @Override
    public Optional<Link> use(String token, Instant now) {
        var at = now.atOffset(ZoneOffset.UTC);
        jdbc.update("delete from media_link where expires_at <= ?", at);
        return jdbc.query(USE, (found, n) -> new Link(Person.parse(found.getString(1)),
                new MediaKey(Address.parse(found.getString(2)), found.getLong(3)), found.getString(4), found.getString(5),
                found.getBytes(6), found.getBoolean(7)), hash(token), at).stream().findFirst();
    }

    @Override
    public void audit(Link link, Instant now) {
        String subject = link.request().isEmpty() ? link.medium().address().toString() : link.request();
        jdbc.update("insert into audit (at, actor, act, subject, reason) values (?, ?, 'open media', ?, '')",
                now.atZone(SHANGHAI).toOffsetDateTime(), link.person().toString(), subject + "/" + link.medium().seq());
    }

    void give(List<Effects.Row> rows, Writes writes) {
        writes.add(GIVE, new Columns<>(rows).bytes(row -> hash(link(row).token())).text(row -> link(row).person().toString())
                .text(row -> link(row).medium().address().toString()).number(row -> link(row).medium().seq())
                .text(row -> link(row).request()).time(row -> link(row).until()));
    }

    private static Effect.Link link(Effects.Row row) {
        return (Effect.Link) row.effect();
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
