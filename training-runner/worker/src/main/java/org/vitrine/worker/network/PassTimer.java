package org.vitrine.worker.network;

import java.util.ArrayList;
import java.util.List;

/** Times the vertices of a network and its replicas, step by step. Costs two looks at the clock a vertex. */
public final class PassTimer implements AutoCloseable {
    private final List<Network> replicas;
    private final List<PassClock> clocks = new ArrayList<>();
    private final List<String> names;
    private final List<long[]> passes = new ArrayList<>();

    /** How long a vertex takes in one step: a median over the steps and the replicas, which work side by side. */
    public record VertexTime(String vertex, double forwardSeconds, double backwardSeconds) {}

    PassTimer(List<Network> replicas) {
        this.replicas = List.copyOf(replicas);
        names = replicas.get(0).vertexNames();
        for (Network replica : replicas) {
            PassClock clock = new PassClock(names.size());
            clocks.add(clock);
            replica.time(clock);
        }
    }

    /** Ends a step. */
    public void stepDone() {
        clocks.forEach(clock -> passes.add(clock.drain()));
    }

    /** The vertices in the order of the network. */
    public List<VertexTime> times() {
        List<VertexTime> times = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            times.add(new VertexTime(names.get(i), median(i), median(names.size() + i)));
        }
        return times;
    }

    private double median(int place) {
        long[] sorted = passes.stream().mapToLong(pass -> pass[place]).sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[sorted.length / 2] / 1e9;
    }

    @Override
    public void close() {
        replicas.forEach(replica -> replica.time(null));
    }
}
