package liaison.bot.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import liaison.bot.dialog.Conversation;
import liaison.bot.dialog.Conversation.Parts;
import liaison.bot.dialog.JournalTranscript;
import liaison.bot.message.Address;
import liaison.bot.message.InboundMessage;
import liaison.bot.request.Numbers;
import liaison.bot.testing.ConversationContract;
import liaison.bot.testing.TinyBook;
import org.junit.jupiter.api.Test;

final class MemoryConversationTest extends ConversationContract {
    private final MemoryLedger ledger = new MemoryLedger();
    private final MemoryJournal journal = new MemoryJournal(ledger);
    private final MemoryEffects effects = new MemoryEffects(ledger);
    private final MemoryNumbers numbers = new MemoryNumbers();

    @Override
    protected Parts node() {
        return new Parts(ledger, journal, new MemoryDialogs(),
                new MemoryFacts(effects, new JournalTranscript(journal, new PlainSeals()), () -> NOBODY), effects, new PlainSeals(),
                numbers,
                new TinyBook(), () -> NOBODY, clock);
    }

    @Test
    void receive_ledgerThatFailsOnceIsAskedAgain() {
        var failures = new AtomicInteger(1);
        Numbers failing = day -> {
            if (failures.getAndDecrement() > 0) {
                throw new IllegalStateException("the line was cut");
            }
            return numbers.next(day);
        };
        var parts = node();
        var conversation = new Conversation(new Parts(parts.ledger(), parts.journal(), parts.dialogs(), parts.facts(), parts.effects(),
                parts.seals(), failing, parts.books(), parts.directory(), parts.clock()));
        var from = Address.parse("wechat:demo:cut");
        assertThat(conversation.receive(List.of(new InboundMessage.Text(from, "1", "file")))).hasSize(1)
                .noneMatch(answer -> answer.text().isEmpty());
        assertThat(failures.get()).isNegative();
        assertThat(effects.requests()).hasSize(1);
    }

    @Override
    protected int confirmationsWaiting() {
        return (int) effects.outbox().stream().filter(entry -> entry.kind().equals("reply")).count();
    }

    @Override
    protected List<String> confirmationsTaken() {
        return effects.outbox().stream().filter(entry -> entry.kind().equals("reply")).map(entry -> entry.facts().get("text")).toList();
    }

    @Override
    protected int deadLetters() {
        return effects.shelf().size();
    }
}
