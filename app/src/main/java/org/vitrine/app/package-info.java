/** The window, the settings and the command line, wired together. */
@NullMarked
package org.vitrine.app;

import org.jspecify.annotations.NullMarked;
