package liaison.gateway.cli;

import java.io.PrintStream;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Writes one object a line; fields keep the order of their map, so that two runs can be compared. */
final class JsonLines {
    private static final JsonMapper JSON = new JsonMapper();

    private final PrintStream out;

    JsonLines(PrintStream out) {
        this.out = out;
    }

    void write(Map<String, ?> fields) {
        out.print(JSON.writeValueAsString(fields) + "\n");
    }
}
