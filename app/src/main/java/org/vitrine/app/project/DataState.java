package org.vitrine.app.project;

import org.vitrine.datasets.Dataset;
import org.vitrine.graph.model.DataReference;

/** Whether the document's data set is at hand. */
public sealed interface DataState {

    /** No document is open. */
    record None() implements DataState {}

    /** Being read or generated. */
    record Loading(DataReference reference) implements DataState {}

    /** At hand. */
    record Ready(DataReference reference, Dataset dataset) implements DataState {}

    /** Could not be read; the message says why and what to do. */
    record Failed(DataReference reference, String message) implements DataState {}
}
