package liaison.bot.rules;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import liaison.bot.dialog.Books;
import liaison.bot.dialog.Decider;
import liaison.bot.dialog.RuleBook;
import liaison.bot.dialog.Times;
import liaison.bot.message.Channel;

/** The books in use: a new one takes over whole or not at all, earlier ones stay for the talks that began with them. */
public final class RuleBooks implements Books {
    private final Times times;
    private final Function<String, Optional<RuleFiles>> kept;
    private final Map<String, RuleBook> byHash = new ConcurrentHashMap<>();
    private final Map<Channel, RuleBook> own = new ConcurrentHashMap<>();
    private volatile RuleBook current;

    /** @param kept the files of an earlier book by its hash, from wherever they are kept */
    public RuleBooks(RuleFiles first, Times times, Function<String, Optional<RuleFiles>> kept) {
        this.times = times;
        this.kept = kept;
        current = read(first);
    }

    public RuleBooks(RuleFiles first, Times times) {
        this(first, times, hash -> Optional.empty());
    }

    /** Makes a newer book the current one; throws {@link RuleFault}, and then nothing changed. */
    public void reload(RuleFiles newer) {
        current = read(newer);
    }

    /** Gives an account a book of its own; throws {@link RuleFault}, and then nothing changed. */
    public void reload(Channel account, RuleFiles newer) {
        own.put(account, read(newer));
    }

    /** Gives an account the shared book again. */
    public void share(Channel account) {
        own.remove(account);
    }

    @Override
    public RuleBook current() {
        return current;
    }

    @Override
    public RuleBook current(Channel account) {
        return own.getOrDefault(account, current);
    }

    @Override
    public Optional<Decider> book(String hash) {
        var known = byHash.get(hash);
        if (known != null) {
            return Optional.of(known);
        }
        try {
            return kept.apply(hash).filter(files -> files.hash().equals(hash)).map(this::read);
        } catch (RuleFault tooOld) {
            return Optional.empty();
        }
    }

    private RuleBook read(RuleFiles files) {
        var book = BookReader.read(files, times);
        byHash.put(book.hash(), book);
        return book;
    }
}
