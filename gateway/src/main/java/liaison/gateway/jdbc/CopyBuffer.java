package liaison.gateway.jdbc;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;

/** Gathers rows in PostgreSQL's COPY format and sends them by the megabyte. */
final class CopyBuffer {
    private static final int FULL = 1 << 19;

    private final Connection connection;
    private final String sql;
    private final StringBuilder rows = new StringBuilder();
    private long count;

    CopyBuffer(Connection connection, DirectoryTable table) {
        this.connection = connection;
        sql = "copy " + table.incoming + " (line, " + String.join(", ", table.key) + ", " + String.join(", ", table.others)
                + ") from stdin";
    }

    long count() {
        return count;
    }

    void add(long line, List<?> values) throws SQLException {
        rows.append(line);
        for (Object value : values) {
            rows.append('\t');
            if (value instanceof List<?> list) {
                escape(array(list));
            } else {
                escape(value.toString());
            }
        }
        rows.append('\n');
        count++;
        if (rows.length() > FULL) {
            flush();
        }
    }

    void flush() throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql,
                    new ByteArrayInputStream(rows.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new SQLException("copy failed", "08006", e);
        }
        rows.setLength(0);
    }

    private static String array(List<?> list) {
        var array = new StringBuilder("{");
        for (Object item : list) {
            array.append(array.length() == 1 ? "\"" : ",\"").append(item.toString().replace("\\", "\\\\").replace("\"", "\\\""))
                    .append('"');
        }
        return array.append('}').toString();
    }

    private void escape(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> rows.append("\\\\");
                case '\n' -> rows.append("\\n");
                case '\r' -> rows.append("\\r");
                case '\t' -> rows.append("\\t");
                default -> rows.append(c);
            }
        }
    }
}
