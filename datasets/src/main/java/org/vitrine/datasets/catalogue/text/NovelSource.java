package org.vitrine.datasets.catalogue.text;

import java.util.List;
import java.util.Map;
import org.vitrine.datasets.DatasetDescriptor;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.DatasetSource;
import org.vitrine.datasets.Options;
import org.vitrine.datasets.RawDataset;
import org.vitrine.datasets.Task;
import org.vitrine.graph.model.StepReference;

/** A novel as one long text, whose next piece is to be told. */
public final class NovelSource implements DatasetSource {
    private final DatasetDescriptor descriptor;
    private final List<StepReference> steps;

    private NovelSource(String id, List<StepReference> steps) {
        descriptor = new DatasetDescriptor(id, Task.NEXT_STEP, Novel.LICENCE, Novel.SOURCE, List.of());
        this.steps = steps;
    }

    /** Character by character. */
    public static NovelSource characters() {
        return new NovelSource(
                "next-character",
                List.of(
                        new StepReference("tokenise", Map.of("into", "characters", "least", "20")),
                        StepReference.of("next-token")));
    }

    /** Word by word. */
    public static NovelSource words() {
        return new NovelSource(
                "next-word",
                List.of(
                        StepReference.of("tokenise"),
                        new StepReference("next-token", Map.of("length", "32", "stride", "32"))));
    }

    @Override
    public DatasetDescriptor descriptor() {
        return descriptor;
    }

    @Override
    public RawDataset read(Map<String, String> given) throws DatasetException {
        Options.of(descriptor, given);
        return new RawDataset(descriptor, Novel.read(), steps);
    }
}
