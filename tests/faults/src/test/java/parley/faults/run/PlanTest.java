package parley.faults.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import parley.faults.fault.Fault;
import parley.faults.fault.Target;

class PlanTest {

    private static final int NAMES = 39;

    @Test
    void a_seed_determines_the_plan() {
        assertThat(Plan.full(7, fault -> true))
                .hasToString(Plan.full(7, fault -> true).toString());
        assertThat(Plan.full(7, fault -> true).toString())
                .isNotEqualTo(Plan.full(8, fault -> true).toString());
        assertThat(Plan.small(7, fault -> true))
                .hasToString(Plan.small(7, fault -> true).toString());
        assertThat(Plan.small(7, fault -> true).toString())
                .isNotEqualTo(Plan.small(8, fault -> true).toString());
    }

    @Test
    void every_full_plan_has_every_fault() {
        LongStream.range(0, 50)
                .forEach(seed -> assertThat(faults(Plan.full(seed, fault -> true))
                                .map(Fault::name)
                                .distinct())
                        .hasSize(NAMES));
    }

    @Test
    void every_small_plan_kills_one_process_of_each_kind_that_messages_need() {
        LongStream.range(0, 50)
                .forEach(seed -> assertThat(faults(Plan.small(seed, fault -> true))
                                .filter(PlanTest::kills)
                                .map(Fault::name)
                                .filter(name -> !List.of("storage of files killed", "search engine killed")
                                        .contains(name))
                                .distinct())
                        .hasSize(4));
    }

    @Test
    void every_small_plan_has_one_fault_of_the_storage_of_files() {
        LongStream.range(0, 50)
                .forEach(seed -> assertThat(faults(Plan.small(seed, fault -> true)))
                        .filteredOn(fault -> fault.name().contains("storage of files"))
                        .hasSize(1));
    }

    @Test
    void every_small_plan_has_a_hung_database_and_a_flood() {
        LongStream.range(0, 50)
                .forEach(seed -> assertThat(faults(Plan.small(seed, fault -> true)))
                        .anyMatch(fault -> fault.name().equals("database hung")
                                && fault.duration().equals(Duration.ofSeconds(30)))
                        .anyMatch(fault -> fault.name().equals("flood of a chat node")));
    }

    @Test
    void a_node_without_a_database_is_not_impaired_by_the_same_fault() {
        assertThat(faults(Plan.full(1, fault -> true)))
                .allMatch(fault -> java.util.Collections.disjoint(fault.withoutDatabase(), fault.impaired()))
                .filteredOn(fault -> fault.nothingIsStored())
                .extracting(Fault::name)
                .contains("database hung", "database killed", "database slow", "name of the database does not resolve");
    }

    @Test
    void concurrent_faults_affect_different_processes() {
        LongStream.range(0, 50).forEach(seed -> {
            var steps = Plan.full(seed, fault -> true);
            assertThat(steps).as("seed " + seed).anyMatch(step -> step.faults().size() > 1);
            for (var step : steps) {
                var affected = EnumSet.noneOf(Target.class);
                for (var timed : step.faults())
                    assertThat(timed.fault().affected()).allMatch(affected::add);
            }
        });
    }

    @Test
    void impossible_faults_are_left_out() {
        assertThat(faults(Plan.full(1, fault -> !kills(fault)))).noneMatch(PlanTest::kills);
    }

    private static boolean kills(Fault fault) {
        return fault.name().endsWith(" killed");
    }

    private static Stream<Fault> faults(List<Step> steps) {
        return steps.stream().flatMap(step -> step.faults().stream()).map(Step.Timed::fault);
    }
}
