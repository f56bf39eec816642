package org.vitrine.attribution.credibility;

import java.util.List;
import org.vitrine.attribution.DifferentiableModel;

/** The model again, with layers whose parameters were drawn anew as if it had never been trained. */
public interface RandomisedModels {

    /** Names of the layers that have parameters, from the output down to the input. */
    List<String> layers();

    /** The model with the first {@code count} of these layers randomised and the others as trained; good until the next call. */
    DifferentiableModel randomised(int count, long seed);
}
