package org.vitrine.charts.render;

import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import org.vitrine.charts.format.Numbers;

/** Relevance of named features as bars in a picture on white, for reports; in the order given. */
public final class BarsImage {
    private static final int PAD = 16;
    private static final int ROW = 26;
    private static final int NUMBER = 70;

    private BarsImage() {}

    /** Draws one bar a feature; signed bars start in the middle. */
    public static Picture render(String title, List<String> names, float[] relevance, boolean signed, int width) {
        if (names.size() != relevance.length) {
            throw new IllegalArgumentException(names.size() + " names do not fit " + relevance.length + " values");
        }
        ColorScale scale = ColorScale.of(signed, relevance);
        int top = PAD + 28;
        BufferedImage canvas = new BufferedImage(width, top + ROW * names.size() + PAD, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = canvas.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, width, canvas.getHeight());
        g.setColor(new Color(0x1F2328));
        g.setFont(ReportFonts.bold(15));
        g.drawString(title, PAD, PAD + 12);
        g.setFont(ReportFonts.regular(13));
        FontMetrics metrics = g.getFontMetrics();
        int nameWidth = Math.min(
                width / 3, names.stream().mapToInt(metrics::stringWidth).max().orElse(0));
        int left = PAD + nameWidth + 12;
        int room = Math.max(10, width - left - NUMBER - PAD);
        double reach = 1e-30;
        for (float value : relevance) {
            reach = Math.max(reach, Math.abs(value));
        }
        int zero = signed ? left + room / 2 : left;
        double unit = (signed ? room / 2.0 : room) / reach;
        for (int i = 0; i < relevance.length; i++) {
            int y = top + i * ROW;
            int length = (int) Math.round(relevance[i] * unit);
            g.setColor(new Color(0x1F2328));
            g.drawString(names.get(i), PAD, y + metrics.getAscent() + 3);
            g.setColor(new Color(scale.argb(relevance[i])));
            g.fillRect(Math.min(zero, zero + length), y + 4, Math.abs(length), ROW - 8);
            g.setColor(new Color(0xAFB8C1));
            g.drawRect(Math.min(zero, zero + length), y + 4, Math.abs(length), ROW - 8);
            g.setColor(new Color(0x656D76));
            g.drawString(Numbers.signed(relevance[i], 3), left + room + 8, y + metrics.getAscent() + 3);
        }
        g.setColor(new Color(0x656D76));
        g.drawLine(zero, top, zero, top + ROW * relevance.length);
        g.dispose();
        return Picture.of(canvas);
    }
}
