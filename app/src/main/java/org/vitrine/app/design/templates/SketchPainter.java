package org.vitrine.app.design.templates;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import org.vitrine.app.design.templates.GraphSketch.Dot;
import org.vitrine.app.design.templates.GraphSketch.Line;
import org.vitrine.charts.render.Picture;
import org.vitrine.editor.look.FamilyLook;

/** Paints the sketch of a graph on nothing, in colours that stand out on light and dark paper. */
final class SketchPainter {
    /** Pixels of a picture for one on the screen, so that it stays sharp on fine screens. */
    static final int DENSITY = 2;

    private static final Color LINE = new Color(0x8B949E);
    private static final double LARGEST = 26 * DENSITY;
    private static final double BODY = 0.62;
    private static final double MARGIN = 0.6;
    private static final double STACKED = 0.14;

    private SketchPainter() {}

    static Picture paint(GraphSketch sketch, int width, int height) {
        int w = width * DENSITY;
        int h = height * DENSITY;
        BufferedImage image = new BufferedImage(w, h, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        double fitting = Math.min(w / (sketch.width() + 2 * MARGIN), h / (sketch.height() + 2 * MARGIN));
        double unit = Math.min(fitting, LARGEST / BODY);
        double left = (w - unit * sketch.width()) / 2;
        double top = (h - unit * sketch.height()) / 2;
        g.setColor(LINE);
        g.setStroke(new BasicStroke((float) Math.max(1.5, unit * 0.06)));
        for (Line line : sketch.lines()) {
            g.draw(curve(sketch.dots().get(line.from()), sketch.dots().get(line.to()), unit, left, top));
        }
        sketch.dots().forEach(dot -> body(g, dot, unit, left, top));
        g.dispose();
        return new Picture(w, h, image.getRGB(0, 0, w, h, null, 0, w));
    }

    /** Straight between neighbours; around what lies between in the same row. */
    private static Path2D curve(Dot from, Dot to, double unit, double left, double top) {
        double x0 = left + unit * from.x();
        double y0 = top + unit * from.y();
        double x1 = left + unit * to.x();
        double y1 = top + unit * to.y();
        Path2D path = new Path2D.Double();
        path.moveTo(x0, y0);
        if (from.y() == to.y() && to.x() - from.x() > 1.5) {
            double bow = Math.min(0.75, 0.3 + 0.08 * (to.x() - from.x())) * unit;
            path.curveTo(x0 + unit * 0.4, y0 - bow, x1 - unit * 0.4, y1 - bow, x1, y1);
        } else {
            double half = (x1 - x0) / 2;
            path.curveTo(x0 + half, y0, x1 - half, y1, x1, y1);
        }
        return path;
    }

    private static void body(Graphics2D g, Dot dot, double unit, double left, double top) {
        Color color = Color.decode(FamilyLook.color(dot.family()));
        double side = unit * BODY;
        int copies = Math.min(3, dot.repeat());
        for (int copy = copies - 1; copy >= 0; copy--) {
            double shift = copy * unit * STACKED;
            double x = left + unit * dot.x() - side / 2 + shift;
            double y = top + unit * dot.y() - side / 2 - shift;
            RoundRectangle2D box = new RoundRectangle2D.Double(x, y, side, side, side * 0.35, side * 0.35);
            g.setColor(copy == 0 ? color : color.darker());
            g.fill(box);
        }
    }
}
