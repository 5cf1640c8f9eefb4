package liaison.gateway.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Learns the table of topics from labelled messages. */
@Command(name = "train-topics", mixinStandardHelpOptions = true, exitCodeListHeading = Commands.EXIT_CODES, exitCodeList = {Commands.DONE,
        Commands.FAILED, Commands.USAGE}, description = {
                "Learn the table of topics from labelled messages and write it, the same for the same messages in any order, to the standard output: a rule folder's topics.tsv.",
                "A cross-validated report goes to the standard error output, and a warning for each label in fewer than 5 rows: it is learned, but hardly told."})
public final class TrainTopicsCommand implements Callable<Integer> {
    private static final int MOST_FOLDS = 20;
    private static final int FEW = 5;

    private final Streams streams;
    private final Clock clock;

    @Parameters(paramLabel = "FILE", description = "TSV or CSV with a header: id, label, group (rows of one group stay together; rows without are only learned from), topic (the subject), text") private Path file = Path
            .of("");
    @Option(names = "--folds", paramLabel = "N", description = "parts of the cross-validation, 0 for none (default: ${DEFAULT-VALUE})") private int folds = 5;
    @Option(names = "--predictions", paramLabel = "OUT", description = "write id<TAB>topic, as told by the folds, to this file") private @Nullable Path predictions;
    @Option(names = "--subjects", description = "with --predictions: told by the subject alone") private boolean subjects;

    public TrainTopicsCommand(Streams streams, Clock clock) {
        this.streams = streams;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        if (folds < 0 || folds == 1 || folds > MOST_FOLDS || (folds == 0 && predictions != null)) {
            streams.err().println("train-topics: --folds is 0, or 2 to " + MOST_FOLDS + "; --predictions needs folds");
            return ExitCode.USAGE;
        }
        checkPredictions();
        var examples = TopicExamples.read(file);
        int topics = (int) examples.stream().map(TopicExample::label).distinct().count();
        if (topics < 2) {
            throw new IllegalArgumentException(file.getFileName() + ": at least two different labels are wanted");
        }
        warn(examples);
        var parts = new TopicFolds(examples, folds);
        try (var progress = new Progress(streams.err(), clock, (folds + 1L) * topics)) {
            var steps = new Steps(progress);
            parts.run(steps);
            streams.out().print(new TopicTrainer(examples).table(steps));
        }
        if (folds > 0) {
            tell(parts);
        }
        return ExitCode.OK;
    }

    /** Before minutes of work, not after them. */
    private void checkPredictions() {
        if (predictions == null) {
            return;
        }
        Path folder = predictions.toAbsolutePath().getParent();
        boolean writable = Files.exists(predictions)
                ? Files.isRegularFile(predictions) && Files.isWritable(predictions)
                : folder != null && Files.isDirectory(folder) && Files.isWritable(folder);
        if (!writable) {
            throw new IllegalArgumentException("--predictions: " + predictions + " cannot be written");
        }
    }

    private void warn(List<TopicExample> examples) {
        var counts = examples.stream().collect(Collectors.groupingBy(TopicExample::label, TreeMap::new, Collectors.counting()));
        counts.forEach((label, count) -> {
            if (count < FEW) {
                streams.err().println("train-topics: the label '" + label + "' stands in " + count + " of " + examples.size()
                        + " rows only; from fewer than " + FEW + " hardly anything is learned");
            }
        });
    }

    private void tell(TopicFolds parts) throws IOException {
        if (predictions != null) {
            Files.writeString(predictions, parts.predictions(subjects).entrySet().stream()
                    .map(told -> told.getKey() + "\t" + told.getValue() + "\n").collect(Collectors.joining()));
        }
        streams.err().print(parts.report());
    }

    private static final class Steps implements Runnable {
        private final Progress progress;
        private long done;

        Steps(Progress progress) {
            this.progress = progress;
        }

        @Override
        public void run() {
            progress.reach(++done);
        }
    }
}
