package liaison.gateway.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Writes the files of a directory as large as the country: its real places, and made-up stations and people. */
final class Nation {
    private static final List<String> TOPICS = List.of("城乡建设", "环境保护", "交通运输", "教育文体", "劳动和社会保障", "商贸旅游", "卫生计生", "其他");
    private static final List<String> LEVELS = List.of("town", "town", "town", "town", "town", "town", "county", "county", "county", "city",
            "province", "nation");
    private static final int STREET = 9;
    private static final int COUNTY = 6;
    /** Of a hundred streets, how many stations: 228,000 over 41,352 streets. */
    private static final int STATIONS_PER_HUNDRED = 551;
    private static final int DEPUTIES = 12;
    private static final int VILLAGE_SHARE = 6;

    private final Path gazetteer;
    private final Path to;

    Nation(Path gazetteer, Path to) {
        this.gazetteer = gazetteer;
        this.to = to;
    }

    void write() throws IOException {
        Files.createDirectories(to);
        var streets = new ArrayList<String>();
        try (var places = file("places.csv", "code,parent,kind,name"); var units = file("units.csv", "code,name,topics,areas")) {
            places("provinces.tsv", 0, "province", places);
            places("cities.tsv", 2, "city", places);
            for (String county : places("areas.tsv", 4, "county", places)) {
                TOPICS.forEach(topic -> units.println("U" + county + TOPICS.indexOf(topic) + ",承办单位," + topic + "," + county));
            }
            streets.addAll(places("streets.tsv.gz", COUNTY, "street", places));
            places("villages.tsv.gz", STREET, "village", places);
        }
        people(streets);
    }

    private void people(List<String> streets) throws IOException {
        try (var homes = file("homes.csv", "code,name");
                var stations = file("stations.csv", "code,home,name,address,phone,areas");
                var elected = file("electoral_units.csv", "code,name,level,areas");
                var deputies = file("deputies.csv", "code,name,level,stations,electoral_unit,topics");
                var staff = file("staff.csv", "code,name,role,stations");
                var days = file("reception.csv", "station,pattern,from,to,capacity")) {
            long written = 0;
            for (int i = 0; i < streets.size(); i++) {
                String street = streets.get(i);
                homes.println("H" + street + ",代表之家");
                elected.println("E" + street + ",选区,town," + street);
                for (; written < (i + 1L) * STATIONS_PER_HUNDRED / 100; written++) {
                    String station = "S" + written;
                    stations.println(station + ",H" + street + ",联络站第" + written + "号,街道综合服务中心一楼,0000-0000000," + street);
                    days.println(station + ",每周二,09:00,11:30,6");
                    staff.println("C" + written + ",站务员,clerk," + station);
                    staff.println("M" + written + ",站长,head," + station);
                    for (int n = 0; n < DEPUTIES - (written % VILLAGE_SHARE == 0 ? 1 : 0); n++) {
                        deputies.println("D" + written + "-" + n + ",代表" + n + "," + LEVELS.get(n) + "," + station + ",E" + street + ","
                                + TOPICS.get(n % TOPICS.size()));
                    }
                }
            }
        }
    }

    private List<String> places(String file, int parent, String kind, PrintWriter out) throws IOException {
        var codes = new ArrayList<String>();
        try (var lines = new BufferedReader(new InputStreamReader(open(gazetteer.resolve(file)), StandardCharsets.UTF_8))) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split("\t", -1);
                out.println(cells[0] + "," + cells[0].substring(0, parent) + "," + kind + ",\"" + cells[1].replace("\"", "\"\"") + "\"");
                if (parent != STREET) {
                    codes.add(cells[0]);
                }
            }
        }
        return codes;
    }

    private PrintWriter file(String name, String header) throws IOException {
        var out = new PrintWriter(Files.newBufferedWriter(to.resolve(name)));
        out.println(header);
        return out;
    }

    private static InputStream open(Path file) throws IOException {
        InputStream stream = Files.newInputStream(file);
        return file.toString().endsWith(".gz") ? new GZIPInputStream(stream) : stream;
    }
}
