package liaison.gateway.jdbc;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import liaison.bot.dialog.Effect;
import liaison.bot.dialog.Effects;
import liaison.bot.message.Address;

/**
 * Writes each kind of effect into its tables: kinds in one order, rows in the order of their addresses, so that no two nodes
 * wait for one another.
 */
public final class JdbcEffects implements Effects {
    private final List<Table> tables;
    private final JdbcOutbox outbox;

    public JdbcEffects(JdbcRequests requests, JdbcVisits visits, JdbcDueReminders reminders, JdbcOutbox outbox, JdbcBroadcasts broadcasts,
            JdbcBindings bindings, JdbcDeadLetters deadLetters) {
        this.outbox = outbox;
        tables = List.of(new Table(Effect.File.class, requests::file), new Table(Effect.Step.class, requests::step),
                new Table(Effect.Unbook.class, visits::unbook), new Table(Effect.Book.class, visits::book),
                new Table(Effect.Bind.class, bindings::bind), new Table(Effect.Announce.class, broadcasts::announce),
                new Table(Effect.Rsvp.class, broadcasts::rsvp), new Table(Effect.Halt.class, broadcasts::halt),
                new Table(Effect.Drop.class, outbox::drop), new Table(Effect.Remind.class, reminders::remind),
                new Table(Effect.Tell.class, outbox::tell), new Table(Effect.Shelve.class, deadLetters::shelve));
    }

    @Override
    public Set<Address> write(List<Row> rows) {
        var failed = new HashSet<Address>();
        var sorted = rows.stream().sorted(Comparator.comparing(Row::address)).toList();
        for (var table : tables) {
            var its = sorted.stream().filter(row -> table.kind().isInstance(row.effect())).toList();
            if (!its.isEmpty()) {
                failed.addAll(table.writer().apply(its));
            }
        }
        return failed;
    }

    @Override
    public void told(Collection<Told> confirmations) {
        if (!confirmations.isEmpty()) {
            outbox.told(confirmations);
        }
    }

    private record Table(Class<? extends Effect> kind, Function<List<Row>, Set<Address>> writer) {
    }
}
