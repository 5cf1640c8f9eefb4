package liaison.bot.memory;

import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import liaison.bot.message.Address;
import liaison.bot.notice.Outbox;
import liaison.bot.notice.Outbox.State;
import liaison.bot.notice.OutboxEntry;
import liaison.bot.testing.OutboxContract;

final class MemoryOutboxTest extends OutboxContract {
    private final MemoryOutbox outbox = new MemoryOutbox(Clock.systemUTC());

    @Override
    protected Outbox outbox() {
        return outbox;
    }

    @Override
    protected void add(OutboxEntry entry) {
        outbox.add(entry);
    }

    @Override
    protected Collection<String> reasons() {
        return outbox.reasons().values();
    }

    @Override
    protected void unshown(Address address, String receipt, String reason) {
        outbox.unshown(address, receipt, reason);
    }

    @Override
    protected Map<String, State> states() {
        return outbox.states();
    }
}
