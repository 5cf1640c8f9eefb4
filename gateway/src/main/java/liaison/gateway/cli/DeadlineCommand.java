package liaison.gateway.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import liaison.bot.calendar.Shanghai;
import liaison.bot.calendar.WorkingDays;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says by when something is due. */
@Command(name = "deadline", mixinStandardHelpOptions = true, exitCodeListHeading = Commands.EXIT_CODES, exitCodeList = {Commands.DONE,
        Commands.BAD_LINES, Commands.USAGE}, description = {"Say the n-th Chinese working day after a day.",
                "Reads lines of RECEIVED<TAB>WORKDAYS (RECEIVED as 2026-11-23, or with a time as 2026-11-23T09:00:00+08:00) and writes JSON Lines of "
                        + "received, workdays, due, provisional; provisional: it runs into a year whose holidays are not published."})
public final class DeadlineCommand implements Callable<Integer> {
    private static final String HEADER = "received\tworkdays";
    private static final int COLUMNS = 2;

    private final Streams streams;
    private final Clock clock;

    @Option(names = "--holidays", paramLabel = "FILE", description = "Lines of YEAR<TAB>days off<TAB>days worked (10-01/10-07 10-10) that replace the shipped years; may be repeated.") private List<Path> holidays = List
            .of();

    public DeadlineCommand(Streams streams, Clock clock) {
        this.streams = streams;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        var days = WorkingDays.shipped();
        for (Path file : holidays) {
            days = days.with(WorkingDays.load(file.toString(), Files.newBufferedReader(file)));
        }
        var workingDays = days;
        var json = new JsonLines(streams.out());
        return new InputLines(streams, clock).forEach(HEADER, line -> json.write(answer(line, workingDays)));
    }

    private static Map<String, ?> answer(String line, WorkingDays days) {
        String[] fields = line.split("\t", -1);
        if (fields.length != COLUMNS) {
            throw new IllegalArgumentException("a line is RECEIVED<TAB>WORKDAYS");
        }
        int workdays = count(fields[1].strip());
        var deadline = days.deadline(day(fields[0].strip()), workdays);
        var answer = new LinkedHashMap<String, Object>();
        answer.put("received", fields[0].strip());
        answer.put("workdays", workdays);
        answer.put("due", deadline.day().toString());
        answer.put("provisional", deadline.provisional());
        return answer;
    }

    private static LocalDate day(String text) {
        try {
            return text.contains("T") ? Shanghai.day(OffsetDateTime.parse(text).toInstant()) : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + text + "' is no day such as 2026-11-23 and no time such as 2026-11-23T09:00:00+08:00",
                    e);
        }
    }

    private static int count(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' is no number of working days", e);
        }
    }
}
