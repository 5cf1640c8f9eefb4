package liaison.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import liaison.bot.calendar.DateWords;
import liaison.bot.calendar.QuietHours;
import liaison.bot.calendar.WorkingDays;
import liaison.bot.dialog.BookLetters;
import liaison.bot.dialog.Conversation;
import liaison.bot.dialog.Conversation.Parts;
import liaison.bot.dialog.LinkedMedia;
import liaison.bot.dialog.Scopes;
import liaison.bot.dialog.Times;
import liaison.bot.media.MediaFetcher;
import liaison.bot.media.MediaKey;
import liaison.bot.media.MediaRetention;
import liaison.bot.media.MediaStore;
import liaison.bot.memory.MemoryDialogs;
import liaison.bot.memory.MemoryDirectory;
import liaison.bot.message.Address;
import liaison.bot.message.InboundMessage;
import liaison.bot.message.OutboundMessage;
import liaison.bot.message.Sender;
import liaison.bot.notice.OutboxRelay;
import liaison.bot.people.Directory;
import liaison.bot.people.Person;
import liaison.bot.rules.RuleBooks;
import liaison.bot.rules.RuleFiles;
import liaison.bot.testing.MutableClock;
import liaison.gateway.csv.CsvDirectory;
import liaison.gateway.jdbc.JdbcLinks;
import liaison.gateway.jdbc.JdbcMediaStore;
import liaison.gateway.jdbc.Node;
import liaison.gateway.media.BucketStore;
import liaison.gateway.media.Contents;
import liaison.gateway.media.LinkRoute;
import liaison.gateway.netty.Lanes;
import liaison.gateway.netty.NettyServer;
import liaison.gateway.netty.ServerSettings;
import liaison.gateway.redis.RedisTokenStore;
import liaison.gateway.seal.Algorithm;
import liaison.gateway.seal.MasterKey;
import liaison.gateway.seal.Sealer;
import liaison.gateway.testing.Envelope;
import liaison.gateway.testing.FakeBucket;
import liaison.gateway.testing.MadeMedia;
import liaison.gateway.testing.Resident;
import liaison.gateway.testing.TestStores;
import liaison.gateway.wechat.ApiAccount;
import liaison.gateway.wechat.MediaFiles;
import liaison.gateway.wechat.Platform;
import liaison.gateway.wechat.TinyApi;
import liaison.gateway.wechat.WechatAccount;
import liaison.gateway.wechat.WechatPipeline;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;

/** Pictures and voice messages from the wire to the store, and from there to those who may see them. */
@ResourceLock("redis")
final class MediaIT {
    private static final Sealer SEALS = new Sealer(MasterKey.of(Base64.getEncoder().encodeToString(new byte[32])), Algorithm.SM4);
    private static final Pattern LINK = Pattern.compile("http://site\\.example(/media/[A-Za-z0-9_-]{22})\\b");
    private static final Address DEPUTY = Address.parse("wechat:demo:deputy");
    private static final Address CLERK = Address.parse("wechat:demo:clerk");
    private static final byte[] PHOTO = MadeMedia.photo(40, 20, 1);

    private final MutableClock clock = new MutableClock(Instant.parse("2026-11-24T02:00:00Z"));
    private final Directory directory = MemoryDirectory.from(CsvDirectory.demo());
    private final RuleBooks books = new RuleBooks(RuleFiles.shipped(), new Times(WorkingDays.shipped(), DateWords.shipped(), 7));
    private final TestStores.Database database = TestStores.migrated();
    private final JdbcTemplate sql = new JdbcTemplate(database.dataSource());
    private final UnifiedJedis redis = redis(TestStores.redis());
    private final Node node = new Node(database, SEALS, new MemoryDialogs(), books, directory, clock);
    private final MediaStore store = new JdbcMediaStore(node.source);
    private final Conversation conversation = new Conversation(linked(node.parts));
    private final Lanes lanes = new Lanes(conversation, 2, 1_024, (messages, took, committed) -> {
    });
    private final TinyApi api = new TinyApi();
    private final LinkRoute links = new LinkRoute(
            new LinkedMedia(new JdbcLinks(node.source), node.requests, () -> directory, store, SEALS, clock));
    private final NettyServer server = NettyServer.start(ServerSettings.LOOPBACK, List.of(links, new WechatPipeline(
            new WechatAccount("demo", Envelope.APPID, Envelope.TOKEN, Envelope.AES_KEY, "", "", true), false, lanes, clock)));
    private final MediaFetcher fetcher = fetcher(store);
    private final HttpClient http = HttpClient.newHttpClient();
    private final Resident resident = new Resident("oResident");
    private final List<OutboundMessage> told = new CopyOnWriteArrayList<>();

