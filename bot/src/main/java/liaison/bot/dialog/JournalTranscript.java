package liaison.bot.dialog;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import liaison.bot.message.Address;
import liaison.bot.message.InboundMessage;
import liaison.bot.understanding.Degrees;

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
        return journal.after(address, seq, limit).stream().map(row -> open(seals, row)).toList();
    }

    @Override
    public List<Line> said(Address address, Collection<String> keys) {
        return journal.known(keys.stream().map(key -> new Journal.Key(address, new KeyHash(seals.keyHash(address, key)))).toList()).stream()
                .map(row -> open(seals, row)).sorted(Comparator.comparingLong(Line::seq)).toList();
    }

    @Override
    public long last(Address address) {
        return last(List.of(address)).getOrDefault(address, 0L);
    }

    @Override
    public Map<Address, Long> last(Collection<Address> addresses) {
        return journal.last(addresses).entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, last -> last.getValue().seq()));
    }

    /** One row opened; its words are empty where it can no longer be. */
    public static Line open(Seals seals, Journal.Row row) {
        try {
            var reply = Stored.reply(seals.open(row.wrappedKey(), Personal.reply(row.address(), row.seq()), row.reply()));
            if (!row.inbound()) {
                return new Line(row.seq(), row.at(), row.kind(), "", "", reply, row.request());
            }
            var message = Stored.message(row.address(),
                    seals.open(row.wrappedKey(), Personal.message(row.address(), row.seq()), row.message()));
            return new Line(row.seq(), row.at(), row.kind(), message.key(), words(message), reply, row.request());
        } catch (RuntimeException gone) {
            return new Line(row.seq(), row.at(), row.kind(), "", "", Reply.SILENT, row.request());
        }
    }

    private static String words(InboundMessage message) {
        return switch (message) {
            case InboundMessage.Text text -> text.text();
            case InboundMessage.Voice voice -> voice.recognition();
            case InboundMessage.Location location -> Degrees.labelled(location);
            case InboundMessage.File file -> file.name();
            case InboundMessage.Link link -> (link.title() + ' ' + link.url()).strip();
            default -> "";
        };
    }
}
