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

/** A novel as one long text, word by word. */
public final class NextWordSource implements DatasetSource {
    private final DatasetDescriptor descriptor =
            new DatasetDescriptor("next-word", Task.NEXT_STEP, Novel.LICENCE, Novel.SOURCE, List.of());

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
                        StepReference.of("tokenise"),
                        new StepReference("next-token", Map.of("length", "32", "stride", "32"))));
    }
}
