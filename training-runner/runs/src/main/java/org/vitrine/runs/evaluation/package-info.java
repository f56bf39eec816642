/** What a model scored on the test part: {@code evaluation.json}. */
@NullMarked
package org.vitrine.runs.evaluation;

import org.jspecify.annotations.NullMarked;
