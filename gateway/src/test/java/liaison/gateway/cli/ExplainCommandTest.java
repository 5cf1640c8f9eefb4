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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.function.Consumer;
import liaison.bot.calendar.DateWords;
import liaison.bot.calendar.WorkingDays;
import liaison.bot.dialog.RuleBook;
import liaison.bot.dialog.Times;
import liaison.bot.memory.MemoryDirectory;
import liaison.bot.people.Directory;
import liaison.bot.rules.RuleBooks;
import liaison.bot.rules.RuleFiles;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

final class ExplainCommandTest {
    private static final RuleBook BOOK = new RuleBooks(RuleFiles.shipped(), new Times(WorkingDays.shipped(), DateWords.shipped(), 7))
            .current();

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(byte[] input, String... args) {
        var streams = new Streams(new ByteArrayInputStream(input), new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return Commands.run(streams,
                List.of(new ExplainCommand(streams, NoOperations::new, () -> BOOK, Clock.systemUTC()),
                        new CheckRulesCommand(streams, new Times(WorkingDays.shipped(), DateWords.shipped(), 7))),
                args);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void explain_fieldsKeepTheirOrderAlsoWithinMarks() {
        assertThat(run(utf8("1\t朝阳路12号的路灯坏了，电话13800001234\n"), "explain")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("{\"id\":\"1\",\"intent\":\"report_issue\",\"topic\":")
                .contains("\"numbers\":[{\"kind\":\"phone\",\"start\":14,\"end\":25}]")
                .containsPattern("\"address\":\\[\\{\"label\":\"[a-z]+\",\"start\":\\d+,\"end\":\\d+}");
        assertThat(err()).isEmpty();
    }

    @Test
    void explain_badLinesAreNamedAndTheRestIsDone() {
        var input = new ByteArrayOutputStream();
        input.writeBytes(utf8("\ufeffid\ttext\r\n1\t您好\r\n"));
        input.writeBytes(new byte[]{'2', '\t', (byte) 0xc4, (byte) 0xe3, '\n'});
        input.writeBytes(utf8("\t没有编号\n4\t\n5\t 　\n\t\n\n8\t谢谢"));
        assertThat(run(input.toByteArray(), "explain")).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8).lines().map(line -> line.substring(0, 9))).containsExactly("{\"id\":\"1\"",
                "{\"id\":\"8\"");
        assertThat(err().lines()).containsExactly("line 3: is no text in UTF-8", "line 4: the id is empty", "line 5: the text is empty",
                "line 6: the text is empty", "line 7: the id is empty");
    }

    @Test
    void explain_helpNamesEveryFieldAndTheExitCodes() {
        run(utf8("1\t您好\n"), "explain");
        var fields = new JsonMapper().readTree(out.toByteArray()).propertyNames();
        out.reset();
        assertThat(run(new byte[0], "explain", "--help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains(fields).contains("kind", "label", "start", "end", "Exit codes", "0 ",
                "1 ", "2 ");
    }

    @Test
    void checkRules_saysWhatIsWrongWithFileAndLine(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("topics.tsv"), "piece\t甲\t乙\n灯\tx\t1\n");
        assertThat(run(new byte[0], "check-rules", folder.toString())).isEqualTo(1);
        assertThat(err()).startsWith("topics.tsv:2: 'x' is no weight");
    }

    private static final class NoOperations implements Operations {
        @Override
        public SequencedSet<String> exports() {
            return new LinkedHashSet<>();
        }

        @Override
        public void export(String kind, boolean clear, String reason, Consumer<Map<String, @Nullable Object>> row) {
            throw new IllegalArgumentException(kind);
        }

        @Override
        public boolean isDemo() {
            return false;
        }

        @Override
        public List<String> take(Path folder, Advance advance) {
            return List.of();
        }

        @Override
        public String bind(String code) {
            throw new IllegalArgumentException(code);
        }

        @Override
        public Directory directory() {
            return new MemoryDirectory(List.of());
        }

        @Override
        public void close() {
            // holds nothing
        }
    }
}
