/** What workers report, one record a line of {@code events.jsonl}, named in the past tense. */
@NullMarked
package org.vitrine.runs.event;

import org.jspecify.annotations.NullMarked;
