package liaison.gateway.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** What a command reads and writes, in UTF-8 whatever the machine's locale: data on out, everything else on err. */
public record Streams(InputStream in, PrintStream out, PrintStream err) {
    private static final int BUFFER = 1 << 16;

    /** Those of the process; out is buffered and written when the command ends. */
    public static Streams ofProcess() {
        var out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), BUFFER);
        return new Streams(System.in, new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
    }
}
