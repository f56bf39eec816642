package org.vitrine.worker.network;

import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** All parameters of a network as one vector, and the state of its updater, if it has one. */
public record Weights(INDArray parameters, @Nullable INDArray updater) {}
