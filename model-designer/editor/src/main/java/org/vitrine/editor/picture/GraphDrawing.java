package org.vitrine.editor.picture;

import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import org.vitrine.drawing.Anchor;
import org.vitrine.drawing.Colours;
import org.vitrine.drawing.Letters;
import org.vitrine.drawing.Pen;
import org.vitrine.drawing.Sheet;
import org.vitrine.drawing.Words;
import org.vitrine.editor.look.FamilyLook;
import org.vitrine.editor.look.NodeText;
import org.vitrine.editor.model.GraphState;
import org.vitrine.editor.model.NodeMetrics;
import org.vitrine.editor.model.Texts;
import org.vitrine.editor.plan.Box;
import org.vitrine.editor.plan.Plan;
import org.vitrine.editor.plan.Route.Piece;
import org.vitrine.editor.plan.Route.Point;
import org.vitrine.editor.plan.Spot;
import org.vitrine.editor.plan.Wire;
import org.vitrine.graph.layer.Family;

/** Draws nodes and edges as the canvas shows them, on any sheet. */
final class GraphDrawing {
    private static final String ICONS =
            "/META-INF/resources/materialdesign2/7.4.47/fonts/materialdesignicons-webfont.ttf";
    private static final double CORNER = 16;
    private static final double STRIPE = 5;
    private static final double ARROW = 9;
    private static final double ICON = 16;
    private static final double NAME = 13;
    private static final double SMALL = 11;

    private final GraphState state;
    private final Plan plan;
    private final Paper paper;
    private final Sheet sheet;
    private final Letters icons = Letters.read(ICONS);
    private final double dx;
    private final double dy;

    /** @param dx what is added to the graph's pixels across, {@code dy} down */
    GraphDrawing(GraphState state, Plan plan, Paper paper, Sheet sheet, double dx, double dy) {
        this.state = state;
        this.plan = plan;
        this.paper = paper;
        this.sheet = sheet;
        this.dx = dx;
        this.dy = dy;
    }

    void draw() {
        for (Wire wire : plan.wires()) {
            edge(wire);
        }
        for (Wire wire : plan.wires()) {
            label(wire);
        }
        for (Spot spot : plan.spots()) {
            node(spot);
        }
    }

    private void edge(Wire wire) {
        sheet.begin(wire.edge().from() + " \u2192 " + wire.edge().to());
        Path2D line = new Path2D.Double();
        line.moveTo(wire.route().startX() + dx, wire.route().startY() + dy);
        int rest = wire.route().pieces().size();
        for (Piece piece : wire.route().pieces()) {
            rest--;
            double cut = rest == 0 ? ARROW - 1 : 0;
            line.curveTo(
                    piece.c1x() + dx,
                    piece.c1y() + dy,
                    piece.c2x() + dx,
                    piece.c2y() + dy - cut,
                    piece.x() + dx,
                    piece.y() + dy - cut);
        }
        sheet.stroke(line, paper.line(), Pen.of(1.6));
        Piece end = wire.route().last();
        Path2D arrow = new Path2D.Double();
        arrow.moveTo(end.x() + dx, end.y() + dy);
        arrow.lineTo(end.x() + dx - ARROW * 0.45, end.y() + dy - ARROW);
        arrow.lineTo(end.x() + dx + ARROW * 0.45, end.y() + dy - ARROW);
        arrow.closePath();
        sheet.fill(arrow, paper.line());
        sheet.end();
    }

    private void label(Wire wire) {
        Box box = wire.labelBox();
        sheet.fill(new Rectangle2D.Double(box.left() + dx, box.top() + dy, box.width(), box.height()), paper.ground());
        sheet.write(new Words(
                wire.label(), box.centreX() + dx, box.centreY() + dy + 4, Anchor.MIDDLE, SMALL, false, paper.muted()));
    }

    private void node(Spot spot) {
        double x = spot.position().x() + dx;
        double y = spot.position().y() + dy;
        Family family = spot.node().layer().family();
        int color = Colours.argb(FamilyLook.color(family));
        NodeText text = NodeText.of(spot.node(), state);
        sheet.begin(spot.id().value());
        RoundRectangle2D body =
                new RoundRectangle2D.Double(x, y, NodeMetrics.WIDTH, NodeMetrics.HEIGHT, CORNER, CORNER);
        sheet.fill(body, 0xFFFFFFFF);
        Area stripe = new Area(body);
        stripe.intersect(new Area(new Rectangle2D.Double(x, y, STRIPE, NodeMetrics.HEIGHT)));
        sheet.fill(stripe, color);
        sheet.stroke(body, paper.border(), Pen.of(1));
        ports(spot);
        icon(family, x + 14, y + 8, color);
        texts(text, x + 14, y, x + NodeMetrics.WIDTH - 10);
        sheet.end();
    }

    private void icon(Family family, double x, double y, int color) {
        String code = new String(Character.toChars(FamilyLook.icon(family).getCode()));
        Path2D outline = icons.outline(code, 0, 0, ICON);
        Rectangle2D bounds = outline.getBounds2D();
        outline.transform(AffineTransform.getTranslateInstance(
                x + ICON / 2 - bounds.getCenterX(), y + ICON / 2 - bounds.getCenterY()));
        sheet.fill(outline, color);
    }

    private void texts(NodeText text, double left, double top, double right) {
        double nameLeft = left + ICON + 6;
        double aside = text.aside().isEmpty() ? 0 : sheet.width(text.aside(), SMALL, false) + 8;
        String name = text.repeat() > 1 ? text.name() + "  " + Texts.text("node.repeat", text.repeat()) : text.name();
        sheet.write(new Words(
                sheet.fitted(name, NAME, true, right - nameLeft - aside),
                nameLeft,
                top + 21,
                Anchor.START,
                NAME,
                true,
                paper.text()));
        if (aside > 0) {
            sheet.write(new Words(text.aside(), right, top + 20.5, Anchor.END, SMALL, false, paper.muted()));
        }
        sheet.write(new Words(
                sheet.fitted(text.second(), SMALL, false, right - left),
                left,
                top + 38,
                Anchor.START,
                SMALL,
                false,
                paper.text()));
        double count = text.parameters().isEmpty() ? 0 : sheet.width(text.parameters(), SMALL, false) + 8;
        sheet.write(new Words(
                sheet.fitted(text.shape(), SMALL, false, right - left - count),
                left,
                top + 53,
                Anchor.START,
                SMALL,
                false,
                paper.muted()));
        if (count > 0) {
            sheet.write(new Words(text.parameters(), right, top + 53, Anchor.END, SMALL, false, paper.muted()));
        }
    }

    private void ports(Spot spot) {
        for (int port : plan.connectedInputs(spot.id())) {
            port(spot.input(port), NodeMetrics.PORT_RADIUS);
        }
        if (plan.hasOutputEdge(spot.id())) {
            port(spot.output(), -NodeMetrics.PORT_RADIUS);
        }
    }

    private void port(Point rim, double inwards) {
        double radius = NodeMetrics.PORT_RADIUS - 1;
        sheet.fill(
                new Ellipse2D.Double(rim.x() + dx - radius, rim.y() + dy + inwards - radius, 2 * radius, 2 * radius),
                paper.line());
    }
}
