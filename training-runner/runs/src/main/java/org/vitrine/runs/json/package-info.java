/** Lines of JSON in append-only files: the one mapper, the one appender, the one reader. */
@NullMarked
package org.vitrine.runs.json;

import org.jspecify.annotations.NullMarked;
