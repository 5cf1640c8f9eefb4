package liaison.gateway.jdbc;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import liaison.bot.dialog.Effect;
import liaison.bot.dialog.Effects;
import liaison.bot.dialog.Seals;
import liaison.bot.message.Address;
import liaison.bot.people.Bindings;
import liaison.bot.people.Person;
import org.springframework.jdbc.core.JdbcTemplate;

/** Bindings in PostgreSQL; of a code only its keyed hash is kept. */
public final class JdbcBindings implements Bindings {
    /** Without letters and digits that look like one another. */
    private static final String LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
    private static final int LENGTH = 8;
    private static final Address CODES = Address.parse("binding:code:hash");

    /**
     * What could not reach the person so far is tried at once, and waits no more for a binding. Who is bound anew in an account has
     * another telephone, or the code had got into wrong hands: the address before is nobody's there any more.
     */
    private static final String BIND = """
            with n as materialized (
                select distinct on (code_hash) * from unnest(?, ?, ?) as n (address, person, code_hash) order by code_hash, address),
            u as (
                update binding_code c set used_at = now() from n
                where c.code_hash = n.code_hash and c.person = n.person and c.used_at is null
                    and c.issued_at > now() - interval '7 days'
                returning c.code_hash),
            b as (
                insert into binding (address, person, code_hash) select n.address, n.person, n.code_hash from n join u using (code_hash)
                on conflict (address, person) do update set code_hash = excluded.code_hash, bound_at = now()),
            before as (
                delete from binding o using n join u using (code_hash)
                where o.person = n.person and o.address <> n.address
                    and split_part(o.address, ':', 1) = split_part(n.address, ':', 1)
                    and split_part(o.address, ':', 2) = split_part(n.address, ':', 2)),
            waiting as (
                update outbox o set due_at = least(o.due_at, now()), reason = case o.reason when 'no-address' then '' else o.reason end
                from n join u using (code_hash)
                where o.state = 'pending' and o.recipient = n.person and (o.due_at > now() or o.reason = 'no-address')),
            done as (select n.address from n join u using (code_hash))
            """;

    private static final String PERSON = """
            select person from binding_code where code_hash = ? and used_at is null and issued_at > now() - interval '7 days'
            """;

    private static final String SPENT = """
            select exists (select 1 from binding_code
                where code_hash = ? and (used_at is not null or issued_at <= now() - interval '7 days'))
            """;

    private static final int KNOWN = 100_000;
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final JdbcTemplate jdbc;
    private final Seals seals;
    private final Cache<Person, Boolean> known = Caffeine.newBuilder().maximumSize(KNOWN).expireAfterWrite(FRESH).build();
    private final SecureRandom random = new SecureRandom();

    public JdbcBindings(DataSource source, Seals seals) {
        jdbc = new JdbcTemplate(source);
        this.seals = seals;
    }

    @Override
    public Map<Person, List<Address>> addressesOf(Collection<Person> people) {
        var addresses = new HashMap<Person, List<Address>>();
        jdbc.query("select person, address from binding where person = any(?) order by bound_at desc", found -> {
            addresses.computeIfAbsent(Person.parse(found.getString(1)), person -> new ArrayList<>()).add(Address.parse(found.getString(2)));
        }, (Object) people.stream().map(Person::toString).toArray(String[]::new));
        return addresses;
    }

    @Override
    public String issue(Person person) {
        var code = new StringBuilder();
        while (code.length() < LENGTH) {
            code.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        jdbc.update("insert into binding_code (code_hash, person) values (?, ?)", hash(code.toString()), person.toString());
        return code.toString();
    }

    /** Those who are bound to any address, as it was some seconds ago at the most: every filing asks. */
    Set<Person> bound(Collection<Person> people) {
        return known.getAll(people, this::read).entrySet().stream().filter(Map.Entry::getValue).map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** The same where nobody has to be looked up. */
    Optional<Set<Person>> boundLately(Collection<Person> people) {
        var bound = new HashSet<Person>();
        for (var person : people) {
            var known = this.known.getIfPresent(person);
            if (known == null) {
                return Optional.empty();
            }
            if (known) {
                bound.add(person);
            }
        }
        return Optional.of(bound);
    }

    private Map<Person, Boolean> read(Set<? extends Person> people) {
        var bound = Set.copyOf(jdbc.queryForList("select distinct person from binding where person = any(?)", String.class,
                (Object) people.stream().map(Person::toString).toArray(String[]::new)));
        return people.stream().collect(Collectors.toMap(person -> person, person -> bound.contains(person.toString())));
    }

    Optional<Person> person(String code) {
        return jdbc.queryForList(PERSON, String.class, (Object) hash(code)).stream().findFirst().map(Person::parse);
    }

    /** Whether the code was given out and is used or too old. */
    boolean isSpent(String code) {
        return Boolean.TRUE.equals(jdbc.queryForObject(SPENT, Boolean.class, (Object) hash(code)));
    }

    /** Who is bound to each of some addresses, the last one first; addresses of nobody are missing. */
    Map<Address, List<Person>> boundTo(Collection<Address> addresses) {
        var bound = new HashMap<Address, List<Person>>();
        jdbc.query("select address, person from binding where address = any(?) order by bound_at desc",
                found -> {
                    bound.computeIfAbsent(Address.parse(found.getString(1)), address -> new ArrayList<>())
                            .add(Person.parse(found.getString(2)));
                }, (Object) addresses.stream().map(Address::toString).toArray(String[]::new));
        return bound;
    }

    /** Binds; fails where the code was used meanwhile. */
    void bind(List<Effects.Row> rows, Writes writes) {
        rows.forEach(row -> known.invalidate(bound(row).person()));
        writes.guarded(BIND, new Columns<>(rows).text(row -> bound(row).address().toString()).text(row -> bound(row).person().toString())
                .bytes(row -> hash(bound(row).code())), Effects.Row.addresses(rows));
    }

    private byte[] hash(String code) {
        return seals.keyHash(CODES, code);
    }

    private static Effect.Bind bound(Effects.Row row) {
        return (Effect.Bind) row.effect();
    }
}
