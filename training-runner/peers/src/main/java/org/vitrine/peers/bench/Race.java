package org.vitrine.peers.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.vitrine.peers.ReferenceNet;

/** Slices of each engine on one network, one after the other in turns: slice {@code i} of all engines are neighbours in time. */
record Race(ReferenceNet net, Map<EngineKind, List<Slice>> slices) {
    private static final int ROUNDS = 5;
    private static final double WARM_UP_SECONDS = 5;
    private static final double SLICE_SECONDS = 2;

    /** All engines are alive from the start to the end, and wait while another trains. */
    static Race run(ReferenceNet net, Set<EngineKind> kinds, Path scratch) throws IOException {
        Map<EngineKind, Competitor> engines = new EnumMap<>(EngineKind.class);
        Map<EngineKind, List<Slice>> slices = new EnumMap<>(EngineKind.class);
        try {
            for (EngineKind kind : kinds) {
                Competitor engine = new Competitor(kind, net, scratch);
                engines.put(kind, engine);
                if (engine.train(WARM_UP_SECONDS).isPresent()) {
                    slices.put(kind, new ArrayList<>());
                }
            }
            List<EngineKind> order = new ArrayList<>(slices.keySet());
            for (int round = 0; round < ROUNDS; round++) {
                for (EngineKind kind : order) {
                    Slice slice = Objects.requireNonNull(engines.get(kind))
                            .train(SLICE_SECONDS)
                            .orElseThrow();
                    Objects.requireNonNull(slices.get(kind)).add(slice);
                }
                // Nobody is always behind the same engine.
                order.add(order.remove(0));
            }
        } finally {
            engines.values().forEach(Competitor::close);
        }
        return new Race(net, slices);
    }

    boolean has(EngineKind kind) {
        return slices.containsKey(kind);
    }

    /** Median over the rounds. */
    double median(EngineKind kind, ToDoubleFunction<Slice> measure) {
        return Medians.of(Objects.requireNonNull(slices.get(kind)).stream()
                .mapToDouble(measure)
                .toArray());
    }

    /** Median over the rounds of ours divided by the other's. */
    double ratio(EngineKind other, ToDoubleFunction<Slice> measure) {
        List<Slice> ours = Objects.requireNonNull(slices.get(EngineKind.VITRINE));
        List<Slice> theirs = Objects.requireNonNull(slices.get(other));
        double[] ratios = new double[ours.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = measure.applyAsDouble(ours.get(i)) / measure.applyAsDouble(theirs.get(i));
        }
        return Medians.of(ratios);
    }
}
