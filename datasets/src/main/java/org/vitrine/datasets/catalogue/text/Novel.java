package org.vitrine.datasets.catalogue.text;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.vitrine.datasets.Content;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.Example;
import org.vitrine.datasets.Examples;
import org.vitrine.datasets.Stage;
import org.vitrine.datasets.Targets;
import org.vitrine.datasets.Value;
import org.vitrine.datasets.catalogue.support.Resources;

/** "Pride and Prejudice": validation and test are its last chapters, so that nothing of theirs is trained on. */
final class Novel {
    static final String LICENCE = "public domain";
    static final String SOURCE = "Jane Austen, Pride and Prejudice, 1813";
    private static final String PATH = "pride-and-prejudice/pride-and-prejudice.txt.gz";
    private static final int MOST_BYTES = 4_000_000;
    private static final double TRAIN = 0.8;
    private static final double VALIDATION = 0.1;

    private Novel() {}

    /** Each part as one text. */
    static Stage read() throws DatasetException {
        String text = text();
        int trainEnd = (int) (TRAIN * text.length());
        int validationEnd = (int) ((TRAIN + VALIDATION) * text.length());
        return new Stage(
                new Content.Text(),
                Targets.NONE,
                part(text.substring(0, trainEnd)),
                part(text.substring(trainEnd, validationEnd)),
                part(text.substring(validationEnd)));
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
