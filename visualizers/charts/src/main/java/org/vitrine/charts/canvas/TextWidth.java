package org.vitrine.charts.canvas;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** Widths of short texts in one font, remembered: measuring is slow and axes repeat their labels each frame. */
public final class TextWidth {
    private static final int MOST = 500;

    private final Map<String, Double> widths = new HashMap<>();
    private final Text probe = new Text();
    private Font font = Font.getDefault();

    /** Width in pixels. */
    public double of(String text, Font in) {
        if (!in.equals(font) || widths.size() > MOST) {
            widths.clear();
            font = in;
        }
        return widths.computeIfAbsent(text, t -> {
            probe.setFont(font);
            probe.setText(t);
            return probe.getLayoutBounds().getWidth();
        });
    }
}
