package liaison.gateway.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import liaison.bot.message.Address;
import liaison.gateway.netty.NettyServer;
import liaison.gateway.netty.ServerSettings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page in a real browser; its pictures lie in {@code target/screenshots}. */
final class ChatPageIT {
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final String CLOCK = "(function () { const began = Date.now(); const now = Date.now.bind(Date);"
            + "Date.now = () => now() - began + " + Talk.NOW.toEpochMilli() + "; })()";
    private static @Nullable Browser started;

    private final SampleAnswers samples = new SampleAnswers();
    private final Talk talk = new Talk(samples);
    private final ChatSettings settings = new ChatSettings(Duration.ofMillis(300), 50, Duration.ofMillis(20), List.of());
    private ChatHub hub = ChatHub.start(talk, settings.beat());
    private NettyServer server = listen(0);

    @BeforeAll
    static void start() throws Exception {
        var program = Browser.program();
        Assumptions.assumeTrue(program.isPresent() || System.getenv("CI") != null,
                "no Chromium on this machine: the page is not looked at");
        started = new Browser(program.orElseThrow());
        started.ask("Page.addScriptToEvaluateOnNewDocument", Map.of("source", CLOCK));
    }

    @AfterAll
    static void stop() throws IOException {
        if (started != null) {
            started.close();
        }
    }

    @BeforeEach
    void open() {
        browser().size(390, 844);
        browser().dark(false);
        browser().open(page());
    }

    @AfterEach
    void close() {
        browser().open("about:blank");
        server.close();
        hub.close();
        assertThat(browser().complaints()).isEmpty();
    }

    @Test
    void firstVisit_storesNothingAndConnectsNowhere() throws IOException {
        assertThat(browser().eval("document.cookie + localStorage.length + sessionStorage.length")).isEqualTo("00");
        assertThat(hub.size()).isZero();
        assertThat(browser().eval("document.querySelectorAll('#starters button').length")).isEqualTo("3");
        pictures("01-chat-first");
        browser().size(1280, 800);
        picture("01-chat-first-W-L");
    }

    @ParameterizedTest
    @CsvSource({"consent, 02", "question, 03", "readback, 04", "filed, 05", "emergency, 09"})
    void answer_isLaidOutByItsCard(String said, String number) throws IOException {
        String name = number + "-chat-" + said;
        say(said);
        browser().until("document.querySelectorAll('.bubble').length >= 2");
        pictures(name);
        browser().size(1280, 800);
        picture(name + "-W-L");
    }

    @Test
    void choice_isSaidAndThenOnlyText() {
        say("question");
        browser().until("document.querySelectorAll('.choices button').length === 3");
        browser().eval("document.querySelector('.choices button').click()");
        browser().until("document.querySelectorAll('.mine').length === 2 && !document.querySelector('.choices')");
        assertThat(browser().eval("document.querySelectorAll('.mine')[1].textContent")).contains(samples.said("place"));
    }

    @Test
    void slot_isChangedByItsButton() {
        say("readback");
        browser().until("document.querySelectorAll('.slot button').length === 4");
        browser().eval("document.querySelectorAll('.slot button')[1].click()");
        browser().until("document.querySelectorAll('.mine').length === 2");
        assertThat(browser().eval("document.querySelectorAll('.mine')[1].textContent")).contains(samples.said("slot"));
    }

    @Test
    void number_standsOnceOnItsCard() {
        say("filed");
        browser().until("document.querySelectorAll('.number-row button').length === 1");
        assertThat(browser().eval("document.querySelector('.card.filed').textContent.split('LZ20261123-0007').length - 1")).isEqualTo("1");
    }

    @Test
    void severalNumbers_canEachBeCopied() {
        say("several");
        browser().until("document.querySelectorAll('.number-row button').length === 2");
        assertThat(browser().eval("document.querySelectorAll('.number-row')[1].innerText")).contains("LZ20261127-0002");
    }

    @Test
    void severalMatters_standUnderOneSlot() {
        say("matters");
        browser().until("document.querySelectorAll('.slot').length === 2");
        assertThat(browser().eval("document.querySelector('.slot dd').innerText")).contains("1. 楼道灯不亮", "2. 门口垃圾没人收");
    }

