package liaison.gateway;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import liaison.gateway.cli.Commands;
import liaison.gateway.cli.DeadlineCommand;
import liaison.gateway.cli.Streams;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
final class GatewayApplication {
    static void main(String[] args) {
        if (Commands.serves(args)) {
            SpringApplication.run(GatewayApplication.class, Arrays.stream(args).filter(arg -> !arg.equals("serve")).toArray(String[]::new));
        } else {
            System.setProperty("logback.configurationFile", "logging-of-commands.xml");
            var streams = Streams.ofProcess();
            System.exit(Commands.run(streams, commands(streams, Clock.systemUTC()), args));
        }
    }

    /** All but serve, which is this application. */
    private static List<Callable<Integer>> commands(Streams streams, Clock clock) {
        return List.of(new DeadlineCommand(streams, clock));
    }
}
