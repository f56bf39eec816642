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

/** A novel as one long text, character by character. */
public final class NextCharacterSource implements DatasetSource {
    private final DatasetDescriptor descriptor =
            new DatasetDescriptor("next-character", Task.NEXT_STEP, Novel.LICENCE, Novel.SOURCE, List.of());

    @Override
    public DatasetDescriptor descriptor() {
        return descriptor;
    }

    @Override
    public RawDataset read(Map<String, String> given) throws DatasetException {
        Options.of(descriptor, given);
        return new RawDataset(
                descriptor,
                Novel.read(),
                List.of(
                        new StepReference("tokenise", Map.of("into", "characters", "least", "20")),
                        StepReference.of("next-token")));
    }
}
