/** The command line with real workers. */
@NullMarked
package org.vitrine.packaging.cli;

import org.jspecify.annotations.NullMarked;
