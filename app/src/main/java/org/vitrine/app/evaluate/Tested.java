package org.vitrine.app.evaluate;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.RawDataset;
import org.vitrine.datasets.catalogue.DatasetCatalogue;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.Node;
import org.vitrine.runs.evaluation.TestEvaluation;
import org.vitrine.runs.store.RunDirectory;

/**
 * A run that was tested, with the data that it was tested on.
 *
 * @param raw the data before their steps, where metadata stand that no network sees; empty where they can not be read
 */
public record Tested(GraphDocument document, Dataset dataset, Optional<RawDataset> raw, TestEvaluation test) {

    /** Reads all of it, which may take seconds; empty if the run was not tested. */
    public static Optional<Tested> read(RunDirectory run, DatasetCatalogue catalogue)
            throws IOException, DatasetException {
        Optional<TestEvaluation> test = run.readEvaluation();
        if (test.isEmpty()) {
            return Optional.empty();
        }
        GraphDocument document = run.readDocument();
        return Optional.of(new Tested(document, run.loadData(catalogue), raw(document, catalogue), test.get()));
    }

    private static Optional<RawDataset> raw(GraphDocument document, DatasetCatalogue catalogue) {
        try {
            return Optional.of(catalogue.raw(document.data()));
        } catch (DatasetException e) {
            // The run keeps its prepared data; only the division by columns is lost.
            return Optional.empty();
        }
    }

    /** How many test examples there are. */
    public int size() {
        return dataset.test().size();
    }

    /** Ids of the layers whose values can be looked at, in their order. */
    public List<String> layers() {
        return document.flat().graph().topologicalOrder().stream()
                .skip(1)
                .map(Node::id)
                .map(Object::toString)
                .toList();
    }
}
