package liaison.bot.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import liaison.bot.memory.MemoryDirectory;
import liaison.bot.people.Directory;
import liaison.bot.people.Entry;
import liaison.bot.people.Staff;
import org.junit.jupiter.api.Test;

final class RoutingTest {
    private static Directory staffed(Entry... staff) {
        return new MemoryDirectory(List.of(staff));
    }

    private static Staff staff(String code, Staff.Role role) {
        return new Staff(code, code, role, List.of("S1"), List.of());
    }

    @Test
    void clerk_isTheFirstAndNotTheHolderWhileThereIsAnother() {
        var head = staff("H1", Staff.Role.HEAD);
        var clerk = staff("C1", Staff.Role.CLERK);
        assertThat(Routing.clerk("S1", "deputy:P1", staffed(head, clerk))).isEqualTo("staff:C1");
        assertThat(Routing.clerk("S1", "staff:C1", staffed(head, clerk))).isEqualTo("staff:H1");
        assertThat(Routing.clerk("S1", "staff:C1", staffed(clerk))).isEqualTo("staff:C1");
    }
}
