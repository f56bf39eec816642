/** What the workbench asks of a worker, one record a line of {@code commands.jsonl}. */
@NullMarked
package org.vitrine.runs.command;

import org.jspecify.annotations.NullMarked;
