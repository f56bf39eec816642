package org.vitrine.graph.layer;

/** Mean squared error, mean absolute error, or Huber's loss between them. */
public enum RegressionLoss {
    MSE,
    MAE,
    HUBER
}
