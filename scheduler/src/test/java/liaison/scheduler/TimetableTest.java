package liaison.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.quartz.SimpleTrigger;

final class TimetableTest {
    @Test
    void plan_missedTimesAreMadeUpForOnce() {
        assertThat(Timetable.plan().values()).allSatisfy(triggers -> assertThat(triggers)
                .extracting("misfireInstruction")
                .containsOnly(SimpleTrigger.MISFIRE_INSTRUCTION_RESCHEDULE_NOW_WITH_EXISTING_REPEAT_COUNT));
    }

    @Test
    void plan_jobsRunOneAtATimeAndKeepNoData() {
        assertThat(Timetable.plan().keySet()).isNotEmpty().allSatisfy(job -> {
            assertThat(job.isConcurrentExecutionDisallowed()).isTrue();
            assertThat(job.getJobDataMap()).isEmpty();
        });
    }

    @Test
    void cluster_oneNodeFiresATrigger() {
        assertThat(Timetable.cluster()).containsEntry("org.quartz.jobStore.acquireTriggersWithinLock", "true")
                .containsEntry("org.quartz.jobStore.isClustered", "true");
    }
}