    @Test
    void line_thatIsCutKeepsWhatIsWrittenAndLosesNothing() throws IOException {
        say("question");
        browser().until("document.querySelector('.choices')");
        talk.mood(Talk.Mood.FAIL);
        say("another");
        browser().until("document.querySelector('.failed .mark button')");
        talk.mood(Talk.Mood.ANSWER);
        int port = server.port();
        stopServer();
        browser().until("document.querySelector('#notice:not(.calm):not([hidden])')");
        say("more");
        browser().until("document.querySelectorAll('.mine').length === 3");
        pictures("06-chat-offline");
        listenAgain(port);
        browser().until("document.querySelectorAll('.bubble').length === 5");
        browser().eval("document.querySelector('.failed .mark button').click()");
        browser().until("!document.querySelector('.failed') && sessionStorage['liaison.unsent'] === '[]'");
        browser().until("document.querySelectorAll('.bubble').length === 6");
        assertThat(talk.last(address())).isEqualTo(3);
    }

    @Test
    void reload_resumesFromTheLastNumberBelowALine() throws IOException {
        say("question");
        browser().until("document.querySelector('.choices')");
        browser().open("about:blank");
        browser().open(page());
        browser().until("document.querySelectorAll('.bubble').length === 2 && !document.querySelector('.divider')");
        var address = address();
        browser().open("about:blank");
        for (int i = 1; i <= 30; i++) {
            talk.add(address, samples.text("news").formatted(i));
        }
        browser().open(page());
        browser().until("document.querySelectorAll('.turn').length === 31 && document.querySelector('.divider')");
        browser().until("document.querySelector('.divider').getBoundingClientRect().top < 400");
        pictures("07-chat-catching-up");
    }

    @Test
    void older_isFetchedWithoutMovingThePlace() {
        say("question");
        browser().until("document.querySelector('.choices')");
        for (int i = 1; i <= 80; i++) {
            talk.add(address(), samples.text("news").formatted(i));
        }
        browser().until("localStorage['liaison.last'] === '81'");
        browser().open("about:blank");
        browser().open(page());
        browser().until("document.querySelectorAll('.turn').length === 30 && !document.getElementById('older').hidden");
        browser().eval("document.getElementById('older').click()");
        browser().until("document.querySelectorAll('.turn').length === 60");
        browser().eval("document.getElementById('older').click()");
        browser().until("document.querySelectorAll('.turn').length === 81 && document.getElementById('older').hidden");
        assertThat(browser().eval(
                "[...document.querySelectorAll('.turn')].map(t => (/ (\\d+) /.exec([...t.querySelectorAll('.bubble')].pop().textContent) || [0, 0])[1]).join()"))
                .startsWith("0,1,2,3").endsWith("79,80");
    }

    @Test
    void keyboardOpen_leavesQuestionAndFieldInView() throws IOException {
        say("question");
        browser().until("document.querySelector('.choices')");
        browser().size(390, 400);
        for (var look : List.of("L", "C")) {
            look(look);
            browser().until("document.getElementById('text').getBoundingClientRect().bottom <= 400");
            browser().until("(b => b.top >= 0 && b.top < 400)(document.querySelector('.choices').getBoundingClientRect())");
            picture("08-chat-keyboard-S-" + look);
        }
    }

    @Test
    void secondTab_isToldAndCanTakeTheTalkBack() {
        say("question");
        browser().until("document.querySelector('.choices')");
        var other = new EmbeddedChannel(new ChatHandler(talk, hub, settings, Clock.systemUTC()));
        var hello = "{\"t\":\"hello\",\"last\":0,\"token\":\"" + browser().eval("localStorage['liaison.token']") + "\"}";
        other.writeInbound(new TextWebSocketFrame(hello));
        browser().until("document.querySelector('#notice button')");
        browser().eval("document.querySelector('#notice button').click()");
        say("place");
        browser().until("document.querySelectorAll('.bubble').length === 4");
        other.finishAndReleaseAll();
    }

    @Test
    void hostileText_isOnlyText() {
        say("hostile");
        browser().until("document.querySelectorAll('.bubble').length >= 2");
        assertThat(browser().eval("document.querySelectorAll('.talk img, .talk script, .talk svg, .talk b').length")).isEqualTo("0");
        assertThat(browser().eval("document.querySelectorAll('.bubble a').length")).isEqualTo("1");
    }

