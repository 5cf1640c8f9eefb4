package liaison.gateway;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import liaison.bot.calendar.QuietHours;
import liaison.bot.memory.PlainSeals;
import liaison.bot.message.Address;
import liaison.bot.notice.Letters;
import liaison.bot.notice.Letters.Letter;
import liaison.bot.notice.OutboxRelay;
import liaison.bot.notice.Reminders;
import liaison.gateway.jdbc.JdbcDueReminders;
import liaison.gateway.jdbc.JdbcOutbox;
import liaison.gateway.testing.FakeApi;
import liaison.gateway.testing.TestStores.Database;
import liaison.gateway.wechat.ApiAccount;
import liaison.gateway.wechat.ApiAccount.Template;
import liaison.gateway.wechat.Platform;
import liaison.gateway.wechat.WechatClient;
import liaison.scheduler.MediaJob;
import liaison.scheduler.OutboxJob;
import liaison.scheduler.ReminderJob;
import org.quartz.Job;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.quartz.SchedulerFactoryBean;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;

/** The sending half of one node as a process of its own, so that it can be killed. */
final class RelayNode implements AutoCloseable {
    private static final Letters LETTERS = entry -> Optional.of(new Letter(List.of(Address.parse(entry.owner())), "words",
            Map.of("number", entry.subject()), List.of()));

    private final Process process;

    private RelayNode(Process process) {
        this.process = process;
    }

    static RelayNode start(Database database, URI redis, URI api) throws IOException {
        var process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m", "-cp",
                System.getProperty("java.class.path"), RelayNode.class.getName(), database.url(), database.username(),
                database.password(), redis.toString(), api.toString()).redirectErrorStream(true).start();
        var node = new RelayNode(process);
        var output = process.inputReader(StandardCharsets.UTF_8);
        if (output.lines().noneMatch("started"::equals)) {
            throw new IOException("the node did not start");
        }
        // a full pipe would stop it
        Thread.startVirtualThread(() -> output.lines().forEach(line -> {
        }));
        return node;
    }

    static void main(String[] args) throws Exception {
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        var pool = new HikariConfig();
        pool.setJdbcUrl(args[0]);
        pool.setUsername(args[1]);
        pool.setPassword(args[2]);
        pool.setMaximumPoolSize(8);
        var source = new HikariDataSource(pool);
        var template = new Template("TPL", Map.of("character_string1", "number"));
        var account = new ApiAccount("demo", FakeApi.APPID, FakeApi.SECRET, URI.create(args[4]), Map.of("reminder", template));
        var redis = redis(URI.create(args[3]));
        var platform = new Platform(new WechatConfiguration().tokenStore(redis), WechatApiConfiguration.quotas(redis, Clock.systemUTC()));
        var windows = new WechatApiConfiguration().windows(source, redis, Clock.systemUTC());
        var relay = new OutboxRelay(new OutboxRelay.Parts(new JdbcOutbox(source, new PlainSeals()), LETTERS,
                Map.of("wechat", new WechatClient(List.of(account), platform, windows)), new QuietHours(LocalTime.NOON, LocalTime.NOON),
                Clock.systemUTC(), new Random()));
        var reminders = new Reminders(new JdbcDueReminders(source));
        var factory = new SchedulerFactoryBean();
        new SchedulerConfiguration().timetable().customize(factory);
        factory.setDataSource(source);
        factory.setJobFactory((bundle, scheduler) -> job(bundle.getJobDetail().getJobClass(), reminders, relay));
        factory.afterPropertiesSet();
        factory.start();
        IO.println("started");
        System.in.read();
        factory.destroy();
        source.close();
    }

    private static UnifiedJedis redis(URI uri) {
        return RedisClient.builder().hostAndPort(uri.getHost(), uri.getPort()).clientConfig(DefaultJedisClientConfig.builder(uri).build())
                .build();
    }

    private static Job job(Class<? extends Job> kind, Reminders reminders, OutboxRelay relay) {
        if (kind == MediaJob.class) {
            return context -> {
            };
        }
        return kind == ReminderJob.class ? new ReminderJob(reminders, Clock.systemUTC()) : new OutboxJob(relay);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
