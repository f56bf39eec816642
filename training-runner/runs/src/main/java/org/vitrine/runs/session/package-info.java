/** Questions to a trained model, answered by a session worker. */
@NullMarked
package org.vitrine.runs.session;

import org.jspecify.annotations.NullMarked;
