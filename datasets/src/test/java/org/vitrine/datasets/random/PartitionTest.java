package org.vitrine.datasets.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Parts by group and by time. */
class PartitionTest {

    @Property(tries = 300)
    void noGroupIsInTwoParts(
            @ForAll @Size(min = 1, max = 80) List<@IntRange(min = 0, max = 12) Integer> drawn, @ForAll long seed) {
        int[] groups = ints(drawn);
        Partition partition = byGroup(groups, seed);
        assertEachOnce(partition, groups.length);
        Set<Integer> train = groups(partition.train(), groups);
        Set<Integer> validation = groups(partition.validation(), groups);
        Set<Integer> test = groups(partition.test(), groups);
        Set<Integer> all = new HashSet<>(drawn);
        assertThat(train.size() + validation.size() + test.size()).isEqualTo(all.size());
        if (all.size() >= 3) {
            assertThat(train).isNotEmpty();
            assertThat(validation).isNotEmpty();
            assertThat(test).isNotEmpty();
        }
    }

    @Property(tries = 100)
    void theSameSeedGivesTheSameGroups(
            @ForAll @Size(min = 1, max = 80) List<@IntRange(min = 0, max = 12) Integer> drawn, @ForAll long seed) {
        int[] groups = ints(drawn);
        assertThat(byGroup(groups, seed).test()).isEqualTo(byGroup(groups, seed).test());
    }

    @Test
    void manySmallGroupsKeepTheSharesOfEachClass() {
        int[] groups = IntStream.range(0, 1200).map(i -> i / 2).toArray();
        int[] labels = IntStream.of(groups).map(g -> g % 4 == 0 ? 1 : 0).toArray();
        Partition partition = Partition.byGroup(groups, labels, 2, 0.1, 0.2, 3);
        assertThat(partition.validation()).hasSize(120);
        assertThat(partition.test()).hasSize(240);
        assertThat(IntStream.of(partition.test()).filter(i -> labels[i] == 1).count())
                .isEqualTo(60);
        assertThat(partition.test())
                .isNotEqualTo(Partition.byGroup(groups, labels, 2, 0.1, 0.2, 4).test());
    }

    @Test
    void withoutAShareAPartStaysEmpty() {
        Partition partition = Partition.byGroup(new int[] {0, 1, 2, 3}, new int[4], 1, 0, 0, 1);
        assertThat(partition.train()).containsExactlyInAnyOrder(0, 1, 2, 3);
        assertThat(partition.validation()).isEmpty();
        assertThat(partition.test()).isEmpty();
    }

    @Property(tries = 300)
    void timeNeverRunsBackwards(
            @ForAll @Size(min = 1, max = 80) List<@IntRange(min = -30, max = 30) Integer> drawn,
            @ForAll @IntRange(min = 0, max = 40) int validation,
            @ForAll @IntRange(min = 0, max = 40) int test) {
        double[] times = drawn.stream().mapToDouble(Integer::doubleValue).toArray();
        Partition partition = Partition.byTime(times, validation / 100.0, test / 100.0);
        assertEachOnce(partition, times.length);
        double latest = latest(partition.train(), times);
        for (int i : partition.validation()) {
            assertThat(times[i]).isGreaterThan(latest);
        }
        latest = Math.max(latest, latest(partition.validation(), times));
        for (int i : partition.test()) {
            assertThat(times[i]).isGreaterThan(latest);
        }
    }

    @Test
    void partsByTimeHaveTheirShares() {
        double[] times = IntStream.range(0, 100).mapToDouble(i -> 100 - i).toArray();
        Partition partition = Partition.byTime(times, 0.1, 0.2);
        assertThat(partition.train()).hasSize(70).startsWith(99, 98);
        assertThat(partition.validation()).hasSize(10);
        assertThat(partition.test()).hasSize(20).endsWith(1, 0);
    }

    private static Partition byGroup(int[] groups, long seed) {
        return Partition.byGroup(groups, new int[groups.length], 1, 0.15, 0.2, seed);
    }

    private static void assertEachOnce(Partition partition, int n) {
        int[] all = IntStream.of(partition.train()).toArray();
        assertThat(IntStream.concat(
                                Arrays.stream(all),
                                IntStream.concat(
                                        Arrays.stream(partition.validation()), Arrays.stream(partition.test())))
                        .sorted()
                        .toArray())
                .isEqualTo(IntStream.range(0, n).toArray());
    }

    private static Set<Integer> groups(int[] examples, int[] groups) {
        return IntStream.of(examples).mapToObj(i -> groups[i]).collect(Collectors.toCollection(HashSet::new));
    }

    private static double latest(int[] examples, double[] times) {
        return IntStream.of(examples).mapToDouble(i -> times[i]).max().orElse(Double.NEGATIVE_INFINITY);
    }

    private static int[] ints(List<Integer> drawn) {
        return drawn.stream().mapToInt(Integer::intValue).toArray();
    }
}
