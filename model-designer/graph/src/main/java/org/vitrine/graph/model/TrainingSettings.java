package org.vitrine.graph.model;

import org.vitrine.graph.layer.Range;

/**
 * How a graph is trained.
 *
 * @param momentum for MOMENTUM and NESTEROV
 * @param scheduleFactor STEP and EXPONENTIAL: the factor on the learning rate every {@code scheduleEpochs} epochs;
 *     COSINE: the last learning rate as a share of the first
 * @param warmupIterations iterations over which the learning rate rises linearly from zero
 * @param weightDecay decoupled weight decay of ADAMW (Loshchilov and Hutter 2019)
 * @param patience epochs without a lower validation loss after which training ends (Prechelt 1998); 0 is off
 * @param restoreBest whether, with patience, training ends with the weights of the lowest validation loss
 */
public record TrainingSettings(
        @Range(min = 1, max = 100000) int epochs,
        @Range(min = 1, max = 65536) int batchSize,
        @Range(min = 0, max = 2147483647) long seed,
        Updater updater,
        @Range(min = 1e-8, max = 10, step = 0.001) double learningRate,
        @Range(min = 0, max = 0.999, step = 0.01) double momentum,
        Schedule schedule,
        @Range(min = 0, max = 1, step = 0.05) double scheduleFactor,
        @Range(min = 1, max = 10000) int scheduleEpochs,
        @Range(min = 0, max = 1000000) int warmupIterations,
        @Range(min = 0, max = 1, step = 0.0001) double l1,
        @Range(min = 0, max = 1, step = 0.0001) double l2,
        @Range(min = 0, max = 1, step = 0.001) double weightDecay,
        Clipping clipping,
        @Range(min = 1e-6, max = 1000, step = 0.1) double clippingThreshold,
        WeightInit weightInit,
        @Range(min = 0, max = 10000) int patience,
        boolean restoreBest) {

    /** Adam at 0.001, ten epochs, batches of 64. */
    public static final TrainingSettings DEFAULT = new TrainingSettings(
            10,
            64,
            42,
            Updater.ADAM,
            0.001,
            0.9,
            Schedule.CONSTANT,
            0.5,
            5,
            0,
            0,
            0,
            0.01,
            Clipping.NONE,
            1,
            WeightInit.XAVIER,
            0,
            true);
}
