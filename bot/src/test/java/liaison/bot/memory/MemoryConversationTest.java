package liaison.bot.memory;

import liaison.bot.dialog.Conversation.Parts;
import liaison.bot.testing.ConversationContract;
import liaison.bot.testing.TinyBook;

final class MemoryConversationTest extends ConversationContract {
    private final MemoryLedger ledger = new MemoryLedger();
    private final MemoryJournal journal = new MemoryJournal(ledger);
    private final MemoryEffects effects = new MemoryEffects(ledger);
    private final MemoryNumbers numbers = new MemoryNumbers();

    @Override
    protected Parts node() {
        return new Parts(ledger, journal, new MemoryDialogs(), new MemoryFacts(effects, () -> NOBODY), effects, new PlainSeals(), numbers,
                new TinyBook(), () -> NOBODY, clock);
    }

    @Override
    protected int confirmationsWaiting() {
        return (int) effects.outbox().stream().filter(entry -> entry.kind().equals("reply")).count();
    }

    @Override
    protected int deadLetters() {
        return effects.shelf().size();
    }
}
