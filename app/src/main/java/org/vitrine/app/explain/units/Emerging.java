package org.vitrine.app.explain.units;

import java.util.Optional;
import org.vitrine.datasets.Tensor;

/**
 * What there is of an input that is being made.
 *
 * @param share of the work that is done
 * @param input as the network takes it; empty while examples are looked at
 */
public record Emerging(double share, Optional<Tensor> input) {}
