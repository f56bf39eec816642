package org.vitrine.charts.credibility;

import java.util.List;
import org.vitrine.drawing.Anchor;
import org.vitrine.drawing.Colours;
import org.vitrine.drawing.Figure;
import org.vitrine.drawing.Sheet;
import org.vitrine.drawing.Theme;
import org.vitrine.drawing.Words;

/**
 * How often each verdict was given, metric by metric: a bar for each, with the counts in its parts.
 *
 * @param words the names of the verdicts, in the order of {@link Light}
 */
public record VerdictBars(List<String> words, List<Bar> bars) implements Figure {
    /** From the best on, as counts are. */
    private static final List<Light> LIGHTS = List.of(Light.values());

    private static final double EDGE = 12;
    private static final double SIZE = 11;
    private static final double KEYS = 26;
    private static final double MOST = 30;
    private static final double NAMES = 0.3;

    /** One metric; counts in the order of {@link Light}. */
    public record Bar(String title, List<Integer> counts) {
        public Bar {
            counts = List.copyOf(counts);
        }
    }

    public VerdictBars {
        words = List.copyOf(words);
        bars = List.copyOf(bars);
    }

    @Override
    public void draw(Sheet sheet, double width, double height, Theme theme) {
        keys(sheet, theme);
        double left = EDGE + NAMES * width;
        double room = width - left - EDGE;
        double each = Math.min(MOST, (height - KEYS - EDGE) / Math.max(1, bars.size()));
        for (int i = 0; i < bars.size(); i++) {
            bar(sheet, theme, bars.get(i), left, KEYS + i * each, room, each);
        }
    }

    private void keys(Sheet sheet, Theme theme) {
        double x = EDGE;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            sheet.fillBox(x, KEYS / 2 - SIZE / 2 - 1, SIZE, SIZE, LIGHTS.get(i).argb(theme.dark()));
            sheet.write(
                    new Words(word, x + SIZE + 5, KEYS / 2 + SIZE / 3 - 1, Anchor.START, SIZE, false, theme.text()));
            x += SIZE + 5 + sheet.width(word, SIZE, false) + 14;
        }
    }

    private static void bar(Sheet sheet, Theme theme, Bar bar, double left, double top, double room, double each) {
        sheet.begin(bar.title());
        double middle = top + each / 2;
        String name = sheet.fitted(bar.title(), SIZE, false, left - EDGE - 8);
        sheet.write(new Words(name, left - 8, middle + SIZE / 3, Anchor.END, SIZE, false, theme.text()));
        double all = bar.counts().stream().mapToInt(Integer::intValue).sum();
        double x = left;
        for (int i = 0; i < bar.counts().size(); i++) {
            int count = bar.counts().get(i);
            double part = all == 0 ? 0 : room * count / all;
            Light light = LIGHTS.get(i);
            sheet.fillBox(x, top + 3, part, each - 6, Colours.withOpacity(light.argb(theme.dark()), 0.85));
            String text = Integer.toString(count);
            if (count > 0 && part > sheet.width(text, SIZE, true) + 4) {
                sheet.write(new Words(
                        text,
                        x + part / 2,
                        middle + SIZE / 3,
                        Anchor.MIDDLE,
                        SIZE,
                        true,
                        theme.dark() ? 0xFF0D1117 : 0xFFFFFFFF));
            }
            x += part;
        }
        sheet.end();
    }
}
