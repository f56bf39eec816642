package org.vitrine.datasets.catalogue.downloaded;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.vitrine.datasets.Content;
import org.vitrine.datasets.DatasetDescriptor;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.Example;
import org.vitrine.datasets.Examples;
import org.vitrine.datasets.Options;
import org.vitrine.datasets.RawDataset;
import org.vitrine.datasets.Stage;
import org.vitrine.datasets.Targets;
import org.vitrine.datasets.Value;
import org.vitrine.datasets.read.TextFile;
import org.vitrine.graph.model.StepReference;

/** One long text with its line ends, which matter in plays; the last two tenths validate and test. */
final class PlaysReading implements DownloadedSource.Reading {
    private static final double TRAIN = 0.8;
    private static final double VALIDATION = 0.1;

    @Override
    public RawDataset read(DatasetDescriptor descriptor, Options options, List<Path> files) throws DatasetException {
        String text = TextFile.read(files.get(0));
        if (text.length() < 100) {
            throw DownloadedSources.wrong(files.get(0), "has only " + text.length() + " characters");
        }
        int trainEnd = (int) (TRAIN * text.length());
        int validationEnd = (int) ((TRAIN + VALIDATION) * text.length());
        Stage stage = new Stage(
                new Content.Text(),
                Targets.NONE,
                part(text.substring(0, trainEnd)),
                part(text.substring(trainEnd, validationEnd)),
                part(text.substring(validationEnd)));
        return new RawDataset(
                descriptor,
                stage,
                List.of(
                        new StepReference("tokenise", Map.of("into", "characters", "least", "20")),
                        StepReference.of("next-token")));
    }

    private static Examples part(String text) {
        return Examples.of(List.of(Example.of(new Value.Text(text))));
    }
}
