package liaison.gateway.jdbc;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import liaison.bot.dialog.FactsSource;
import liaison.bot.dialog.Want;
import liaison.bot.message.Address;
import liaison.bot.people.Directory;
import liaison.bot.people.Person;

/** Reads what turns want to know. What residents want, and who writes, is one read for all; the rest is rare and read singly. */
public final class JdbcFacts implements FactsSource {
    private final JdbcRequests requests;
    private final JdbcVisits visits;
    private final JdbcBroadcasts broadcasts;
    private final JdbcBindings bindings;
    private final JdbcCalls calls;
    private final JdbcMisses misses;
    private final JdbcMedia media;
    private final Supplier<Directory> directory;

    public JdbcFacts(JdbcRequests requests, JdbcVisits visits, JdbcBroadcasts broadcasts, JdbcBindings bindings, JdbcCalls calls,
            JdbcMisses misses, JdbcMedia media, Supplier<Directory> directory) {
        this.requests = requests;
        this.visits = visits;
        this.broadcasts = broadcasts;
        this.bindings = bindings;
        this.calls = calls;
        this.misses = misses;
        this.media = media;
        this.directory = directory;
    }

    @Override
    public Map<Ask, Object> read(Collection<Ask> asks) {
        var addresses = new HashSet<Address>();
        var alike = new HashSet<Want.Alike>();
        var reached = new HashSet<Person>();
        var writers = new HashSet<Address>();
        for (var ask : asks) {
            if (ask.want() instanceof Want.Requests || ask.want() instanceof Want.Alike) {
                addresses.add(ask.of());
            }
            if (ask.want() instanceof Want.Alike want) {
                alike.add(want);
            }
            if (ask.want() instanceof Want.Reached(var people)) {
                reached.addAll(people);
            }
            if (ask.want() instanceof Want.Bound) {
                writers.add(ask.of());
            }
        }
        var found = requests.find(addresses, alike);
        var bound = reached.isEmpty() ? Set.<Person>of() : bindings.bound(reached);
        var boundTo = writers.isEmpty() ? Map.<Address, List<Person>>of() : bindings.boundTo(writers);
        var answers = new HashMap<Ask, Object>();
        for (var ask : asks) {
            answers.computeIfAbsent(ask, missing -> switch (ask.want()) {
                case Want.Requests() -> found.newest(ask.of());
                case Want.Alike want -> found.alike(ask.of(), want);
                case Want.Case(var number) -> requests.numbered(number);
                case Want.Decided(var number, var actor) -> requests.decided(number, actor);
                case Want.Open want -> requests.open(want);
                case Want.Calls want -> calls.of(want);
                case Want.Misses want -> misses.of(want);
                case Want.Bound() -> known(ask.of(), boundTo.getOrDefault(ask.of(), List.of()));
                case Want.Reached(var people) -> people.stream().filter(bound::contains).collect(Collectors.toSet());
                case Want.Code(var code) -> bindings.person(code);
                case Want.SpentCode(var code) -> bindings.isSpent(code);
                case Want.Taken taken -> visits.taken(taken);
                case Want.Visits(var from) -> visits.next(ask.of(), from);
                case Want.Sent(var author) -> broadcasts.sent(author);
                case Want.Live(var author) -> broadcasts.live(author);
                case Want.Latest(var author) -> broadcasts.latest(author);
                case Want.Answers(var broadcast) -> broadcasts.answers(broadcast);
                case Want.Answered(var broadcast, var recipient) -> broadcasts.answered(broadcast, recipient);
                case Want.Received(var recipient) -> broadcasts.received(recipient);
                case Want.Stopped(var recipient) -> broadcasts.stopped(recipient);
                case Want.Media want -> media.media(want);
                case Want.Recorded want -> media.recorded(want);
            });
        }
        return answers;
    }

    @Override
    public Optional<Object> near(Want<?> want) {
        return want instanceof Want.Reached(var people) ? bindings.boundLately(people).map(bound -> bound) : Optional.empty();
    }

    /** Who writes from an address: whoever is bound to it, and whom the directory knows there. */
    private List<Person> known(Address address, List<Person> bound) {
        var people = new ArrayList<>(bound);
        directory.get().personAt(address).filter(person -> !people.contains(person)).ifPresent(people::add);
        return people;
    }
}
