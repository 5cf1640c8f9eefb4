package liaison.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Command;

class CommandsTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir private Path folder;

    private int run(String input, String... args) {
        return run(input.getBytes(StandardCharsets.UTF_8), args);
    }

    private int run(byte[] input, String... args) {
        var streams = new Streams(new ByteArrayInputStream(input),
                new PrintStream(out, false, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
        return Commands.run(streams, List.of(new DeadlineCommand(streams, Clock.systemUTC()), new GroupCommand(streams, Clock.systemUTC()),
                new ExportCommand(streams, () -> {
                    throw new IllegalStateException("opened for nothing");
                }, Clock.systemUTC()), new Failing()), args);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void run_exportOfWhatIsNotRecordedYetSaysSo() {
        assertThat(run("", "export", "promises")).isEqualTo(1);
        assertThat(err()).contains("promises are not recorded by this version");
        assertThat(out()).isEmpty();
    }

    @Test
    void serves_withoutCommandOrWithSettings() {
        assertThat(Commands.serves()).isTrue();
        assertThat(Commands.serves("serve")).isTrue();
        assertThat(Commands.serves("serve", "--server.port=0")).isTrue();
        assertThat(Commands.serves("--server.port=0")).isTrue();
    }

    @Test
    void serves_notWhenSomethingElseIsAsked() {
        assertThat(Commands.serves("deadline")).isFalse();
        assertThat(Commands.serves("--help")).isFalse();
        assertThat(Commands.serves("serve", "--help")).isFalse();
        assertThat(Commands.serves("--nonsense")).isFalse();
    }

    @Test
    void help_namesEveryCommand() {
        assertThat(run("", "--help")).isZero();
        assertThat(out()).contains("serve", "deadline", "failing");
        assertThat(err()).isEmpty();
    }

    @Test
    void version_isData() {
        assertThat(run("", "--version")).isZero();
        assertThat(out()).startsWith("liaison ");
    }

    @Test
    void unknownCommand_isWrongUse() {
        assertThat(run("", "dedline")).isEqualTo(2);
        assertThat(out()).isEmpty();
        assertThat(err()).contains("dedline");
    }

    @Test
    void failure_isOneLineAndExitCode1() {
        assertThat(run("", "failing")).isEqualTo(1);
        assertThat(err()).isEqualTo("failing: no luck" + System.lineSeparator());
    }

    @Test
    void deadline_writesJsonLines() {
        assertThat(run("received\tworkdays\n2026-11-23\t7\n2026-12-31T17:30:00Z\t1\n", "deadline")).isZero();
        assertThat(out()).isEqualTo("""
                {"received":"2026-11-23","workdays":7,"due":"2026-12-02","provisional":false}
                {"received":"2026-12-31T17:30:00Z","workdays":1,"due":"2027-01-04","provisional":true}
                """);
        assertThat(err()).isEmpty();
    }

    @Test
    void deadline_badLinesAreNamedAndTheRestIsDone() {
        assertThat(run("2026-11-23\n\n2026-11-31\t1\n2026-11-23\tx\n2026-11-23\t-1\n2026-11-23\t1\n", "deadline")).isEqualTo(1);
        assertThat(out().lines()).hasSize(1);
        assertThat(err().lines().map(line -> line.substring(0, 8))).containsExactly("line 1: ", "line 3: ", "line 4: ", "line 5: ");
    }

    @Test
    void deadline_aMarkAtTheBeginningIsNoPartOfTheLine() {
        for (String mark : List.of("\ufeff", "\ufeff\ufeff")) {
            assertThat(run(mark + "2026-11-23\t7\n", "deadline")).isZero();
            assertThat(run(mark + "received\tworkdays\n2026-11-23\t7\n", "deadline")).isZero();
        }
        assertThat(err()).isEmpty();
    }

    @Test
    void deadline_anotherTableOfHolidays() throws IOException {
        Path file = Files.writeString(folder.resolve("2027.tsv"), "2027\t01-01/01-05\n");
        assertThat(run("2026-12-31\t1\n", "deadline", "--holidays", file.toString())).isZero();
        assertThat(out()).contains("\"due\":\"2027-01-06\",\"provisional\":false");
    }

    @Test
    void deadline_missingTableOfHolidays() {
        assertThat(run("", "deadline", "--holidays", folder.resolve("none.tsv").toString())).isEqualTo(1);
        assertThat(err()).startsWith("deadline: ").contains("none.tsv");
    }
    @Test
    void group_writesAClusterForEachLine() {
        assertThat(run("""
                id\ttime\ttext
                7\t2026-11-23T09:00:00+08:00\t霁云新苑三栋楼下的路灯坏了半个月
                8\t2026-11-23T10:00:00\t还是霁云新苑三栋楼下的路灯坏了半个月
                9\t2026-11-24\t图书馆几点开门\t请问
                """, "group")).isZero();
        assertThat(out()).isEqualTo("7\t7\n8\t7\n9\t9\n");
        assertThat(err()).isEmpty();
    }

    @Test
    void group_badLinesAreNamedAndTheRestIsDone() {
        assertThat(run("1\t2026-11-23\n2\t2026-13-01\ta\n3\tyesterday\tb\n4\t2026-11-23\tc\n", "group")).isEqualTo(1);
        assertThat(out()).isEqualTo("4\t4\n");
        assertThat(err().lines().map(line -> line.substring(0, 8))).containsExactly("line 1: ", "line 2: ", "line 3: ");
    }

    @Test
    void group_emptyFieldsAndBrokenLettersAreBadLines() {
        byte[] input = "1\t2026-11-23\tab\n\t2026-11-23\tb\n3\t2026-11-23\t \n4\t2026-11-23\tc\n".getBytes(StandardCharsets.UTF_8);
        input[14] = (byte) 0xff;
        assertThat(run(input, "group")).isEqualTo(1);
        assertThat(out()).isEqualTo("4\t4\n");
        assertThat(err().lines()).containsExactly("line 1: is no text in UTF-8", "line 2: the id is empty", "line 3: the text is empty");
    }

    @Test
    void group_helpNamesTheFieldsAndTheExitCodes() {
        assertThat(run("", "group", "--help")).isZero();
        assertThat(out()).contains("ID:", "TIME:", "TEXT:", "CLUSTER:", "Exit codes", "0 ", "1 ", "2 ");
    }

    @Test
    void deadline_aLineInAnotherEncodingIsNamed() {
        byte[] input = "2026-11-23\t1?\n2026-11-23\t1\n".getBytes(StandardCharsets.UTF_8);
        input[12] = (byte) 0xb9;
        assertThat(run(input, "deadline")).isEqualTo(1);
        assertThat(out().lines()).hasSize(1);
        assertThat(err()).isEqualTo("line 1: is no text in UTF-8" + System.lineSeparator());
    }

    @Command(name = "failing")
    private static final class Failing implements Callable<Integer> {
        @Override
        public Integer call() {
            throw new IllegalStateException("no luck");
        }
    }
}