    @AfterEach
    void stop() {
        server.close();
        lanes.close();
        links.close();
        api.close();
        http.close();
        redis.close();
        node.close();
        database.close();
    }

    private static Parts linked(Parts parts) {
        return new Parts(parts.ledger(), parts.journal(), parts.dialogs(), parts.facts(), parts.effects(), parts.seals(), parts.numbers(),
                parts.books(), Scopes.NONE, MediaConfiguration.links("http://site.example/"), parts.directory(), parts.clock());
    }

    private MediaFetcher fetcher(MediaStore into) {
        var files = new MediaFiles(
                new Platform(WechatConfiguration.shared(new RedisTokenStore(redis)), WechatApiConfiguration.quotas(redis, clock)));
        var account = new ApiAccount("demo", Envelope.APPID, "secret", api.base(), Map.of());
        return new MediaFetcher(new MediaFetcher.Parts(node.media, (sender, id) -> AccountMedia.fetched(files.fetch(account, id)),
                new Contents(), MediaConfiguration.sealing(SEALS), into, clock, new Random(1), state -> {
                }));
    }

    private static UnifiedJedis redis(URI uri) {
        return RedisClient.builder().hostAndPort(uri.getHost(), uri.getPort())
                .clientConfig(DefaultJedisClientConfig.builder(uri).autoNegotiateProtocol(false).build()).build();
    }

    private String filedWithAPicture() {
        resident.say(server::port, "和悦家园的路灯坏了三天了");
        assertThat(resident.picture(server::port, "PIC1", 501)).contains("放在一起");
        resident.say(server::port, "确认");
        return text("select number from request");
    }

    private String asks(Address who, String words) {
        return conversation.receive(List.of(new InboundMessage.Text(who, words + clock.instant(), words))).getFirst().text();
    }

    private void bind(Address who, String person) {
        assertThat(asks(who, node.bindings.issue(Person.parse(person)))).contains("绑定");
    }

