package org.vitrine.app.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.geometry.Rectangle2D;
import org.vitrine.app.explain.Records;
import org.vitrine.app.shared.WordSteps;
import org.vitrine.charts.render.BarsImage;
import org.vitrine.charts.render.ColorScale;
import org.vitrine.charts.render.HeatmapImage;
import org.vitrine.charts.render.Picture;
import org.vitrine.charts.render.Raster;
import org.vitrine.charts.render.Relevance;
import org.vitrine.charts.render.TokensImage;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.Presentation;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.Vocabulary;
import org.vitrine.drawing.Figure;
import org.vitrine.drawing.Print;
import org.vitrine.drawing.Theme;

/** Relevance over an example as a picture: over the pixels of an image, the tokens of a text or the columns of a row. */
public final class RelevancePicture {
    private static final double OPACITY = 0.75;
    private static final int SIDE = 360;
    private static final int TEXT_WIDTH = 640;
    private static final int RECORD_HEIGHT = 220;

    private RelevancePicture() {}

    /**
     * Draws with title and legend.
     *
     * @param example a batch of one
     * @param words of a text as it is written, which the network may not all know; empty for its tokens
     * @param relevance [channels or 1, height, width], [time] or [features]
     */
    public static Picture of(
            Dataset dataset, Batch example, List<String> words, Tensor relevance, boolean signed, String title) {
        Presentation presentation = dataset.presentation();
        Optional<Tensor> shown = presentation.image(example.inputs().row(0));
        if (shown.isPresent()) {
            return HeatmapImage.withLegend(
                    title, Raster.of(shown.get()), Relevance.of(relevance, signed), OPACITY, false, SIDE);
        }
        if (presentation instanceof Presentation.Text text) {
            List<String> shownWords = words.isEmpty() ? tokens(text.vocabulary(), example) : words;
            float[] values = WordSteps.values(example.inputs().row(0), relevance, shownWords.size());
            return TokensImage.render(title, shownWords, values, signed, TEXT_WIDTH);
        }
        if (presentation instanceof Presentation.Series || presentation instanceof Presentation.Sound) {
            Figure record = Records.figure(presentation, example.inputs().row(0), relevance, signed);
            return Picture.of(new Print(title, TEXT_WIDTH, RECORD_HEIGHT, Theme.WHITE, record).image(1));
        }
        List<String> names = presentation instanceof Presentation.Pair pair
                ? tokens(pair.vocabulary(), example)
                : presentation.columnNames();
        return BarsImage.render(
                title,
                names.size() == relevance.size() ? names : numbered(relevance.size()),
                relevance.values(),
                signed,
                TEXT_WIDTH);
    }

    /**
     * An image as it is; texts and tables are shown with their relevance anyway.
     *
     * @param mark a part that is framed, in shares of the width and the height
     */
    static Optional<Picture> input(Dataset dataset, Batch example, Optional<Rectangle2D> mark) {
        return dataset.presentation().image(example.inputs().row(0)).map(shown -> {
            Raster image = Raster.of(shown);
            int height = Math.max(1, SIDE * image.height() / image.width());
            ColorScale unused = ColorScale.of(false, new float[] {1});
            Picture plain = HeatmapImage.render(image, null, unused, 0, false, SIDE, height);
            return mark.map(part -> framed(plain, part)).orElse(plain);
        });
    }

    /** White on black is seen on any picture. */
    private static Picture framed(Picture picture, Rectangle2D part) {
        BufferedImage image = picture.buffered();
        Graphics2D g = image.createGraphics();
        java.awt.geom.Rectangle2D box = new java.awt.geom.Rectangle2D.Double(
                part.getMinX() * picture.width(),
                part.getMinY() * picture.height(),
                part.getWidth() * picture.width(),
                part.getHeight() * picture.height());
        g.setColor(Color.BLACK);
        g.setStroke(new BasicStroke(5));
        g.draw(box);
        g.setColor(Color.WHITE);
        g.setStroke(new BasicStroke(2));
        g.draw(box);
        g.dispose();
        return Picture.of(image);
    }

    /** The tokens of a text without the padding at its end. */
    static List<String> tokens(Vocabulary vocabulary, Batch example) {
        float[] ids = example.inputs().values();
        int length = ids.length;
        Tensor mask = example.mask();
        while (length > 1
                && (mask == null ? (int) ids[length - 1] == Vocabulary.PADDING : mask.values()[length - 1] == 0)) {
            length--;
        }
        List<String> tokens = new ArrayList<>();
        for (float id : Arrays.copyOf(ids, length)) {
            tokens.add(vocabulary.token((int) id));
        }
        return tokens;
    }

    /** Time steps have no names. */
    private static List<String> numbered(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(Integer::toString).toList();
    }
}
