package liaison.bot.rules;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import liaison.bot.message.Address;
import liaison.bot.people.Deputy;
import liaison.bot.people.DeputyHome;
import liaison.bot.people.Directory;
import liaison.bot.people.ElectoralUnit;
import liaison.bot.people.HandlingUnit;
import liaison.bot.people.Person;
import liaison.bot.people.Place;
import liaison.bot.people.Reception;
import liaison.bot.people.Staff;
import liaison.bot.people.Station;

/** Examples are about words: they know no place and nobody. */
enum NoDirectory implements Directory {
    INSTANCE;

    @Override
    public Optional<Place> place(String code) {
        return Optional.empty();
    }

    @Override
    public List<Mention> mentions(String text) {
        return List.of();
    }

    @Override
    public List<Mention> nearly(String text) {
        return List.of();
    }

    @Override
    public Optional<Place> nearest(double latitude, double longitude, double metres, Set<String> kinds) {
        return Optional.empty();
    }

    @Override
    public List<Station> stationsOf(String placeCode) {
        return List.of();
    }

    @Override
    public Optional<Station> station(String code) {
        return Optional.empty();
    }

    @Override
    public Optional<DeputyHome> home(String code) {
        return Optional.empty();
    }

    @Override
    public List<Station> stations(int limit) {
        return List.of();
    }

    @Override
    public List<Deputy> deputiesOf(String stationCode) {
        return List.of();
    }

    @Override
    public Optional<Deputy> deputy(String code) {
        return Optional.empty();
    }

    @Override
    public Optional<ElectoralUnit> electoralUnit(String code) {
        return Optional.empty();
    }

    @Override
    public List<Staff> staffOf(String stationCode) {
        return List.of();
    }

    @Override
    public Optional<Staff> staff(String code) {
        return Optional.empty();
    }

    @Override
    public List<HandlingUnit> unitsFor(String topic, String placeCode) {
        return List.of();
    }

    @Override
    public List<Reception> receptionsOf(String stationCode) {
        return List.of();
    }

    @Override
    public Optional<Person> personAt(Address address) {
        return Optional.empty();
    }
}
