package org.vitrine.charts.preview;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import org.vitrine.charts.canvas.ChartRegion;
import org.vitrine.charts.canvas.Colors;
import org.vitrine.charts.canvas.Pictures;
import org.vitrine.charts.canvas.TextWidth;
import org.vitrine.charts.i18n.Messages;
import org.vitrine.charts.render.Argb;
import org.vitrine.charts.render.ColorMap;
import org.vitrine.charts.render.ColorScale;
import org.vitrine.charts.render.HeatmapImage;
import org.vitrine.charts.render.Palette;
import org.vitrine.charts.render.Raster;

/** An image in hard pixels, as large as fits, with boxes in the colours of their classes. */
public final class BoxedImage extends ChartRegion {
    /** No relevance is drawn here, so any scale does. */
    private static final ColorScale UNUSED = new ColorScale(ColorMap.GREYS, 0, 1);

    private static final double NAMES_FROM = 120;

    private final Canvas canvas = new Canvas();
    private final TextWidth texts = new TextWidth();
    private @Nullable Image image;
    private List<MarkedBox> boxes = List.of();

    public BoxedImage() {
        super("boxed-image");
        setMinSize(32, 32);
        setPrefSize(256, 256);
        getChildren().add(canvas);
        describe(() -> Messages.text("preview.image.describe", boxes.size()));
    }

    /** Shows an image, or nothing. */
    public void show(@Nullable Tile tile) {
        boxes = tile == null ? List.of() : tile.boxes();
        image = tile == null ? null : image(tile.image());
        requestLayout();
    }

    private static Image image(Raster raster) {
        return Pictures.image(HeatmapImage.render(raster, null, UNUSED, 0, false, raster.width(), raster.height()));
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, getWidth(), getHeight());
        if (image == null) {
            return;
        }
        double scale = Math.min(getWidth() / image.getWidth(), getHeight() / image.getHeight());
        double width = image.getWidth() * scale;
        double height = image.getHeight() * scale;
        double left = (getWidth() - width) / 2;
        double top = (getHeight() - height) / 2;
        g.setImageSmoothing(scale < 1);
        g.drawImage(image, left, top, width, height);
        List<Rectangle2D> taken = new ArrayList<>();
        for (MarkedBox box : boxes) {
            paint(g, box, left, top, width, height, taken);
        }
    }

    private void paint(
            GraphicsContext g,
            MarkedBox box,
            double left,
            double top,
            double width,
            double height,
            List<Rectangle2D> taken) {
        Color color = Colors.of(Palette.argb(box.type(), true));
        double x = left + box.left() * width;
        double y = top + box.top() * height;
        double w = box.width() * width;
        double h = box.height() * height;
        // A dark line behind the bright one: seen on any picture.
        g.setStroke(Color.rgb(0, 0, 0, 0.65));
        g.setLineWidth(width < NAMES_FROM ? 2.5 : 4);
        g.strokeRect(x, y, w, h);
        g.setStroke(color);
        g.setLineWidth(width < NAMES_FROM ? 1 : 2);
        g.strokeRect(x, y, w, h);
        if (width < NAMES_FROM || box.name().isEmpty()) {
            return;
        }
        Font font = Font.font(getFont().getFamily(), getFont().getSize() * 0.85);
        double tag = getFont().getSize() * 1.3;
        double tagWidth = texts.of(box.name(), font) + 8;
        double tagX = Math.max(left, Math.min(x - 1, left + width - tagWidth));
        double tagY = y - tag >= top ? y - tag : Math.min(y + h, top + height - tag);
        for (Rectangle2D other : taken) {
            if (other.intersects(tagX, tagY, tagWidth, tag)) {
                tagX = Math.min(other.getMaxX(), left + width - tagWidth);
            }
        }
        taken.add(new Rectangle2D(tagX, tagY, tagWidth, tag));
        g.setFill(color);
        g.fillRect(tagX, tagY, tagWidth, tag);
        g.setFill(Colors.of(Argb.textOn(Colors.argb(color))));
        g.setFont(font);
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.CENTER);
        g.fillText(box.name(), tagX + 4, tagY + tag / 2);
    }
}
