package org.vitrine.charts.preview;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;
import org.vitrine.charts.canvas.ChartRegion;
import org.vitrine.charts.canvas.Pictures;
import org.vitrine.charts.canvas.PlotFrame;
import org.vitrine.charts.canvas.TextWidth;
import org.vitrine.charts.i18n.Messages;
import org.vitrine.charts.render.Axis;
import org.vitrine.charts.render.ColorMap;
import org.vitrine.charts.render.Percentiles;
import org.vitrine.charts.render.Picture;

/** How loud each frequency is over time: time to the right, frequency upward, loud is yellow. */
public final class SpectrogramView extends ChartRegion {
    private static final double QUIET_PERCENT = 5;
    private static final double LOUD_PERCENT = 99.5;

    private final Canvas canvas = new Canvas();
    private final TextWidth texts = new TextWidth();
    private final Label empty = new Label(Messages.text("preview.sound.empty"));
    private @Nullable Content content;
    private @Nullable Picture picture;

    /**
     * What is shown.
     *
     * @param levels [frequencies, frames], row 0 the lowest frequency; any unit that grows with loudness, best decibels
     * @param seconds length of the sound
     * @param highest frequency of the last row, or number of bands
     * @param rowName name of the vertical axis
     */
    public record Content(int rows, int frames, float[] levels, double seconds, double highest, String rowName) {
        public Content {
            if (rows < 1 || frames < 1 || levels.length != rows * frames) {
                throw new IllegalArgumentException(
                        rows + " frequencies at " + frames + " times cannot have " + levels.length + " levels");
            }
        }
    }

    public SpectrogramView() {
        super("spectrogram-view");
        setMinSize(160, 100);
        setPrefSize(480, 180);
        empty.getStyleClass().add("empty-text");
        getChildren().addAll(canvas, empty);
        describe(() -> Messages.text("preview.spectrogram.describe", content == null ? 0 : content.frames()));
    }

    /** Shows a spectrogram, or nothing. */
    public void show(@Nullable Content newContent) {
        content = newContent;
        picture = newContent == null ? null : picture(newContent);
        requestLayout();
    }

    private static Picture picture(Content content) {
        double quiet = Percentiles.of(QUIET_PERCENT, content.levels());
        double loud = Math.max(quiet + 1e-9, Percentiles.of(LOUD_PERCENT, content.levels()));
        int[] argb = new int[content.levels().length];
        for (int row = 0; row < content.rows(); row++) {
            for (int frame = 0; frame < content.frames(); frame++) {
                double level = content.levels()[(content.rows() - 1 - row) * content.frames() + frame];
                argb[row * content.frames() + frame] = ColorMap.VIRIDIS.argb((level - quiet) / (loud - quiet));
            }
        }
        return new Picture(content.frames(), content.rows(), argb);
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        empty.resizeRelocate(0, 0, getWidth(), getHeight());
        empty.setVisible(picture == null);
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, getWidth(), getHeight());
        Content shown = content;
        if (picture == null || shown == null) {
            return;
        }
        PlotFrame frame = PlotFrame.fit(
                Axis.linear(0, Math.max(1e-6, shown.seconds())),
                Axis.linear(0, Math.max(1e-6, shown.highest())),
                getWidth(),
                getHeight(),
                false);
        g.setImageSmoothing(false);
        g.drawImage(Pictures.image(picture), frame.left(), frame.top(), frame.width(), frame.height());
        frame.paint(g, this, texts, Messages.text("preview.seconds"), shown.rowName());
        // Grid lines were painted over the picture; it goes on top of them again.
        g.drawImage(Pictures.image(picture), frame.left(), frame.top(), frame.width(), frame.height());
    }
}
