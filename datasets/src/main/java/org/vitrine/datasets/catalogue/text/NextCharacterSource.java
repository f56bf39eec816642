package org.vitrine.datasets.catalogue.text;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.vitrine.datasets.Content;
import org.vitrine.datasets.DatasetDescriptor;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.DatasetSource;
import org.vitrine.datasets.Example;
import org.vitrine.datasets.Examples;
import org.vitrine.datasets.Options;
import org.vitrine.datasets.RawDataset;
import org.vitrine.datasets.Stage;
import org.vitrine.datasets.Targets;
import org.vitrine.datasets.Task;
import org.vitrine.datasets.Value;
import org.vitrine.datasets.catalogue.support.Resources;
import org.vitrine.graph.model.StepReference;

/**
 * A novel as one long text; validation and test are its last chapters, so that no character of theirs is trained on.
 */
public final class NextCharacterSource implements DatasetSource {
    private static final String PATH = "pride-and-prejudice/pride-and-prejudice.txt.gz";
    private static final int MOST_BYTES = 4_000_000;
    private static final double TRAIN = 0.8;
    private static final double VALIDATION = 0.1;

    private final DatasetDescriptor descriptor = new DatasetDescriptor(
            "next-character", Task.NEXT_STEP, "public domain", "Jane Austen, Pride and Prejudice, 1813", List.of());

    @Override
    public DatasetDescriptor descriptor() {
        return descriptor;
    }

    @Override
    public RawDataset read(Map<String, String> given) throws DatasetException {
        Options.of(descriptor, given);
        String text = text();
        int trainEnd = (int) (TRAIN * text.length());
        int validationEnd = (int) ((TRAIN + VALIDATION) * text.length());
        return new RawDataset(
                descriptor,
                new Stage(
                        new Content.Text(),
                        Targets.NONE,
                        part(text.substring(0, trainEnd)),
                        part(text.substring(trainEnd, validationEnd)),
                        part(text.substring(validationEnd))),
                List.of(
                        new StepReference("tokenise", Map.of("into", "characters", "least", "20")),
                        StepReference.of("next-token")));
    }

    private static Examples part(String text) {
        return Examples.of(List.of(Example.of(new Value.Text(text))));
    }

    /** The book with every run of blanks and line ends as one blank. */
    private static String text() throws DatasetException {
        try (InputStream in = new GZIPInputStream(new BufferedInputStream(Resources.open(PATH)))) {
            byte[] bytes = in.readNBytes(MOST_BYTES);
            return new String(bytes, StandardCharsets.UTF_8)
                    .replaceAll("\\s+", " ")
                    .strip();
        } catch (IOException e) {
            throw new DatasetException(
                    "The program's own file " + PATH + " can not be read: " + e.getMessage() + ".", e);
        }
    }
}
