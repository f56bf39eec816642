package org.vitrine.worker.update;

import java.util.Map;
import java.util.Objects;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.GradientUpdater;

/** Turns gradients into updates with {@link Momentum}. */
final class MomentumUpdater implements GradientUpdater<Momentum> {
    static final String VELOCITY = "V";

    private final Momentum config;
    private INDArray velocity;

    MomentumUpdater(Momentum config, INDArray velocity) {
        this.config = config;
        this.velocity = velocity;
    }

    @Override
    public Momentum getConfig() {
        return config;
    }

    @Override
    public void setState(Map<String, INDArray> state, boolean initialise) {
        velocity = Objects.requireNonNull(state.get(VELOCITY));
    }

    @Override
    public Map<String, INDArray> getState() {
        return Map.of(VELOCITY, velocity);
    }

    @Override
    public void setStateViewArray(INDArray state, long[] gradientShape, char order, boolean initialise) {
        velocity = state.reshape(state.length());
        if (initialise) {
            velocity.assign(0);
        }
    }

    @Override
    public void applyUpdater(INDArray gradient, int iteration, int epoch) {
        velocity.muli(config.momentum()).addi(gradient);
        gradient.assign(velocity).muli(config.getLearningRate(iteration, epoch));
    }
}
