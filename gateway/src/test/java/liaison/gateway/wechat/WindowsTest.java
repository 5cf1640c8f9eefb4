package liaison.gateway.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import liaison.bot.message.Address;
import liaison.bot.testing.MutableClock;
import liaison.gateway.wechat.Openings.Opening;
import org.junit.jupiter.api.Test;

final class WindowsTest {
    private static final Address RESIDENT = Address.parse("wechat:demo:o1");

    private final MutableClock clock = new MutableClock(Wire.MORNING);
    private final List<Opening> journal = new ArrayList<>();
    private final Windows windows = new Windows((address, since) -> List.copyOf(journal), new MemoryCounts(), clock);

    @Test
    void take_fiveAfterAMessageAndFiveAfterTheNext() {
        journal.add(new Opening(1, false, clock.instant()));
        assertThat(places(10)).isEqualTo(5);
        journal.set(0, new Opening(2, false, clock.instant()));
        assertThat(places(10)).isEqualTo(5);
    }

    @Test
    void take_endsAfterTwoDays() {
        journal.add(new Opening(1, false, clock.instant()));
        clock.tick(Duration.ofDays(2).minusSeconds(1));
        assertThat(places(1)).isEqualTo(1);
        clock.tick(Duration.ofSeconds(1));
        assertThat(places(1)).isZero();
    }

    @Test
    void take_threeInAMinuteAfterAClick() {
        journal.add(new Opening(1, true, clock.instant()));
        assertThat(places(10)).isEqualTo(3);
        journal.set(0, new Opening(2, true, clock.instant()));
        clock.tick(Duration.ofMinutes(1));
        assertThat(places(1)).isZero();
    }

    @Test
    void take_theShortWindowFirst() {
        journal.add(new Opening(1, false, clock.instant()));
        journal.add(new Opening(2, true, clock.instant()));
        assertThat(windows.take(RESIDENT).orElseThrow().key()).isEqualTo("wechat:demo:o1:2");
        clock.tick(Duration.ofMinutes(2));
        assertThat(windows.take(RESIDENT).orElseThrow().key()).isEqualTo("wechat:demo:o1:1");
    }

    @Test
    void take_whoeverNeverWroteIsNotAsked() {
        assertThat(places(1)).isZero();
    }

    @Test
    void take_whatIsGivenBackIsThereAgain() {
        journal.add(new Opening(1, false, clock.instant()));
        for (int i = 0; i < 20; i++) {
            windows.giveBack(windows.take(RESIDENT).orElseThrow());
        }
        assertThat(places(10)).isEqualTo(5);
    }

    @Test
    void close_nothingIsLeftUntilThePersonWritesAgain() {
        journal.add(new Opening(1, false, clock.instant()));
        windows.close(windows.take(RESIDENT).orElseThrow());
        assertThat(places(1)).isZero();
        journal.set(0, new Opening(2, false, clock.instant()));
        assertThat(places(1)).isEqualTo(1);
    }

    @Test
    void take_withoutTheJournalThePlatformIsAsked() {
        var blind = new Windows((address, since) -> {
            throw new IllegalStateException("away");
        }, new MemoryCounts(), clock);
        var place = blind.take(RESIDENT).orElseThrow();
        blind.close(place);
        assertThat(blind.take(RESIDENT)).contains(place);
    }

    private long places(int tries) {
        return IntStream.range(0, tries).filter(i -> windows.take(RESIDENT).isPresent()).count();
    }
}
