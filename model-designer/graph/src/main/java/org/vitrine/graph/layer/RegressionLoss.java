package org.vitrine.graph.layer;

/** Mean squared error or mean absolute error. */
public enum RegressionLoss {
    MSE,
    MAE
}
