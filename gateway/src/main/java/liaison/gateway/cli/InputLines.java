package liaison.gateway.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.function.Consumer;
import picocli.CommandLine.ExitCode;

/** The lines of the standard input, one after the other; a bad one is named and the rest goes on. */
final class InputLines {
    private final Streams streams;
    private final Clock clock;

    InputLines(Streams streams, Clock clock) {
        this.streams = streams;
        this.clock = clock;
    }

    /**
     * Hands over every line but blank ones and the header, which the first line may be. {@link IllegalArgumentException}
     * says what is wrong with a line.
     *
     * @return the command's exit code
     */
    int forEach(String header, Consumer<String> work) {
        var lines = new BufferedReader(new InputStreamReader(streams.in(), StandardCharsets.UTF_8));
        int code = ExitCode.OK;
        long number = 0;
        try (var progress = new Progress(streams.err(), clock, 0)) {
            for (String line = lines.readLine(); line != null && isHeard(lines); line = lines.readLine()) {
                number++;
                String text = number == 1 && line.startsWith("\ufeff") ? line.substring(1) : line;
                if (!text.isBlank() && !(number == 1 && text.equals(header)) && !isDone(number, text, work)) {
                    code = ExitCode.SOFTWARE;
                }
                progress.reach(number);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return code;
    }

    /** Whoever waits for an answer before the next line gets it; once nobody reads, as behind {@code | head}, it ends. */
    private boolean isHeard(BufferedReader lines) throws IOException {
        return lines.ready() || !streams.out().checkError();
    }

    private boolean isDone(long number, String line, Consumer<String> work) {
        try {
            work.accept(line);
            return true;
        } catch (IllegalArgumentException e) {
            streams.err().println("line " + number + ": " + e.getMessage());
            return false;
        }
    }
}
