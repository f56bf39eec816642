/** The Train stage: start and steer a run, watch its curves, read its test results. */
@NullMarked
package org.vitrine.app.train;

import org.jspecify.annotations.NullMarked;
