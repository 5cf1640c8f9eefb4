package liaison.gateway.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import liaison.bot.message.Address;
import liaison.bot.people.Deputy;
import liaison.bot.people.DeputyHome;
import liaison.bot.people.ElectoralUnit;
import liaison.bot.people.HandlingUnit;
import liaison.bot.people.Level;
import liaison.bot.people.Place;
import liaison.bot.people.Reception;
import liaison.bot.people.Staff;
import liaison.bot.people.Station;

/** Rows of the directory's tables as what they stand for. */
final class DirectoryRows {
    private DirectoryRows() {
    }

    static DeputyHome home(ResultSet row) throws SQLException {
        return new DeputyHome(row.getString("code"), row.getString("name"), row.getString("parent"));
    }

    static Place place(ResultSet row) throws SQLException {
        return new Place(row.getString("code"), row.getString("parent"), row.getString("kind"), row.getString("name"),
                texts(row, "aliases"),
                row.getDouble("lat"), row.getDouble("lon"));
    }

    static Station station(ResultSet row) throws SQLException {
        return new Station(row.getString("code"), row.getString("home"), row.getString("name"), row.getString("address"),
                row.getString("phone"), texts(row, "areas"));
    }

    static ElectoralUnit electoralUnit(ResultSet row) throws SQLException {
        return new ElectoralUnit(row.getString("code"), row.getString("name"), level(row), texts(row, "areas"));
    }

    static Deputy deputy(ResultSet row) throws SQLException {
        return new Deputy(row.getString("code"), row.getString("name"), level(row), texts(row, "stations"), row.getString("electoral_unit"),
                texts(row, "topics"), addresses(row), row.getObject("absent_from", LocalDate.class),
                row.getObject("absent_to", LocalDate.class));
    }

    static HandlingUnit unit(ResultSet row) throws SQLException {
        return new HandlingUnit(row.getString("code"), row.getString("name"), texts(row, "topics"), texts(row, "areas"));
    }

    static Staff staff(ResultSet row) throws SQLException {
        return new Staff(row.getString("code"), row.getString("name"), Staff.Role.valueOf(row.getString("role").toUpperCase(Locale.ROOT)),
                texts(row, "stations"), addresses(row));
    }

    static Reception reception(ResultSet row) throws SQLException {
        return new Reception(row.getString("station"), row.getString("pattern"), row.getObject("begins", LocalTime.class),
                row.getObject("ends", LocalTime.class), row.getInt("capacity"));
    }

    private static Level level(ResultSet row) throws SQLException {
        return Level.valueOf(row.getString("level").toUpperCase(Locale.ROOT));
    }

    private static List<Address> addresses(ResultSet row) throws SQLException {
        return texts(row, "addresses").stream().map(Address::parse).toList();
    }

    static List<String> texts(ResultSet row, int column) throws SQLException {
        var array = row.getArray(column);
        return array.getArray() instanceof String[] texts ? Arrays.asList(texts) : List.of();
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return texts(row, row.findColumn(column));
    }
}
