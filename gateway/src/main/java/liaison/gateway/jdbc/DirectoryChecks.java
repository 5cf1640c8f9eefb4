package liaison.gateway.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import liaison.bot.people.Fault;
import liaison.bot.people.Place;
import liaison.gateway.jdbc.DirectoryTable.Reference;

/** What must hold between the rows that came in and those that are there. */
final class DirectoryChecks {
    /** Larger places within smaller ones; those of one size may lie in one another. */
    private static final String UPSIDE_DOWN = """
            with size (kind, n) as (values ('province', 0), ('city', 1), ('county', 2), ('street', 3), ('village', 4), ('community', 4),
                ('estate', 5), ('road', 5), ('building', 6), ('landmark', 6)),
            parents as (
                select code, kind from incoming_place union all
                select code, kind from place as t where not exists (select from incoming_place as i where i.code = t.code))
            select i.line, 'a ' || i.kind || ' does not lie in a ' || p.kind as what
            from incoming_place as i join parents as p on p.code = i.parent join size as s on s.kind = i.kind join size as o on o.kind = p.kind
            where s.n < o.n
            """;

    private final Connection connection;
    private final Map<DirectoryTable, String> files;
    private final DirectoryFaults faults;

    /** @param files the tables that anything came in for, and the file it came from */
    DirectoryChecks(Connection connection, Map<DirectoryTable, String> files, DirectoryFaults faults) {
        this.connection = connection;
        this.files = new EnumMap<>(files);
        this.faults = faults;
    }

    void checkCodes(DirectoryTable table) throws SQLException {
        tell(table, table.key.getFirst(), twice(table), "%s is there before; leave one out");
        if (table == DirectoryTable.DEPUTY) {
            tell(table, "code", alsoOf(table, DirectoryTable.STAFF),
                    "%s is the code of one of the staff too; a person's code is nobody else's");
        } else if (table == DirectoryTable.STAFF) {
            tell(table, "code", alsoOf(table, DirectoryTable.DEPUTY), "%s is the code of a deputy too; a person's code is nobody else's");
        }
    }

    void checkReferences(DirectoryTable table) throws SQLException {
        for (Reference reference : table.references) {
            tell(table, reference.column(), missing(table, reference),
                    "no " + reference.table() + " has the code %s; add it or correct the code");
        }
        if (table.isTree()) {
            tell(table, "parent", circles(table),
                    "lying in %s makes a circle or is more than " + Place.MAX_DEPTH + " deep; correct it");
        }
        if (table == DirectoryTable.PLACE) {
            tell(table, "parent", UPSIDE_DOWN, "%s; correct the parent or the kind");
        }
    }

    void checkAddresses(DirectoryTable table) throws SQLException {
        if (List.of(DirectoryTable.DEPUTY, DirectoryTable.STAFF).contains(table)) {
            tell(table, "addresses", shared(table), "an address belongs to one person, not to %s");
        }
    }

    private void tell(DirectoryTable table, String column, String wrong, String words) throws SQLException {
        String file = files.getOrDefault(table, table.table);
        try (var statement = connection.createStatement(); var found = statement.executeQuery(told(wrong))) {
            long told = 0;
            long count = 0;
            while (found.next()) {
                faults.addUnlessTold(new Fault(file, found.getLong(1), column, words.formatted(found.getString(2))));
                count = found.getLong(3);
                told++;
            }
            faults.addUncounted(count - told);
        }
    }

    private static String told(String wrong) {
        return "select line, what, count(*) over () from (%s) as wrong order by line, what limit %d".formatted(wrong, DirectoryFaults.MOST);
    }

    private static String twice(DirectoryTable table) {
        return """
            select line, %1$s as what from (
                select *, row_number() over (partition by %2$s order by line) as nth from %3$s as i
                where (%2$s) in (select %2$s from %3$s as i group by %2$s having count(*) > 1)) as i
            where nth > 1
            """.formatted(table.keyColumns("i").replace(", ", " || ' ' || "), table.keyColumns("i"), table.incoming);
    }

    private static String alsoOf(DirectoryTable table, DirectoryTable other) {
        return """
            select i.line, i.code as what from %1$s as i
            where exists (select from %2$s as o where o.code = i.code) or exists (select from %3$s as o where o.code = i.code)
            """.formatted(table.incoming, other.incoming, other.table);
    }

    private static String missing(DirectoryTable table, Reference reference) {
        return """
            select i.line, r.code as what from %1$s as i cross join lateral %2$s as r (code)
            where r.code <> '' and not exists (select from incoming_%3$s as t where t.code = r.code)
                and not exists (select from %3$s as t where t.code = r.code)
            """.formatted(table.incoming, reference.codes("i"), reference.table());
    }

    /** Rows that cannot be reached from above in so many steps, with what is there already. */
    private static String circles(DirectoryTable table) {
        return """
            with recursive every as materialized (
                select code, parent from %2$s union
                select code, parent from %1$s as t where not exists (select from %2$s as i where i.code = t.code)),
            reached (code, depth) as (
                select code, 1 from every as e where not exists (select from every as p where p.code = e.parent)
                union
                select e.code, r.depth + 1 from every as e join reached as r on e.parent = r.code where r.depth < %3$d)
            select line, parent as what from %2$s as i where not exists (select from reached as r where r.code = i.code)
            """.formatted(table.table, table.incoming, Place.MAX_DEPTH);
    }

    private static String shared(DirectoryTable table) {
        return """
            with held as (
                select 'deputy:' || code as person, unnest(addresses) as address from (
                    select code, addresses from incoming_deputy union all
                    select code, addresses from deputy as t where not exists (select from incoming_deputy as i where i.code = t.code)) as d
                where addresses <> '{}'
                union
                select 'staff:' || code, unnest(addresses) from (
                    select code, addresses from incoming_staff union all
                    select code, addresses from staff as t where not exists (select from incoming_staff as i where i.code = t.code)) as s
                where addresses <> '{}'
                union
                select person, address from binding where address in (select unnest(addresses) from %1$s)),
            shared as (select address, string_agg(person, ', ' order by person) as people from held group by address having count(*) > 1)
            select i.line, s.people as what from %1$s as i, unnest(i.addresses) as a (address) join shared as s on s.address = a.address
            """.formatted(table.incoming);
    }
}
