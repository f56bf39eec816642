/** The command line: the same engine without a window. The only place that prints. */
@NullMarked
package org.vitrine.app.cli;

import org.jspecify.annotations.NullMarked;
