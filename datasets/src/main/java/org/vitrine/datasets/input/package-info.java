/** Inputs that are no examples of a data set: typed, drawn or chosen by a user, prepared by the pipeline of a trained model. */
@NullMarked
package org.vitrine.datasets.input;

import org.jspecify.annotations.NullMarked;
