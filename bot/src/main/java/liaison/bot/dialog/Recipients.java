package liaison.bot.dialog;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import liaison.bot.message.Address;
import liaison.bot.people.Directory;
import liaison.bot.people.Person;
import liaison.bot.people.Staff;

/** Whom the recipient of a letter means, a person, a station's head or an address, and where they are reached. */
final class Recipients {
    private static final String HEAD = "head:";
    private static final String WECOM = "wecom";

    private final Supplier<Directory> directory;

    Recipients(Supplier<Directory> directory) {
        this.directory = directory;
    }

    /** Where a recipient is reached: in WeCom first, since it is for them alone and shows what was sent once; then the newest binding. */
    List<Address> reached(String recipient, Map<Person, List<Address>> bound) {
        if (!isHead(recipient) && !isPerson(recipient)) {
            return List.of(Address.parse(recipient));
        }
        Set<Address> addresses = new LinkedHashSet<>();
        for (var person : people(recipient)) {
            addresses.addAll(bound.getOrDefault(person, List.of()));
            addresses.addAll(switch (person.kind()) {
                case DEPUTY -> directory.get().deputy(person.code()).map(deputy -> deputy.addresses()).orElse(List.of());
                case STAFF -> directory.get().staff(person.code()).map(Staff::addresses).orElse(List.of());
            });
        }
        return addresses.stream().sorted(Comparator.comparing(address -> !address.channel().kind().equals(WECOM))).toList();
    }

    /** Whom it means by office or by name; nobody where it is an address. */
    List<Person> people(String recipient) {
        if (isHead(recipient)) {
            return directory.get().staffOf(recipient.substring(HEAD.length())).stream().filter(staff -> staff.role() == Staff.Role.HEAD)
                    .map(staff -> new Person(Person.Kind.STAFF, staff.code())).toList();
        }
        return isPerson(recipient) ? List.of(Person.parse(recipient)) : List.of();
    }

    /** The name of a person; empty for anybody else. */
    String name(String recipient) {
        if (!isPerson(recipient)) {
            return "";
        }
        var person = Person.parse(recipient);
        return switch (person.kind()) {
            case DEPUTY -> directory.get().deputy(person.code()).map(deputy -> deputy.name()).orElse("");
            case STAFF -> directory.get().staff(person.code()).map(Staff::name).orElse("");
        };
    }

    private static boolean isHead(String recipient) {
        return recipient.startsWith(HEAD);
    }

    private static boolean isPerson(String recipient) {
        return recipient.startsWith("deputy:") || recipient.startsWith("staff:");
    }
}