    @Test
    void everything_canBeReachedAndPressed() {
        say("readback");
        browser().until("document.querySelectorAll('.slot button').length === 4");
        for (var look : List.of("L", "C")) {
            look(look);
            int least = look.equals("C") ? 60 : 44;
            assertThat(browser().eval("[...document.querySelectorAll('button, summary, textarea, a.button:not(.skip)')]"
                    + ".filter(e => e.offsetParent && (e.offsetHeight < " + least + " || e.offsetWidth < 44))"
                    + ".map(e => e.textContent + e.offsetHeight).join()")).isEmpty();
            for (int width : new int[]{320, 390}) {
                browser().size(width, 700);
                assertThat(browser().eval("document.documentElement.scrollWidth + ' ' + document.getElementById('log').scrollWidth"))
                        .isEqualTo(width + " " + width);
            }
        }
        look("L");
        browser().eval("document.querySelector('.choices button').focus()");
        browser().press("Enter", 13);
        browser().until("document.querySelectorAll('.mine').length === 2 && document.activeElement.getAttribute('role') === 'log'");
    }

    @Test
    void tab_goesFromTheFieldOverTheRepliesToTheTalk() {
        say("emergency");
        browser().until("document.querySelector('.card.emergency')");
        say("readback");
        browser().until("document.querySelector('.card.readback') && document.querySelector('.choices')");
        int replies = Integer.parseInt(browser().eval("String(document.querySelectorAll('.choices button').length)"));
        assertThat(replies).isPositive();
        assertThat(browser().eval("document.activeElement.id")).isEqualTo("text");
        assertThat(tabbed()).isEqualTo("发送");
        for (int i = 0; i < replies; i++) {
            assertThat(tabbed()).isEqualTo(browser().eval("document.querySelectorAll('.choices button')[" + i + "].textContent"));
        }
        browser().press("Tab", 9);
        assertThat(browser().eval("document.activeElement.getAttribute('role')")).isEqualTo("log");
        browser().eval("document.getElementById('log').scrollTop = 0");
        browser().press("End", 35);
        browser().until("document.getElementById('log').scrollTop > 0");
        assertThat(browser().eval("document.querySelector('[role=log]').textContent"))
                .as("what can be pressed is told with the answer")
                .contains(browser().eval("document.querySelector('.choices button').textContent").replaceFirst(" ", "\u00a0"));
    }

    @Test
    void forget_takesEverythingOffThisDevice() throws IOException {
        say("question");
        browser().until("document.querySelector('.choices')");
        browser().eval("document.getElementById('size').click(); document.querySelector('#menu summary').click()");
        browser().eval("document.getElementById('forget').click()");
        assertThat(browser().eval("document.getElementById('forget-effect').hidden")).isEqualTo("false");
        picture("01-chat-menu-S-C");
        browser().eval("document.getElementById('forget').click()");
        browser().until("document.readyState === 'complete' && localStorage.length === 0 && !document.querySelector('.turn')");
    }

    private void say(String name) {
        browser().eval("document.getElementById('text').focus()");
        browser().type(samples.said(name));
        browser().press("Enter", 13);
        browser().until("document.getElementById('text').value === ''");
    }

    /** What stands on the next thing that the keyboard reaches. */
    private static String tabbed() {
        browser().press("Tab", 9);
        return browser().eval("document.activeElement.textContent");
    }

    private Address address() {
        return ChatHub.addressOf(browser().eval("localStorage['liaison.token']"));
    }

    private void pictures(String name) throws IOException {
        for (var look : List.of("L", "D", "C")) {
            look(look);
            picture(name + "-S-" + look);
        }
        look("L");
    }

    private void look(String look) {
        browser().dark(look.equals("D"));
        browser().eval("(document.documentElement.dataset.size === 'care') !== " + look.equals("C")
                + " && document.getElementById('size').click()");
    }

    private static void picture(String name) throws IOException {
        browser().picture(PICTURES.resolve(name + ".png"));
    }

    private String page() {
        return "http://127.0.0.1:" + server.port() + "/";
    }

    private NettyServer listen(int port) {
        var place = new ServerSettings("127.0.0.1", port, 100, 100, Duration.ofSeconds(10), Duration.ofSeconds(75), Duration.ofSeconds(2));
        return NettyServer.start(place,
                List.of(new ChatRoute(talk, hub, settings, Clock.fixed(Talk.NOW, ZoneOffset.UTC)), new PageRoute()));
    }

    private void stopServer() {
        server.close();
        hub.close();
    }

    private void listenAgain(int port) {
        hub = ChatHub.start(talk, settings.beat());
        server = listen(port);
    }

    private static Browser browser() {
        return Objects.requireNonNull(started);
    }
}
