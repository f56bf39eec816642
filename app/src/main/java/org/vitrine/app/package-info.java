/** The workbench: the window, the command line, and the wiring of both. */
@NullMarked
package org.vitrine.app;

import org.jspecify.annotations.NullMarked;
