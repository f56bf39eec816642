package org.vitrine.charts.render;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import org.jspecify.annotations.Nullable;
import org.vitrine.charts.format.Numbers;

/** Draws an image with relevance over it. */
public final class HeatmapImage {
    private static final int PAD = 16;
    private static final int BAR = 14;

    private HeatmapImage() {}

    /**
     * The image under the map. The map may be coarser than the image: both are stretched over the whole picture.
     *
     * @param image null draws the map alone
     * @param relevance null draws the image alone
     * @param opacity of the map, from 0 to 1
     * @param smooth bilinear, else hard pixels; the image itself always keeps hard pixels
     */
    public static Picture render(
            @Nullable Raster image,
            @Nullable Relevance relevance,
            ColorScale scale,
            double opacity,
            boolean smooth,
            int width,
            int height) {
        int[] argb = new int[width * height];
        double share = image == null ? 1 : Math.max(0, Math.min(1, opacity));
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int color =
                        image == null ? 0xFFFFFFFF : image.argb(y * image.height() / height, x * image.width() / width);
                if (relevance != null && share > 0) {
                    color = Argb.mix(color, scale.argb(value(relevance, smooth, x, y, width, height)), share);
                }
                argb[y * width + x] = color;
            }
        }
        return new Picture(width, height, argb);
    }

    private static float value(Relevance map, boolean smooth, int x, int y, int width, int height) {
        if (!smooth) {
            return map.at(y * map.height() / height, x * map.width() / width);
        }
        double row = (y + 0.5) * map.height() / height - 0.5;
        double column = (x + 0.5) * map.width() / width - 0.5;
        return map.between(row, column);
    }

    /**
     * A picture for a report: title, heatmap and colour bar with its values on white.
     *
     * @param side the longer side of the heatmap, in pixels
     */
    public static Picture withLegend(
            String title, @Nullable Raster image, Relevance relevance, double opacity, boolean smooth, int side) {
        return withLegend(title, image, relevance, relevance.scale(), opacity, smooth, side);
    }

    /** The same in the colours of a scale that other maps share. */
    public static Picture withLegend(
            String title,
            @Nullable Raster image,
            Relevance relevance,
            ColorScale scale,
            double opacity,
            boolean smooth,
            int side) {
        double aspect = image == null
                ? (double) relevance.width() / relevance.height()
                : (double) image.width() / image.height();
        int mapWidth = (int) Math.max(1, Math.round(aspect >= 1 ? side : side * aspect));
        int mapHeight = (int) Math.max(1, Math.round(aspect >= 1 ? side / aspect : side));
        Font font = ReportFonts.regular(13);
        Font titleFont = ReportFonts.bold(15);
        String[] labels = {Numbers.signed(scale.max(), 3), Numbers.signed(scale.min(), 3)};
        BufferedImage probe = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
        Graphics2D measure = probe.createGraphics();
        FontMetrics metrics = measure.getFontMetrics(font);
        int labelWidth = Math.max(metrics.stringWidth(labels[0]), metrics.stringWidth(labels[1]));
        int titleWidth = measure.getFontMetrics(titleFont).stringWidth(title);
        measure.dispose();

        int top = PAD + 28;
        int width = Math.max(PAD + mapWidth + PAD + BAR + 6 + labelWidth + PAD, titleWidth + 2 * PAD);
        BufferedImage canvas = new BufferedImage(width, top + mapHeight + PAD, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = canvas.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, canvas.getWidth(), canvas.getHeight());
        g.setColor(new Color(0x1F2328));
        g.setFont(titleFont);
        g.drawString(title, PAD, PAD + 14);
        Picture map = render(image, relevance, scale, opacity, smooth, mapWidth, mapHeight);
        g.drawImage(map.buffered(), PAD, top, null);

        int barLeft = PAD + mapWidth + PAD;
        for (int y = 0; y < mapHeight; y++) {
            g.setColor(new Color(scale.map().argb(1 - (y + 0.5) / mapHeight)));
            g.drawLine(barLeft, top + y, barLeft + BAR - 1, top + y);
        }
        g.setColor(new Color(0xD0D7DE));
        g.drawRect(PAD, top, mapWidth - 1, mapHeight - 1);
        g.drawRect(barLeft, top, BAR - 1, mapHeight - 1);
        g.setColor(new Color(0x1F2328));
        g.setFont(font);
        int textLeft = barLeft + BAR + 6;
        g.drawString(labels[0], textLeft, top + metrics.getAscent());
        g.drawString(labels[1], textLeft, top + mapHeight - metrics.getDescent());
        if (scale.signed() && mapHeight > 4 * metrics.getHeight()) {
            g.drawString("0", textLeft, top + (mapHeight + metrics.getAscent()) / 2);
        }
        g.dispose();
        return Picture.of(canvas);
    }
}
