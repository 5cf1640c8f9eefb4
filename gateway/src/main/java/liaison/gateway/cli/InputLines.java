package liaison.gateway.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
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
        var lines = new TextLines(streams.in());
        int code = ExitCode.OK;
        try (var progress = new Progress(streams.err(), clock, 0)) {
            while (lines.next()) {
                code = isDone(lines, header, work) ? code : ExitCode.SOFTWARE;
                progress.reach(lines.number());
                if (!isHeard(lines)) {
                    break;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return code;
    }

    /** Whoever waits for an answer before the next line gets it; once nobody reads, as behind {@code | head}, it ends. */
    private boolean isHeard(TextLines lines) throws IOException {
        return lines.isReady() || !streams.out().checkError();
    }

    private boolean isDone(TextLines lines, String header, Consumer<String> work) {
        try {
            String line = lines.text();
            if (!isBlank(line) && !(lines.number() == 1 && line.equals(header))) {
                work.accept(line);
            }
            return true;
        } catch (IllegalArgumentException e) {
            streams.err().println("line " + lines.number() + ": " + e.getMessage());
            return false;
        }
    }

    /** A tab makes fields, if empty ones. */
    private static boolean isBlank(String line) {
        return line.isBlank() && line.indexOf('\t') < 0;
    }

    /** Throws {@link IllegalArgumentException} for a field without words. */
    static void wanted(String name, String field) {
        if (field.isBlank()) {
            throw new IllegalArgumentException("the " + name + " is empty");
        }
    }
}
