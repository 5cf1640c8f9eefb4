package liaison.gateway.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import liaison.bot.dialog.Answer;
import liaison.bot.dialog.Conversation;
import liaison.bot.dialog.Conversation.Parts;
import liaison.bot.dialog.FactsSource;
import liaison.bot.memory.MemoryDialogs;
import liaison.bot.message.Address;
import liaison.bot.message.InboundMessage;
import liaison.bot.notice.Outbox;
import liaison.bot.testing.ConversationContract;
import liaison.bot.testing.TinyBook;
import liaison.gateway.seal.Algorithm;
import liaison.gateway.seal.MasterKey;
import liaison.gateway.seal.Sealer;
import liaison.gateway.testing.TestStores;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Two nodes that know nothing of one another but the database: their dialogs are never the other's. */
final class JdbcConversationIT extends ConversationContract {
    private static final TestStores.Database DATABASE = TestStores.migrated();
    private static final MasterKey KEY = MasterKey.of(Base64.getEncoder().encodeToString(new byte[32]));

    private final List<Node> nodes = new ArrayList<>();
    private final JdbcTemplate sql = new JdbcTemplate(DATABASE.dataSource());

    @BeforeEach
    void empty() {
        sql.execute("truncate journal, resident_key, dead_letter, number_block, request, request_number, request_event, booking, slot,"
                + " reminder, outbox");
    }

    @AfterEach
    void end() {
        nodes.forEach(Node::close);
    }

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    @Override
    protected Parts node() {
        var node = new Node(DATABASE, new Sealer(KEY, Algorithm.AES), new MemoryDialogs(), new TinyBook(), clock);
        nodes.add(node);
        return node.parts;
    }

    @Override
    protected int confirmationsWaiting() {
        return count("select count(*) from outbox where kind = 'reply' and state = 'pending'");
    }

    @Override
    protected List<String> confirmationsTaken() {
        return nodes.getFirst().outbox.take(clock.instant().plus(Duration.ofHours(1)), 100, Duration.ofSeconds(30)).stream()
                .map(Outbox.Taken::entry).filter(entry -> entry.kind().equals("reply"))
                .map(entry -> entry.facts().getOrDefault("text", "")).toList();
    }

    @Override
    protected int deadLetters() {
        return count("select count(*) from dead_letter");
    }

    @Test
    void receive_whoIsTooLateAgainAndAgainIsToldAndIsNoDeadLetter() {
        var rivals = new Conversation(node());
        var parts = node();
        var late = new AtomicInteger();
        FactsSource overtaken = asks -> {
            var read = parts.facts().read(asks);
            int rival = late.incrementAndGet();
            if (rival <= 2) {
                CompletableFuture.runAsync(() -> rivals.receive(
                        List.of(new InboundMessage.Text(Address.parse("wechat:demo:rival" + rival), "1", "book")))).join();
            }
            return read;
        };
        var answers = new Conversation(new Parts(parts.ledger(), parts.journal(), parts.dialogs(), overtaken, parts.effects(),
                parts.seals(), parts.numbers(), parts.books(), parts.directory(), parts.clock()))
                .receive(List.of(new InboundMessage.Text(Address.parse("wechat:demo:late"), "1", "book")));
        assertThat(answers).extracting(Answer::text).containsExactly("1 full");
        assertThat(deadLetters()).isZero();
    }

    private int count(String query) {
        var found = sql.queryForObject(query, Integer.class);
        return found == null ? 0 : found;
    }
}
