package liaison.gateway.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import liaison.bot.people.Directory;
import liaison.bot.people.Station;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes the codes that hang on stations' doors. */
@Command(name = "qr", mixinStandardHelpOptions = true, description = "Make a permanent QR code of an Official Account for each station, to be printed: whoever scans it is at that station. Prints CODE<TAB>FILE<TAB>URL a line.", exitCodeListHeading = Commands.EXIT_CODES, exitCodeList = {
        Commands.DONE, Commands.FAILED, Commands.USAGE})
public final class QrCommand implements Callable<Integer> {
    private final Streams streams;
    private final Operations.Opener ledger;
    private final WechatOperations.Opener wechat;
    private final Clock clock;

    @Mixin private AccountOption account = new AccountOption();
    @Parameters(paramLabel = "STATION", arity = "1..*", description = "codes of stations") private List<String> stations = List.of();
    @Option(names = "--format", paramLabel = "png|svg", description = "png (the default: 1,200 dots wide) or svg") private Format format = Format.png;
    @Option(names = "--out", paramLabel = "DIR", description = "where the files go, the current folder by default") private Path out = Path
            .of("");

    public QrCommand(Streams streams, Operations.Opener ledger, WechatOperations.Opener wechat, Clock clock) {
        this.streams = streams;
        this.ledger = ledger;
        this.wechat = wechat;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        int exit = ExitCode.OK;
        try (var operations = ledger.get();
                var platform = wechat.get();
                var progress = new Progress(streams.err(), clock, stations.size())) {
            String from = account.among(platform);
            Directory directory = operations.directory();
            int done = 0;
            for (String code : stations) {
                var station = directory.station(code);
                if (station.isEmpty()) {
                    streams.err().println("qr: no station in the directory has the code " + code);
                    exit = ExitCode.SOFTWARE;
                } else {
                    make(platform, from, station.get());
                }
                progress.reach(++done);
            }
        }
        return exit;
    }

    private void make(WechatOperations platform, String from, Station station) {
        String url = platform.code(from, station.code());
        byte[] image = format == Format.svg ? platform.svg(url, station.name()) : platform.png(url);
        try {
            Files.createDirectories(out.toAbsolutePath());
            var file = out.resolve(station.code().replaceAll("[^\\p{L}\\p{N}._-]", "_") + "." + format);
            Files.write(file, image);
            streams.out().print(station.code() + "\t" + file + "\t" + url + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As it is written on the command line. */
    enum Format {
        png, svg
    }
}
