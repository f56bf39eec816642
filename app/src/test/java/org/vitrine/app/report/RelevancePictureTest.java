package org.vitrine.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vitrine.charts.render.Picture;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.catalogue.DatasetCatalogue;
import org.vitrine.graph.json.DocumentJson;

class RelevancePictureTest {
    private static Dataset dataset(String example) throws Exception {
        return DatasetCatalogue.builtIn()
                .load(DocumentJson.read(Path.of("..", "examples", example + ".vitrine"))
                        .data());
    }

    @Test
    void wordsThatTheNetworkDoesNotKnowAreShownAsTheyAreWritten() throws Exception {
        Dataset reviews = dataset("transformer-sentiment");
        int example = IntStream.range(0, reviews.test().size())
                .filter(i -> RelevancePicture.tokens(
                                ((org.vitrine.datasets.Presentation.Text) reviews.presentation()).vocabulary(),
                                reviews.test().example(i))
                        .contains("<unk>"))
                .findFirst()
                .orElseThrow();
        Batch batch = reviews.test().example(example);
        Tensor relevance = Tensor.zeros(batch.inputs().row(0).size());
        Picture written =
                RelevancePicture.of(reviews, batch, reviews.test().words(example), relevance, true, "Gradient");
        Picture tokens = RelevancePicture.of(reviews, batch, List.of(), relevance, true, "Gradient");
        assertThat(Arrays.equals(written.argb(), tokens.argb())).isFalse();
    }

    @Test
    void recordsAreLinesOverTheirRelevance() throws Exception {
        Dataset co2 = dataset("gru-co2");
        float[] steps = new float[24];
        steps[23] = 1;
        Picture picture =
                RelevancePicture.of(co2, co2.test().example(0), List.of(), Tensor.of(steps, 24), true, "Gradient");
        picture.writePng(Path.of("target", "screenshots", "relevance-record.png"));
        // The last step alone is red.
        int y = picture.height() / 2;
        assertThat(reddish(picture, picture.width() - 16, y)).isTrue();
        assertThat(reddish(picture, 200, y)).isFalse();
    }

    @Test
    void whatIsReadColumnByColumnHasItsRelevanceOverWholeColumns() throws Exception {
        Dataset strips = dataset("ctc-digit-strips");
        Batch strip = strips.test().example(0);
        int steps = strip.inputs().row(0).shape()[1];
        float[] relevance = new float[steps];
        relevance[steps - 1] = 1;
        Picture picture = RelevancePicture.of(strips, strip, List.of(), Tensor.of(relevance, steps), true, "Gradient");
        picture.writePng(Path.of("target", "screenshots", "relevance-strip.png"));
        int right = 16 + 359;
        assertThat(reddish(picture, right - 2, 50)).isTrue();
        assertThat(reddish(picture, right - 2, picture.height() - 20)).isTrue();
        assertThat(reddish(picture, right - 40, 50)).isFalse();
    }

    private static boolean reddish(Picture picture, int x, int y) {
        int argb = picture.argb()[y * picture.width() + x];
        return (argb >> 16 & 0xFF) > (argb & 0xFF) + 20;
    }
}
