package liaison.gateway;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.sql.DataSource;
import liaison.bot.dialog.LinkedMedia;
import liaison.bot.dialog.Links;
import liaison.bot.dialog.Personal;
import liaison.bot.dialog.Seals;
import liaison.bot.media.MediaFetcher;
import liaison.bot.media.MediaKey;
import liaison.bot.media.MediaRetention;
import liaison.bot.media.MediaSource;
import liaison.bot.media.MediaState;
import liaison.bot.media.MediaStore;
import liaison.bot.people.Directory;
import liaison.bot.request.ServiceRequests;
import liaison.gateway.jdbc.JdbcLinks;
import liaison.gateway.jdbc.JdbcMedia;
import liaison.gateway.jdbc.JdbcMediaStore;
import liaison.gateway.jdbc.JdbcOutbox;
import liaison.gateway.media.BucketStore;
import liaison.gateway.media.Contents;
import liaison.gateway.media.LinkRoute;
import liaison.gateway.netty.Route;
import liaison.gateway.wechat.MediaFiles;
import liaison.gateway.wechat.Platform;
import liaison.gateway.wechat.TokenStore;
import liaison.gateway.wecom.WecomFiles;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** What residents sent besides words: from the platform into the store, and from there to those who may see it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MediaSettings.class)
class MediaConfiguration {
    @Bean(destroyMethod = "close")
    Waker mediaWaker() {
        return new Waker();
    }

    @Bean
    JdbcMedia media(DataSource source, PlatformTransactionManager transactions, JdbcOutbox outbox, Seals seals) {
        return new JdbcMedia(source, transactions, outbox, seals);
    }

    @Bean
    MediaStore mediaStore(MediaSettings settings, DataSource source, Seals seals, Clock clock) {
        var bucket = settings.bucket();
        if (bucket == null) {
            return new JdbcMediaStore(source);
        }
        return new BucketStore(new BucketStore.Bucket(bucket.endpoint(), bucket.name(), bucket.key(), bucket.secret(), bucket.region()),
                names(seals), clock);
    }

    /** A hash with our key: whoever lists the bucket learns of nobody. */
    static Function<MediaKey, String> names(Seals seals) {
        return key -> HexFormat.of().formatHex(seals.keyHash(key.address(), "media " + key.seq()));
    }

    @Bean
    MediaSource mediaSource(LiveAccounts accounts, Platform platform, TokenStore tokens) {
        return new AccountMedia(accounts, new MediaFiles(platform), new WecomFiles(tokens));
    }

    @Bean
    MediaFetcher mediaFetcher(JdbcMedia media, MediaSource source, MediaStore store, Seals seals, Clock clock, Waker mediaWaker,
            MeterRegistry registry) {
        TimeGauge.builder("liaison.media.oldest", media, TimeUnit.SECONDS, held -> held.oldest(clock.instant()).toSeconds())
                .description("how long the oldest thing that was sent has waited to be fetched").register(registry);
        var ended = new EnumMap<MediaState, Counter>(MediaState.class);
        for (var state : List.of(MediaState.STORED, MediaState.REFUSED, MediaState.GONE)) {
            ended.put(state, Counter.builder("liaison.media").tag("state", state.code())
                    .description("what was sent and is no longer waited for, by how that ended").register(registry));
        }
        var counters = Map.copyOf(ended);
        var fetcher = new MediaFetcher(new MediaFetcher.Parts(media, source, new Contents(), sealing(seals), store, clock,
                new SecureRandom(), state -> Optional.ofNullable(counters.get(state)).ifPresent(Counter::increment)));
        mediaWaker.wakes(fetcher::run);
        return fetcher;
    }

    @Bean
    MediaRetention mediaRetention(JdbcMedia media, MediaStore store, Clock clock) {
        return new MediaRetention(media, store, clock);
    }

    static MediaFetcher.Sealing sealing(Seals seals) {
        return (taken, content) -> seals.seal(taken.wrappedKey(), Personal.media(taken.key()), content);
    }

    @Bean
    Links links(MediaSettings settings) {
        return links(settings.url().toString());
    }

    static Links links(String url) {
        String base = url.replaceFirst("/+$", "");
        return token -> base + "/media/" + token;
    }

    @Bean(destroyMethod = "close")
    Route mediaRoute(DataSource source, ServiceRequests requests, Directory directory, MediaStore store, Seals seals, Clock clock) {
        return new LinkRoute(new LinkedMedia(new JdbcLinks(source), requests, () -> directory, store, seals, clock));
    }
}
