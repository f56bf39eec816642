package org.vitrine.peers.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Times tasks in turns within one process. */
final class Alternating {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final int ROUNDS = 5;
    private static final double WARM_UP_SECONDS = 4;
    private static final double SLICE_SECONDS = 1.5;

    /** Something to time. */
    @FunctionalInterface
    interface Task {
        void run() throws IOException;
    }

    private Alternating() {}

    /**
     * One run of a task.
     *
     * @param seconds by the clock
     * @param cpuSeconds of the processor, over all threads of the process
     */
    record Cost(double seconds, double cpuSeconds) {}

    /** Times each task in each round: what stands at the same place of two lists are neighbours in time. */
    static List<List<Cost>> time(List<Task> tasks) throws IOException {
        List<List<Cost>> costs = new ArrayList<>();
        for (Task task : tasks) {
            time(task, WARM_UP_SECONDS);
            costs.add(new ArrayList<>());
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < costs.size(); i++) {
                costs.get(i).add(time(tasks.get(i), SLICE_SECONDS));
            }
        }
        return costs;
    }

    static double median(List<Cost> costs, ToDoubleFunction<Cost> measure) {
        return Medians.of(costs.stream().mapToDouble(measure).toArray());
    }

    private static Cost time(Task task, double atLeast) throws IOException {
        long cpu = SYSTEM.getProcessCpuTime();
        long start = System.nanoTime();
        int runs = 0;
        double took;
        do {
            task.run();
            runs++;
            took = (System.nanoTime() - start) / 1e9;
        } while (took < atLeast);
        return new Cost(took / runs, (SYSTEM.getProcessCpuTime() - cpu) / 1e9 / runs);
    }
}
