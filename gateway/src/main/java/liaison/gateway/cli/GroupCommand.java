package liaison.gateway.cli;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.concurrent.Callable;
import liaison.bot.calendar.Shanghai;
import liaison.bot.issue.Grouping;
import liaison.bot.issue.Sketcher;
import picocli.CommandLine.Command;

/** Says which messages are about the same thing. */
@Command(name = "group", mixinStandardHelpOptions = true, exitCodeListHeading = Commands.EXIT_CODES, exitCodeList = {Commands.DONE,
        Commands.BAD_LINES, Commands.USAGE}, description = {"Put messages about the same thing together.",
                "Reads lines of ID<TAB>TIME<TAB>TEXT in the order of time (TIME in ISO 8601, without an offset of Shanghai) and writes lines of "
                        + "ID<TAB>CLUSTER: messages filed again and messages about the same problem at the same place share a cluster, which is "
                        + "named by the id of its first one.",
                "Fields:", "  ID: as given, empty nowhere", "  TIME: when it came; with one that cannot be read the line is bad",
                "  TEXT: the message, to the end of the line",
                "  CLUSTER: the ID of the first message about the same thing, the own one for a message by itself"})
public final class GroupCommand implements Callable<Integer> {
    private static final int COLUMNS = 3;

    private final Streams streams;
    private final Clock clock;

    public GroupCommand(Streams streams, Clock clock) {
        this.streams = streams;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        var grouping = new Grouping(Sketcher.shipped());
        return new InputLines(streams, clock).forEach("id\ttime\ttext", line -> streams.out().print(answer(line, grouping) + "\n"));
    }

    private static String answer(String line, Grouping grouping) {
        String[] fields = line.split("\t", COLUMNS);
        if (fields.length != COLUMNS) {
            throw new IllegalArgumentException("a line is ID<TAB>TIME<TAB>TEXT");
        }
        InputLines.wanted("id", fields[0]);
        InputLines.wanted("text", fields[2]);
        return fields[0] + "\t" + grouping.add(fields[0], instant(fields[1].strip()), fields[2]);
    }

    private static Instant instant(String time) {
        try {
            return time.matches(".*T.*([+-]\\d\\d.*|Z)") ? OffsetDateTime.parse(time).toInstant() : local(time);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + time + "' is no time such as 2026-11-23T09:00:00+08:00", e);
        }
    }

    private static Instant local(String time) {
        return (time.contains("T") ? LocalDateTime.parse(time) : LocalDate.parse(time).atStartOfDay()).atZone(Shanghai.ZONE).toInstant();
    }
}
