package org.vitrine.worker.update;

import java.util.Map;
import java.util.Objects;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Gradient descent with classical momentum (Polyak 1964), which DL4J lacks: v = μ v + g, θ = θ - η v.
 *
 * @param momentum μ
 */
public record Momentum(
        @JsonProperty("rate") ISchedule rate,
        @JsonProperty("momentum") double momentum) implements IUpdater {
    @JsonCreator
    public Momentum {}

    @Override
    public long stateSize(long parameters) {
        return parameters;
    }

    @Override
    public GradientUpdater<Momentum> instantiate(INDArray state, boolean initialise) {
        INDArray flat = state.reshape(state.length());
        if (initialise) {
            flat.assign(0);
        }
        return new MomentumUpdater(this, flat);
    }

    @Override
    public GradientUpdater<Momentum> instantiate(Map<String, INDArray> state, boolean initialise) {
        return instantiate(Objects.requireNonNull(state.get(MomentumUpdater.VELOCITY)), initialise);
    }

    @Override
    public double getLearningRate(int iteration, int epoch) {
        return rate.valueAt(iteration, epoch);
    }

    @Override
    public boolean hasLearningRate() {
        return true;
    }

    @Override
    public void setLrAndSchedule(double newRate, ISchedule schedule) {
        throw new UnsupportedOperationException("The learning rate is part of the configuration");
    }

    @Override
    public Momentum clone() {
        return this;
    }
}
