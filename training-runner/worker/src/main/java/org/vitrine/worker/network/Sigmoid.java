package org.vitrine.worker.network;

/** 1 / (1 + e<sup>-z</sup>) without overflow. */
final class Sigmoid {
    private Sigmoid() {}

    static double of(double z) {
        return z >= 0 ? 1 / (1 + Math.exp(-z)) : Math.exp(z) / (1 + Math.exp(z));
    }
}
