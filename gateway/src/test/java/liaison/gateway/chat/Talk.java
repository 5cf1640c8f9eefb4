package liaison.gateway.chat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import liaison.bot.dialog.Answer;
import liaison.bot.dialog.Reply;
import liaison.bot.dialog.Transcript;
import liaison.bot.message.Address;
import liaison.bot.message.InboundMessage;
import liaison.gateway.netty.Inbox;
import liaison.gateway.netty.Waiting;

/** A ledger and an inbox of one test: keeps what is offered once by its key, and answers by a function. */
final class Talk implements Inbox, Transcript {
    static final Instant NOW = Instant.parse("2026-11-23T06:02:00Z");

    private final Function<String, Reply> answers;
    private final Map<Address, List<Line>> lines = new HashMap<>();
    private final List<Runnable> held = new ArrayList<>();
    private final List<Long> told = new ArrayList<>();
    private Mood mood = Mood.ANSWER;

    /** What becomes of an offer: answered at once, later, failed, or not taken. */
    enum Mood {
        ANSWER, HOLD, FAIL, FULL
    }

    Talk(Function<String, Reply> answers) {
        this.answers = answers;
    }

    synchronized void mood(Mood next) {
        mood = next;
    }

    @Override
    public synchronized boolean offer(InboundMessage message, Waiting waiting) {
        switch (mood) {
            case ANSWER -> waiting.answered(keep((InboundMessage.Text) message));
            case HOLD -> held.add(() -> waiting.answered(keep((InboundMessage.Text) message)));
            case FAIL -> waiting.failed();
            case FULL -> {
                return false;
            }
        }
        return true;
    }

    synchronized void release() {
        held.forEach(Runnable::run);
        held.clear();
    }

    private Answer keep(InboundMessage.Text text) {
        var talk = of(text.from());
        Optional<Line> known = talk.stream().filter(line -> line.key().equals(text.key())).findFirst();
        var line = known.orElseGet(() -> new Line(talk.size() + 1L, NOW, "text", text.key(), text.text(), answers.apply(text.text()), ""));
        if (known.isEmpty()) {
            talk.add(line);
        }
        var reply = line.reply();
        return new Answer(text.from(), line.seq(), reply.text(), reply.choices(), reply.card(), reply.progress(),
                reply.card().equals("filed"), known.isPresent());
    }

    /** Something that nobody asked for. */
    synchronized void add(Address address, String text) {
        var talk = of(address);
        talk.add(new Line(talk.size() + 1L, NOW, "notice", "", "", Reply.of(text), ""));
    }

    private List<Line> of(Address address) {
        return lines.computeIfAbsent(address, key -> new ArrayList<>());
    }

    @Override
    public synchronized void told(Address address, long seq) {
        told.add(seq);
    }

    @Override
    public void untold(Address address, long seq) {
        throw new UnsupportedOperationException("the web chat reads its answers from the journal");
    }

    synchronized List<Long> toldOnes() {
        return List.copyOf(told);
    }

    @Override
    public synchronized List<Line> said(Address address, Collection<String> keys) {
        return of(address).stream().filter(line -> keys.contains(line.key())).toList();
    }

    @Override
    public synchronized List<Line> after(Address address, long seq, int limit) {
        return of(address).stream().filter(line -> line.seq() > seq).limit(limit).toList();
    }

    @Override
    public synchronized long last(Address address) {
        return of(address).size();
    }

    @Override
    public synchronized Map<Address, Long> last(Collection<Address> addresses) {
        var last = new HashMap<Address, Long>();
        addresses.forEach(address -> last.put(address, last(address)));
        return last;
    }
}