    private String linkFor(Address who, String words) {
        var link = LINK.matcher(asks(who, words));
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private HttpResponse<byte[]> get(String path) {
        return call("GET", path);
    }

    private HttpResponse<byte[]> call(String method, String path) {
        try {
            return http.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                    .method(method, HttpRequest.BodyPublishers.noBody()).build(), BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void relay() {
        try (var relay = new OutboxRelay(new OutboxRelay.Parts(node.outbox,
                new BookLetters(account -> books.current(account), () -> directory, node.bindings,
                        new BookLetters.Causes(node.requests, node.visits, node.broadcasts), clock),
                Map.of("wechat", (message, way) -> {
                    told.add(message);
                    return new Sender.Result.Delivered();
                }), QuietHours.NIGHT, clock, new Random(1)))) {
            relay.run();
        }
    }

    private List<String> toldResident() {
        relay();
        return told.stream().filter(one -> one.to().equals(Address.parse("wechat:demo:oResident"))).map(OutboundMessage::text)
                .filter(words -> words.contains("图片")).toList();
    }

    private String text(String query) {
        return String.valueOf(sql.queryForObject(query, String.class));
    }

    private static String jpeg(byte[] bytes) {
        return new String(bytes, 0, 3, StandardCharsets.ISO_8859_1);
    }

    @Test
    void picture_isStoredSealedOnceAndShownToTheDeputyAlone() {
        String number = filedWithAPicture();
        assertThat(resident.picture(server::port, "PIC1", 501)).as("redelivered").contains("放在一起");
        assertThat(node.wakes).as("woken by the commit, once").hasValue(1);
        api.then(TinyApi.file("image/jpeg", PHOTO));
        fetcher.run();
        fetcher.run();
        assertThat(api.paths).containsExactly("/cgi-bin/media/get");
        assertThat(text("select string_agg(state || ' ' || type || ' ' || (size > 100), ',') from media"))
                .isEqualTo("stored image/jpeg true");
        assertThat(sql.queryForList("select content from media_content", byte[].class)).singleElement()
                .satisfies(sealed -> assertThat(jpeg(sealed)).isNotEqualTo(jpeg(PHOTO)));
        assertThat(text("select encode(sha256, 'hex') = encode(sha256(content), 'hex') from media join media_content using (address, seq)"))
                .isEqualTo("t");
        assertThat(text("select number from request_media")).isEqualTo(number);
        bind(DEPUTY, text("select holder from request"));
        String another = directory.deputiesOf(text("select station from request")).stream().map(one -> "deputy:" + one.code())
                .filter(one -> !one.equals(text("select holder from request"))).findFirst().orElseThrow();
        bind(CLERK, another);
        assertThat(asks(CLERK, number)).doesNotContain("附件", "/media/");
        assertThat(asks(DEPUTY, number)).contains("附件：1 个（图片 1）", "图片：http://site.example/media/");
        clock.tick(Duration.ofSeconds(1));
        shows(get(linkFor(DEPUTY, number)));
        assertThat(text("select string_agg(actor || ' ' || act || ' ' || subject, ',') from audit"))
                .isEqualTo(text("select holder from request") + " open media " + number + "/2");
    }

    private static void shows(HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        var picture = MadeMedia.read(answer.body());
        assertThat(List.of(picture.getWidth(), picture.getHeight())).containsExactly(40, 20);
        assertThat(new String(answer.body(), StandardCharsets.ISO_8859_1)).doesNotContain(MadeMedia.PLACE);
        assertThat(answer.headers().map()).containsEntry("content-type", List.of("image/jpeg"))
                .containsEntry("content-disposition", List.of("inline; filename=\"file.jpg\""))
                .containsEntry("x-content-type-options", List.of("nosniff")).containsEntry("cache-control", List.of("no-store"))
                .containsEntry("referrer-policy", List.of("no-referrer"));
        assertThat(answer.headers().firstValue("content-security-policy")).hasValueSatisfying(
                policy -> assertThat(policy).contains("default-src 'none'", "sandbox").doesNotContain("unsafe"));
    }

    @Test
    void node_thatDiesBetweenFetchAndRecordLeavesOneContent() {
        filedWithAPicture();
        api.then(TinyApi.file("image/jpeg", PHOTO));
        api.then(TinyApi.file("image/jpeg", PHOTO));
        var dying = new MediaStore() {
            @Override
            public void put(MediaKey key, byte[] sealed) {
                store.put(key, sealed);
                sql.update("update media set lease_until = now() - interval '1 second'");
                sql.update("update media set lease_token = gen_random_uuid()");
            }

            @Override
            public Optional<byte[]> get(MediaKey key) {
                return store.get(key);
            }

            @Override
            public void remove(MediaKey key) {
                store.remove(key);
            }
        };
        fetcher(dying).run();
        assertThat(text("select state from media")).as("nobody recorded it").isEqualTo("pending");
        assertThat(text("select count(*) from media_content")).isEqualTo("1");
        fetcher.run();
        assertThat(text("select state || ' ' || attempts from media")).isEqualTo("stored 2");
        assertThat(text("select count(*) from media_content")).isEqualTo("1");
        assertThat(text("select encode(sha256, 'hex') = encode(sha256(content), 'hex') from media join media_content using (address, seq)"))
                .isEqualTo("t");
    }

    @Test
    void lease_keepsOthersAway() {
        filedWithAPicture();
        assertThat(node.media.take(clock.instant(), 9, Duration.ofMinutes(1))).hasSize(1);
        assertThat(node.media.take(clock.instant(), 9, Duration.ofMinutes(1))).isEmpty();
        assertThat(fetcher.run()).isZero();
    }

    @Test
    void failedFetch_isTriedUntilThreeDaysAreOverThenGoneAndToldOnce() {
        filedWithAPicture();
        int rounds = 0;
        for (; text("select state from media").equals("pending") && rounds < 200; rounds++) {
            api.then(-1);
            fetcher.run();
            clock.tick(Duration.ofMinutes(31));
        }
        assertThat(text("select state || ' ' || reason from media")).isEqualTo("gone -1");
        assertThat(Integer.parseInt(text("select attempts from media"))).isBetween(72, 145);
        assertThat(clock.instant()).isBetween(Instant.parse("2026-11-27T00:00:00Z"), Instant.parse("2026-11-27T04:00:00Z"));
        clock.tick(Duration.ofHours(1));
        assertThat(toldResident()).singleElement().asString().contains("图片没有取到");
        relay();
        fetcher.run();
        assertThat(toldResident()).hasSize(1);
    }

    /** As when the process dies of what it fetched, again and again. */
    @Test
    void fetch_thatLeavesNoTraceEndsAfterThreeDays() {
        filedWithAPicture();
        assertThat(node.media.take(clock.instant(), 9, Duration.ofMinutes(1))).hasSize(1);
        sql.update("update media set lease_until = now() - interval '1 second'");
        clock.tick(Duration.ofDays(3).plusHours(2));
        fetcher.run();
        assertThat(api.paths).isEmpty();
        assertThat(text("select state || ' ' || reason from media")).isEqualTo("gone too-late");
    }

    @Test
    void fetch_ofSomebodyWhoWasErasedIsNotMadeAndNotTold() {
        filedWithAPicture();
        sql.update("delete from resident_key where address = 'wechat:demo:oResident'");
        fetcher.run();
        assertThat(api.paths).isEmpty();
        assertThat(text("select state || ' ' || reason from media")).isEqualTo("gone erased");
        assertThat(text("select count(*) from outbox where subject like 'media:%'")).isEqualTo("0");
    }

    @Test
    void failedFetch_thatSucceedsLaterIsStoredAndNobodyIsTold() {
        filedWithAPicture();
        api.then(500, "");
        fetcher.run();
        assertThat(text("select state || ' ' || reason from media")).isEqualTo("pending http-500");
        assertThat(node.media.oldest(clock.instant().plusSeconds(60))).as("whenever it is tried again")
                .isGreaterThanOrEqualTo(Duration.ofMinutes(1));
        api.then(TinyApi.file("image/jpeg", PHOTO));
        clock.tick(Duration.ofMinutes(1));
        fetcher.run();
        assertThat(text("select state from media")).isEqualTo("stored");
        assertThat(toldResident()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void threeGibibytes_endEarlyAndAreRefusedAndTold(boolean announced) {
        filedWithAPicture();
        api.then(api.pour(announced));
        fetcher.run();
        assertThat(text("select state || ' ' || reason from media")).isEqualTo("refused too-long");
        assertThat(api.poured.get()).isLessThan(64L << 20);
        assertThat(text("select count(*) from media_content")).isEqualTo("0");
        clock.tick(Duration.ofMinutes(1));
        assertThat(toldResident()).singleElement().asString().contains("图片不能收", "10 MB");
    }

    @Test
    void picturesThatCannotBeTaken_areToldOnceWithHowMany() {
        filedWithAPicture();
        assertThat(resident.picture(server::port, "PIC2", 502)).contains("收到");
        assertThat(resident.picture(server::port, "PIC3", 503)).contains("收到");
        for (int n = 0; n < 3; n++) {
            api.then(TinyApi.file("image/jpeg", MadeMedia.joined(new byte[]{'G', 'I'}, MadeMedia.zip())));
        }
        fetcher.run();
        assertThat(toldResident()).isEmpty();
        clock.tick(Duration.ofMinutes(1));
        assertThat(toldResident()).singleElement().asString().contains("您刚才发的 3 个图片不能收");
    }

    @Test
    void page_thatSaysItIsAPictureIsRefused() {
        String number = filedWithAPicture();
        api.then(TinyApi.file("image/jpeg", MadeMedia.joined(new byte[]{'G', 'I'}, MadeMedia.zip())));
        fetcher.run();
        assertThat(text("select state || ' ' || reason from media")).isEqualTo("refused unknown-type");
        bind(DEPUTY, text("select holder from request"));
        assertThat(asks(DEPUTY, number)).contains("图片：不能收").doesNotContain("/media/");
    }

    @Test
    void idThatThePlatformDoesNotKnow_isGoneAtOnce() {
        filedWithAPicture();
        api.then(40007);
        fetcher.run();
        assertThat(text("select state || ' ' || reason from media")).isEqualTo("gone 40007");
    }

    private String stored() {
        String number = filedWithAPicture();
        api.then(TinyApi.file("image/jpeg", PHOTO));
        fetcher.run();
        bind(DEPUTY, text("select holder from request"));
        return linkFor(DEPUTY, number);
    }

    private void isClosed(String why, Consumer<String> change) {
        String link = stored();
        change.accept(link);
        assertThat(get(link).statusCode()).as(why).isEqualTo(404);
        assertThat(text("select count(*) from audit")).isEqualTo("0");
    }

    @Test
    void link_endsAfterTenMinutes() {
        isClosed("ten minutes later", link -> clock.tick(Duration.ofMinutes(10)));
    }

    @Test
    void link_endsWhenTheRequestIsSomebodyElses() {
        isClosed("another holder", link -> sql.update("update request set holder = 'deputy:NOBODY'"));
    }

    @Test
    void link_endsWithTheOwnersKey() {
        isClosed("erased", link -> sql.update("delete from resident_key where address = 'wechat:demo:oResident'"));
    }

    @Test
    void link_isGoodForAFewLooksAndOnlyByItsOwnToken() {
        String link = stored();
        String other = link.substring(0, link.length() - 1) + (link.endsWith("A") ? "B" : "A");
        assertThat(get(other).statusCode()).isEqualTo(404);
        assertThat(get("/media/" + text("select encode(token_hash, 'hex') from media_link")).statusCode()).isEqualTo(404);
        assertThat(get("/media/%2e%2e/%2e%2e/etc/passwd").statusCode()).isEqualTo(404);
        assertThat(get("/media/").statusCode()).isEqualTo(404);
        assertThat(call("POST", link).statusCode()).isEqualTo(405);
        for (int look = 0; look < 5; look++) {
            assertThat(get(link).statusCode()).isEqualTo(200);
        }
        assertThat(get(link).statusCode()).isEqualTo(404);
        assertThat(text("select count(*) from audit")).isEqualTo("5");
    }

    @Test
    void voice_isHeardByTheClerkWhoWasAsked() {
        assertThat(asks(Address.parse("wechat:demo:oResident"), "和悦家园的联络站在哪里")).isNotEmpty();
        assertThat(resident.voice(server::port, "VOICE1", 601)).contains("没有识别");
        api.then(TinyApi.file("audio/amr", MadeMedia.amr(50)));
        fetcher.run();
        assertThat(resident.say(server::port, "请人工听")).contains("工作人员听");
        bind(CLERK, text("select recipient from outbox where subject like 'alert-listen%'"));
        var answer = get(linkFor(CLERK, "看对话"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(MadeMedia.amr(50));
        assertThat(answer.headers().firstValue("content-disposition")).hasValue("attachment; filename=\"file.amr\"");
        assertThat(text("select actor || ' ' || subject from audit"))
                .isEqualTo(text("select recipient from outbox where subject like 'alert-listen%'") + " wechat:demo:oResident/2");
    }

    private HttpResponse<byte[]> piece(String path, String range) {
        try {
            return http.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path)).header("Range", range).build(),
                    BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void gives(HttpResponse<byte[]> answer, int status, byte[] body, String range) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).isEqualTo(body);
        assertThat(answer.headers().firstValue("content-range").orElse("")).isEqualTo(range);
        assertThat(answer.headers().firstValue("accept-ranges")).hasValue("bytes");
        assertThat(answer.headers().firstValue("content-disposition").orElse("")).isIn("inline; filename=\"file.mp3\"");
    }

    @Test
    void voice_isGivenPieceByPieceAsPlayersAskForIt() {
        resident.say(server::port, "和悦家园的联络站在哪里");
        resident.voice(server::port, "VOICE1", 601);
        api.then(TinyApi.file("audio/mpeg", MadeMedia.mp3(40)));
        fetcher.run();
        resident.say(server::port, "请人工听");
        bind(CLERK, text("select recipient from outbox where subject like 'alert-listen%'"));
        String link = linkFor(CLERK, "看对话");
        byte[] all = get(link).body();
        String of = "/" + all.length;
        gives(piece(link, "bytes=0-1"), 206, Arrays.copyOf(all, 2), "bytes 0-1" + of);
        gives(piece(link, "bytes=2-"), 206, Arrays.copyOfRange(all, 2, all.length), "bytes 2-" + (all.length - 1) + of);
        gives(piece(link, "bytes=-3"), 206, Arrays.copyOfRange(all, all.length - 3, all.length),
                "bytes " + (all.length - 3) + "-" + (all.length - 1) + of);
        gives(piece(link, "bytes=0-1,4-5"), 200, all, "");
        gives(piece(link, "nonsense"), 200, all, "");
        gives(piece(link, "bytes=" + all.length + "-"), 416, new byte[0], "bytes *" + of);
        assertThat(text("select count(*) from audit")).as("what goes on with what was opened is no new look").isEqualTo("4");
        clock.tick(Duration.ofMinutes(10));
        assertThat(piece(link, "bytes=2-").statusCode()).isEqualTo(404);
    }

    @Test
    void piece_thatIsAskedForFirstIsWrittenDown() {
        String link = stored();
        assertThat(piece(link, "bytes=5-9").statusCode()).isEqualTo(206);
        assertThat(text("select count(*) from audit")).isEqualTo("1");
    }

    private void sentAndFetched(String mediaId, long id, MediaStore into) {
        api.then(TinyApi.file("image/jpeg", PHOTO));
        resident.picture(server::port, mediaId, id);
        fetcher(into).run();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatWasNeverFiled_isRemovedAfterThirtyDays(boolean inABucket) {
        try (var bucket = new FakeBucket()) {
            var into = inABucket
                    ? new BucketStore(bucket.settings(FakeBucket.SECRET), MediaConfiguration.names(SEALS), Clock.systemUTC())
                    : store;
            filedWithAPicture();
            api.then(TinyApi.file("image/jpeg", PHOTO));
            fetcher(into).run();
            sentAndFetched("PIC2", 502, into);
            var retention = new MediaRetention(node.media, into, clock);
            clock.tick(MediaRetention.KEPT.minusHours(1));
            assertThat(retention.run()).isZero();
            clock.tick(Duration.ofHours(2));
            bucket.failWith = inABucket ? 500 : 0;
            assertThat(retention.run()).isEqualTo(inABucket ? 0 : 1);
            bucket.failWith = 0;
            assertThat(retention.run()).isEqualTo(inABucket ? 1 : 0);
            assertThat(text("select string_agg(media_id || ' ' || state, ',') from media")).isEqualTo("PIC1 stored");
            assertThat(text("select count(*) from media_content")).isEqualTo(inABucket ? "0" : "1");
            assertThat(bucket.objects).hasSize(inABucket ? 1 : 0);
        }
    }

    @Test
    void whatIsAddedWhileItIsRemoved_isKnownAsGone() {
        String number = filedWithAPicture();
        api.then(TinyApi.file("image/jpeg", PHOTO));
        fetcher.run();
        sentAndFetched("PIC2", 502, store);
        clock.tick(MediaRetention.KEPT.plusHours(1));
        var key = node.media.giveUp(clock.instant().minus(MediaRetention.KEPT), 9).getFirst();
        sql.update("insert into request_media (address, number, seq) values (?, ?, ?)", key.address().toString(), number, key.seq());
        node.media.forget(key);
        assertThat(text("select string_agg(media_id || ' ' || state, ',' order by seq) from media")).isEqualTo("PIC1 stored,PIC2 gone");
    }

    @Test
    void media_addedToAnOpenRequestAreBoundToIt() {
        String number = filedWithAPicture();
        resident.say(server::port, "补充");
        assertThat(resident.picture(server::port, "PIC2", 502)).contains("放在一起");
        resident.say(server::port, "灯杆也歪了");
        assertThat(sql.queryForList("select number || ' ' || m.media_id from request_media join media m using (address, seq) order by seq",
                String.class)).containsExactly(number + " PIC1", number + " PIC2");
        assertThat(asks(Address.parse("wechat:demo:oResident"), number)).contains("附件：2 个（图片 2）").doesNotContain("/media/");
    }

    /** What the words of a match stand for, so that a changed pattern is seen. */
    @Test
    void token_hasAHundredAndTwentyEightBits() {
        String token = LINK.matcher("http://site.example" + stored()).results().map(MatchResult::group).findFirst().orElseThrow();
        assertThat(Base64.getUrlDecoder().decode(token.substring(token.lastIndexOf('/') + 1))).hasSize(16);
        assertThat(text("select length(token_hash) from media_link")).isEqualTo("32");
    }
}
