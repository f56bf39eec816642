/** Reports of runs as pictures and HTML, made without a window. */
@NullMarked
package org.vitrine.app.report;

import org.jspecify.annotations.NullMarked;
