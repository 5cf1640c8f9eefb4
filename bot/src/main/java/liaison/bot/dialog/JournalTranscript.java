package liaison.bot.dialog;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import liaison.bot.message.Address;
import liaison.bot.message.InboundMessage;

/** Opens what the journal holds. */
public final class JournalTranscript implements Transcript {
    private final Journal journal;
    private final Seals seals;

    public JournalTranscript(Journal journal, Seals seals) {
        this.journal = journal;
        this.seals = seals;
    }

    @Override
    public List<Line> after(Address address, long seq, int limit) {
        return journal.after(address, seq, limit).stream().map(this::line).toList();
    }

    @Override
    public long last(Address address) {
        return last(List.of(address)).getOrDefault(address, 0L);
    }

    @Override
    public Map<Address, Long> last(Collection<Address> addresses) {
        return journal.last(addresses).entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, last -> last.getValue().seq()));
    }

    private Line line(Journal.Row row) {
        try {
            var reply = Stored.reply(seals.open(row.wrappedKey(), Personal.reply(row.address(), row.seq()), row.reply()));
            var message = row.inbound() ? Optional.of(message(row)) : Optional.<InboundMessage>empty();
            return new Line(row.seq(), row.at(), message.map(InboundMessage::key).orElse(""),
                    message.map(JournalTranscript::words).orElse(""),
                    reply);
        } catch (RuntimeException gone) {
            return new Line(row.seq(), row.at(), "", "", Reply.SILENT);
        }
    }

    private InboundMessage message(Journal.Row row) {
        return Stored.message(row.address(), seals.open(row.wrappedKey(), Personal.message(row.address(), row.seq()), row.message()));
    }

    private static String words(InboundMessage message) {
        return switch (message) {
            case InboundMessage.Text text -> text.text();
            case InboundMessage.Voice voice -> voice.recognition();
            case InboundMessage.Location location -> location.label();
            default -> "";
        };
    }
}
