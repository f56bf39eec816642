package org.vitrine.charts.render;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import org.vitrine.charts.format.Numbers;

/** A text as a picture on white, for reports: each token on the colour of its relevance. */
public final class TokensImage {
    private static final int PAD = 16;
    private static final int GAP = 4;
    private static final int LINE = 30;
    private static final int BAR = 160;

    private TokensImage() {}

    /** Draws tokens in lines, at most {@code width} pixels wide where the title allows, and the colour bar with its values below. */
    public static Picture render(String title, List<String> tokens, float[] relevance, boolean signed, int width) {
        if (tokens.size() > relevance.length) {
            throw new IllegalArgumentException(tokens.size() + " tokens need as many values, not " + relevance.length);
        }
        ColorScale scale = ColorScale.of(signed, Arrays.copyOf(relevance, tokens.size()));
        Font font = ReportFonts.regular(15);
        Graphics2D probe = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
        FontMetrics metrics = probe.getFontMetrics(font);
        int titleWidth = probe.getFontMetrics(ReportFonts.bold(15)).stringWidth(title);
        probe.dispose();
        int[] xs = new int[tokens.size()];
        int[] ys = new int[tokens.size()];
        int used = Math.max(PAD + BAR, PAD + titleWidth);
        int x = PAD;
        int y = PAD + 30;
        for (int i = 0; i < tokens.size(); i++) {
            int size = metrics.stringWidth(tokens.get(i)) + 2 * GAP;
            if (x > PAD && x + size > width - PAD) {
                x = PAD;
                y += LINE;
            }
            xs[i] = x;
            ys[i] = y;
            used = Math.max(used, x + size);
            x += size + GAP;
        }
        int barTop = y + LINE + 12;
        BufferedImage canvas = new BufferedImage(used + PAD, barTop + 14 + 24 + PAD, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = canvas.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, canvas.getWidth(), canvas.getHeight());
        g.setColor(new Color(0x1F2328));
        g.setFont(ReportFonts.bold(15));
        g.drawString(title, PAD, PAD + 12);
        g.setFont(font);
        for (int i = 0; i < tokens.size(); i++) {
            int color = scale.argb(relevance[i]);
            g.setColor(new Color(color));
            g.fillRect(xs[i], ys[i], metrics.stringWidth(tokens.get(i)) + 2 * GAP, LINE - 6);
            g.setColor(new Color(Argb.textOn(color)));
            g.drawString(tokens.get(i), xs[i] + GAP, ys[i] + metrics.getAscent() + 2);
        }
        legend(g, scale, barTop);
        g.dispose();
        return Picture.of(canvas);
    }

    private static void legend(Graphics2D g, ColorScale scale, int top) {
        for (int i = 0; i < BAR; i++) {
            g.setColor(new Color(scale.map().argb((i + 0.5) / BAR)));
            g.drawLine(PAD + i, top, PAD + i, top + 11);
        }
        g.setColor(new Color(0x656D76));
        g.setFont(ReportFonts.regular(12));
        String high = Numbers.signed(scale.max(), 3);
        g.drawString(Numbers.signed(scale.min(), 3), PAD, top + 28);
        g.drawString(high, PAD + BAR - g.getFontMetrics().stringWidth(high), top + 28);
    }
}
