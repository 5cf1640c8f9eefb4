package liaison.gateway.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
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
        try (var operations = ledger.get();
                var platform = wechat.get();
                var progress = new Progress(streams.err(), clock, stations.size())) {
            String from = account.among(platform);
            var known = known(operations.directory());
            if (known.size() < stations.size()) {
                streams.err().println("qr: no code was made");
                return ExitCode.SOFTWARE;
            }
            prepare();
            int done = 0;
            for (var station : known) {
                make(platform, from, station);
                progress.reach(++done);
            }
        }
        return ExitCode.OK;
    }

    private void prepare() {
        try {
            Files.createDirectories(out.toAbsolutePath());
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** All of them before the first code is made: the platform gives 100,000 for ever and takes none back. */
    private List<Station> known(Directory directory) {
        var known = new ArrayList<Station>();
        for (String code : stations) {
            directory.station(code).ifPresentOrElse(known::add,
                    () -> streams.err().println("qr: no station in the directory has the code " + code));
        }
        return known;
    }

    private IllegalStateException unwritable(IOException failure) {
        return new IllegalStateException("nothing can be written to the folder " + out.toAbsolutePath() + " ("
                + failure.getClass().getSimpleName() + "): name another by --out", failure);
    }

    private void make(WechatOperations platform, String from, Station station) {
        String url = platform.code(from, station.code());
        byte[] image = format == Format.svg ? platform.svg(url, station.name()) : platform.png(url);
        try {
            var file = out.resolve(station.code().replaceAll("[^\\p{L}\\p{N}._-]", "_") + "." + format);
            Files.write(file, image);
            streams.out().print(station.code() + "\t" + file + "\t" + url + "\n");
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** As it is written on the command line. */
    enum Format {
        png, svg
    }
}
