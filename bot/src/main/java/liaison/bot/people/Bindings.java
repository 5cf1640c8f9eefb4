package liaison.bot.people;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import liaison.bot.message.Address;

/** Who wrote a one-time code from which address. */
public interface Bindings {
    /** The addresses bound to each person, the newest first; those of the directory are not known here. */
    Map<Person, List<Address>> addressesOf(Collection<Person> people);

    /** A new one-time code for a person; codes given out earlier stay good until used or 7 days old. */
    String issue(Person person);
}
