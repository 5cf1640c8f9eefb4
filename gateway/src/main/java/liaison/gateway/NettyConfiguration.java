package liaison.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import liaison.gateway.netty.NettyServer;
import liaison.gateway.netty.Route;
import liaison.gateway.netty.ServerSettings;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The server that residents' messages come to. It ends before the lanes behind it, and they before the stores. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({GatewaySettings.class, LiaisonSettings.class})
class NettyConfiguration {
    private static final Duration ARRIVAL = Duration.ofSeconds(10);
    private static final Duration IDLE = Duration.ofSeconds(75);
    private static final Duration DRAIN = Duration.ofSeconds(5);

    @Bean(destroyMethod = "close")
    NettyServer nettyServer(GatewaySettings settings, List<Route> pages, WechatRoutes accounts, WecomRoutes apps) {
        Iterable<Route> all = () -> Stream.<Collection<? extends Route>>of(pages, accounts.routes(), apps.routes())
                .<Route>flatMap(Collection::stream).iterator();
        return NettyServer.start(new ServerSettings(settings.address(), settings.port(), settings.connections(),
                settings.connectionsPerAddress(), ARRIVAL, IDLE, DRAIN), all);
    }

    /** The ports in use stand in {@code ports} in the data folder once everything answers. */
    @Bean
    ApplicationListener<ApplicationReadyEvent> portsFile(NettyServer server, LiaisonSettings settings) {
        return ready -> {
            var environment = ready.getApplicationContext().getEnvironment();
            var lines = List.of("liaison.gateway.port=" + server.port(),
                    "server.port=" + environment.getProperty("local.server.port"),
                    "management.server.port=" + environment.getProperty("local.management.port"));
            try {
                var file = settings.dataDir().resolve("ports");
                Files.createDirectories(settings.dataDir());
                var draft = Files.write(settings.dataDir().resolve("ports.new"), lines);
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }
}
