/** The Runs stage: every run on this machine, live or over. */
@NullMarked
package org.vitrine.app.runs;

import org.jspecify.annotations.NullMarked;
