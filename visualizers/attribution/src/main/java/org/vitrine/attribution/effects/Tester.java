package org.vitrine.attribution.effects;

import org.vitrine.datasets.Split;

/** A model that is tested on examples with their targets. */
@FunctionalInterface
public interface Tester {
    Quality test(Split examples);
}
