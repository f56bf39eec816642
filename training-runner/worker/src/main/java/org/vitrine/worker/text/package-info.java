/** Models that write: choosing the next token, and the sequence that belongs to another one. */
@NullMarked
package org.vitrine.worker.text;

import org.jspecify.annotations.NullMarked;
