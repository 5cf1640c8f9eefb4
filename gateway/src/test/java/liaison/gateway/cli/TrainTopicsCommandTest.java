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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import liaison.bot.topic.TopicTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TrainTopicsCommandTest {
    private static final String HEADER = "id\tlabel\tgroup\ttopic\ttext\n";
    private static final List<String> ROADS = List.of("公交车不来", "公交站太远", "出租车拒载", "公交车太挤", "出租车绕路", "公交站没有雨棚");
    private static final List<String> SCHOOLS = List.of("学校补课", "学校食堂太贵", "老师布置作业太多", "学校门口太挤", "老师收补课费", "食堂不干净，学校不管");

    @TempDir private Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... args) {
        out.reset();
        err.reset();
        var streams = new Streams(new ByteArrayInputStream(new byte[0]), new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return Commands.run(streams, List.of(new TrainTopicsCommand(streams, Clock.systemUTC())), args);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static String rows(String label, List<String> texts, String separator) {
        return IntStream.range(0, texts.size())
                .mapToObj(i -> String.join(separator, label + i, label, label + i, texts.get(i), "请“\"看一看" + texts.get(i)) + "\n")
                .collect(Collectors.joining());
    }

    @Test
    void trainTopics_learnsATableThatTellsThemApart() throws IOException {
        var file = file("labelled.tsv", HEADER + rows("交通", ROADS, "\t") + rows("教育", SCHOOLS, "\t"));
        assertThat(run("train-topics", file.toString(), "--folds", "3")).isZero();
        String text = out.toString(StandardCharsets.UTF_8);
        var table = TopicTable.parse(text);
        assertThat(table.topics()).containsExactly("交通", "教育");
        assertThat(table.lead("这里的公交车要等很久").topic()).isEqualTo("交通");
        assertThat(table.lead("老师的作业").topic()).isEqualTo("教育");
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("3 folds by group, 12 messages", "macro-F1", "subject alone");
        run("train-topics", file.toString());
        assertThat(out.toString(StandardCharsets.UTF_8)).as("reproducible to the byte").isEqualTo(text);
    }

    @Test
    void trainTopics_predictionsAreThoseOfTheFolds() throws IOException {
        var file = file("labelled.tsv",
                HEADER + rows("交通", ROADS, "\t") + rows("教育", SCHOOLS, "\t") + "x\t教育\t\t学校\t只用来学\n");
        var told = folder.resolve("told.tsv");
        assertThat(run("train-topics", file.toString(), "--folds", "3", "--predictions", told.toString())).isZero();
        assertThat(Files.readAllLines(told)).hasSize(12).noneMatch(line -> line.startsWith("x\t")).anyMatch(line -> line.endsWith("\t交通"));
    }

    @Test
    void trainTopics_readsWhatExportWrites() throws IOException {
        var file = file("labelled.csv",
                HEADER.replace('\t', ',') + "1,甲,1,路灯,\"坏了,\"\"全黑\"\"\"\r\n2,甲,2,路灯,不亮\r\n3,乙,3,学校,收费\r\n4,乙,4,学校,补课\r\n");
        assertThat(run("train-topics", file.toString(), "--folds", "0")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("piece\t").contains("路灯");
    }

    @Test
    void trainTopics_badFilesNameTheLine() throws IOException {
        assertThat(run("train-topics", file("a.tsv", "id\tlabel\ttext\n1\t甲\t字\n").toString())).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("a.tsv: line 1: no column 'group'");
        assertThat(run("train-topics", file("b.tsv", HEADER + "1\t甲\t\t\t字\n1\t甲\t\t\t字\n2\t\t\t\t字\n").toString())).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("line 3", "the id '1'", "line 4", "a label");
        assertThat(run("train-topics", file("c.tsv", HEADER + "1\t甲\t\t\t字\n").toString())).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("two different labels");
        assertThat(run("train-topics", folder.resolve("none.tsv").toString())).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("none.tsv");
        assertThat(run("train-topics", "c.tsv", "--folds", "1")).isEqualTo(2);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void trainTopics_eachFaultOfAFileIsToldOnce() throws IOException {
        assertThat(run("train-topics", file("a.tsv", "id\tlabel\ttext\n1\t甲\t字\n2\t乙\t字\n").toString())).isEqualTo(1);
        assertThat(err().lines())
                .containsExactly("train-topics: a.tsv: line 1: no column 'group'; the header names id, label, group, topic, text");
        run("train-topics", folder.resolve("none.tsv").toString());
        assertThat(err().lines()).containsExactly("train-topics: none.tsv: there is no such file");
        run("train-topics", folder.toString());
        assertThat(err().lines()).singleElement().asString().endsWith("is no file that can be read");
        run("train-topics", file("b.tsv", HEADER + "1\t甲\t\t\t字\ttoo many\n2\t乙\t\t\n3\t乙\t\t\t字\n").toString());
        assertThat(err().lines().map(String::strip)).containsExactly("train-topics: b.tsv: line 2: has 6 fields, the header 5",
                "line 3: has 4 fields, the header 5");
        run("train-topics", file("c.tsv", HEADER + "1\t甲\t\t\t" + "字".repeat(1_000_001) + "\n").toString());
        assertThat(err().lines()).containsExactly("train-topics: c.tsv: line 2: is longer than 1000000 characters");
    }

    @Test
    void trainTopics_linesThatAreNoUtf8AreNamed() throws IOException {
        byte[] bytes = (HEADER + "1\t甲\t\t\t??\n2\t甲\t\t\t字\n\t甲\t\t\t字\n").getBytes(StandardCharsets.UTF_8);
        bytes[HEADER.length() + 8] = (byte) 0xc4;
        var file = Files.write(folder.resolve("gbk.tsv"), bytes);
        assertThat(run("train-topics", file.toString())).isEqualTo(1);
        assertThat(out.size()).isZero();
        assertThat(err().lines().map(String::strip)).containsExactly("train-topics: gbk.tsv: line 2: is no text in UTF-8",
                "line 4: the id is empty");
    }

    @Test
    void trainTopics_theOrderOfTheRowsChangesNothing() throws IOException {
        String roads = rows("交通", ROADS, "\t");
        String schools = rows("教育", SCHOOLS, "\t");
        run("train-topics", file("a.tsv", HEADER + roads + schools).toString());
        String table = out.toString(StandardCharsets.UTF_8);
        var lines = new ArrayList<>((schools + roads).lines().toList());
        Collections.shuffle(lines, new Random(3));
        run("train-topics", file("b.tsv", HEADER + String.join("\n", lines)).toString());
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(table);
    }

    @Test
    void trainTopics_rareLabelsAreWarnedOf() throws IOException {
        var file = file("labelled.tsv", HEADER + rows("交通", ROADS, "\t") + rows("教育", SCHOOLS.subList(0, 4), "\t"));
        assertThat(run("train-topics", file.toString(), "--folds", "0")).isZero();
        assertThat(err().lines()).singleElement().asString().contains("'教育'", "4 of 10 rows");
    }

    @Test
    void trainTopics_predictionsThatCannotBeWrittenAreToldBeforeAnythingIsLearned() throws IOException {
        var file = file("labelled.tsv", HEADER + rows("交通", ROADS, "\t") + rows("教育", SCHOOLS, "\t"));
        for (Path told : List.of(folder.resolve("gone").resolve("told.tsv"), folder)) {
            assertThat(run("train-topics", file.toString(), "--predictions", told.toString())).isEqualTo(1);
            assertThat(out.size()).isZero();
            assertThat(err().lines()).containsExactly("train-topics: --predictions: " + told + " cannot be written");
        }
    }

    @Test
    void trainTopics_helpNamesTheOrderTheWarningAndTheExitCodes() {
        assertThat(run("train-topics", "--help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("any order", "fewer than 5", "Exit codes");
    }
}
