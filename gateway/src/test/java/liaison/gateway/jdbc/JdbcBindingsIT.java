package liaison.gateway.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import liaison.bot.dialog.Effect;
import liaison.bot.dialog.Effects;
import liaison.bot.memory.PlainSeals;
import liaison.bot.message.Address;
import liaison.bot.notice.Outbox;
import liaison.bot.notice.OutboxEntry;
import liaison.bot.people.Person;
import liaison.gateway.testing.TestStores;
import liaison.gateway.testing.TestStores.Database;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.JdbcTemplate;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class JdbcBindingsIT {
    private static final Address ONE = Address.parse("wechat:demo:o1");
    private static final Address TWO = Address.parse("wechat:demo:o2");

    private final Database database = TestStores.migrated();
    private final JdbcBindings bindings = new JdbcBindings(database.dataSource(), new PlainSeals());
    private final Effects effects = Node.effects(database.dataSource(), new PlainSeals(), bindings);

    @AfterAll
    void close() {
        database.close();
    }

    @Test
    void bind_codeIsGoodOnce() {
        var deputy = Person.parse("deputy:d1");
        String code = bindings.issue(deputy);
        assertThat(bindings.person(code)).contains(deputy);
        assertThat(bindings.isSpent(code)).isFalse();
        assertThat(bind(ONE, deputy, code)).isEmpty();
        assertThat(bindings.isSpent(code)).isTrue();
        assertThat(bindings.isSpent("NEVERGIVEN2")).isFalse();
        assertThat(bind(TWO, deputy, code)).containsExactly(TWO);
        assertThat(bindings.person(code)).isEmpty();
        assertThat(bindings.addressesOf(List.of(deputy))).containsEntry(deputy, List.of(ONE));
        assertThat(bindings.boundTo(List.of(ONE, TWO))).hasEntrySatisfying(ONE, people -> assertThat(people).startsWith(deputy));
    }

    @Test
    void bind_ofTwoInOneBatchTheFirstGetsTheCode() {
        var clerk = Person.parse("staff:c3");
        String code = bindings.issue(clerk);
        assertThat(effects.write(List.of(row(ONE, clerk, code), row(TWO, clerk, code)), List.of())).containsExactly(TWO);
        assertThat(bindings.addressesOf(List.of(clerk))).containsEntry(clerk, List.of(ONE));
    }

    @Test
    void bind_newestAddressComesFirst() {
        var clerk = Person.parse("staff:c1");
        var elsewhere = Address.parse("wecom:office:zhang");
        bind(ONE, clerk, bindings.issue(clerk));
        bind(elsewhere, clerk, bindings.issue(clerk));
        assertThat(bindings.addressesOf(List.of(clerk))).containsEntry(clerk, List.of(elsewhere, ONE));
    }

    @Test
    void bind_addressBeforeInTheAccountIsNobodysAnyMore() {
        var head = Person.parse("staff:c4");
        var other = Person.parse("staff:c5");
        bind(ONE, head, bindings.issue(head));
        bind(ONE, other, bindings.issue(other));
        bind(TWO, head, bindings.issue(head));
        assertThat(bindings.addressesOf(List.of(head, other))).containsEntry(head, List.of(TWO)).containsEntry(other, List.of(ONE));
        bind(TWO, head, bindings.issue(head));
        assertThat(bindings.addressesOf(List.of(head))).as("bound there once more").containsEntry(head, List.of(TWO));
    }

    @Test
    void bind_whatWaitedForThePersonIsTriedAtOnce() {
        var deputy = Person.parse("deputy:d9");
        var now = Instant.now(Clock.systemUTC());
        var entry = new OutboxEntry(ONE.toString(), "request", "LZ1", deputy.toString(), "filed", now.plus(Outbox.UNBOUND),
                now.plus(Duration.ofDays(1)), Map.of());
        effects.write(List.of(new Effects.Row(ONE, 1, new Effect.Tell(entry), new byte[0])), List.of());
        var outbox = new JdbcOutbox(database.dataSource(), new PlainSeals());
        assertThat(outbox.take(now.plusSeconds(10), 9, Duration.ofSeconds(30))).isEmpty();
        bind(TWO, deputy, bindings.issue(deputy));
        assertThat(outbox.take(now.plusSeconds(10), 9, Duration.ofSeconds(30))).hasSize(1);
    }

    @Test
    void boundLately_isWhatWasReadUntilSomebodyBinds() {
        var deputy = Person.parse("deputy:d8");
        assertThat(bindings.boundLately(List.of(deputy))).isEmpty();
        assertThat(bindings.bound(List.of(deputy))).isEmpty();
        assertThat(bindings.boundLately(List.of(deputy))).hasValue(Set.of());
        bind(TWO, deputy, bindings.issue(deputy));
        assertThat(bindings.boundLately(List.of(deputy))).isEmpty();
        assertThat(bindings.bound(List.of(deputy))).containsExactly(deputy);
        assertThat(bindings.boundLately(List.of(deputy))).hasValue(Set.of(deputy));
    }

    @Test
    void person_codeIsGoodForSevenDays() {
        String code = bindings.issue(Person.parse("staff:c2"));
        new JdbcTemplate(database.dataSource())
                .update("update binding_code set issued_at = now() - interval '8 days' where person = 'staff:c2'");
        assertThat(bindings.person(code)).isEmpty();
        assertThat(bindings.isSpent(code)).isTrue();
    }

    private Set<Address> bind(Address address, Person person, String code) {
        return effects.write(List.of(row(address, person, code)), List.of());
    }

    private static Effects.Row row(Address address, Person person, String code) {
        return new Effects.Row(address, 1, new Effect.Bind(address, person, code), new byte[0]);
    }
}
