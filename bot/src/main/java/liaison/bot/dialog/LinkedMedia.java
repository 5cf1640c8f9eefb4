package liaison.bot.dialog;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import liaison.bot.media.MediaStore;
import liaison.bot.people.Directory;
import liaison.bot.people.Person;
import liaison.bot.request.ServiceRequests;

/** Shows what a link leads to, to somebody who may still see it, and writes that down. */
public final class LinkedMedia {
    private final OpenLinks links;
    private final ServiceRequests requests;
    private final Supplier<Directory> directory;
    private final MediaStore store;
    private final Seals seals;
    private final Clock clock;

    public LinkedMedia(OpenLinks links, ServiceRequests requests, Supplier<Directory> directory, MediaStore store, Seals seals,
            Clock clock) {
        this.links = links;
        this.requests = requests;
        this.directory = directory;
        this.store = store;
        this.seals = seals;
        this.clock = clock;
    }

    /**
     * Empty for whatever must not be shown, for whichever reason.
     *
     * @param further whether only more is wanted of what was opened before, as players ask for it; that is not written down again
     */
    public Optional<Opened> open(String token, boolean further) {
        var link = links.use(token, clock.instant()).filter(one -> !one.type().isEmpty() && one.wrappedKey().length > 0)
                .filter(this::maySee);
        return link.flatMap(one -> store.get(one.medium()).map(sealed -> {
            byte[] content = seals.open(one.wrappedKey(), Personal.media(one.medium()), sealed);
            if (!further || !one.again()) {
                links.audit(one, clock.instant());
            }
            return new Opened(one.type(), content);
        }));
    }

    /** Who could see it when the link was given out may have lost the request, or the office, since. */
    private boolean maySee(OpenLinks.Link link) {
        var people = directory.get();
        if (link.request().isEmpty()) {
            return link.person().kind() == Person.Kind.STAFF && people.staff(link.person().code()).isPresent();
        }
        return requests.find(link.medium().address(), link.request()).filter(request -> Cases.mayRead(people, link.person(), request))
                .isPresent();
    }
}
