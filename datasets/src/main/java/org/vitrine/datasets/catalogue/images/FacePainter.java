package org.vitrine.datasets.catalogue.images;

import org.vitrine.datasets.random.Draw;

/** Draws a person at a moment: [3, 48, 48]. Within, lengths are in halves of a head from its middle. */
final class FacePainter {
    static final int SIDE = 48;

    private static final double[] LIGHT_SKIN = {0.98, 0.84, 0.73};
    private static final double[] DARK_SKIN = {0.36, 0.22, 0.15};
    private static final double[][] HAIR = {
        {0.08, 0.07, 0.07}, {0.3, 0.18, 0.1}, {0.62, 0.3, 0.13}, {0.85, 0.7, 0.4}, {0.72, 0.72, 0.72}
    };
    private static final double[][] IRIS = {{0.25, 0.15, 0.08}, {0.35, 0.45, 0.3}, {0.3, 0.5, 0.75}};
    private static final double[] WHITE = {0.95, 0.95, 0.93};
    private static final double[] BLACK = {0.08, 0.08, 0.1};

    private final Person person;
    private final Moment moment;
    private final Canvas canvas = new Canvas(3, SIDE);
    private final double cos;
    private final double sin;
    private final double[] skin;
    private final double[] hair;
    private final Field head;

    private FacePainter(Person person, Moment moment) {
        this.person = person;
        this.moment = moment;
        this.cos = StrictMath.cos(moment.roll());
        this.sin = StrictMath.sin(moment.roll());
        this.skin = mix(LIGHT_SKIN, DARK_SKIN, person.skin());
        this.hair = along(HAIR, person.hair().color());
        Field oval = Field.ellipse(0, 0, person.width(), person.height());
        this.head = (x, y) -> oval.at(y > 0 ? x / (1 - person.jaw() * y * y) : x, y);
    }

    /** The pixels of one picture. */
    static float[] paint(Person person, double difficulty, Draw draw) {
        Moment moment = Moment.of(difficulty, draw);
        FacePainter painter = new FacePainter(person, moment);
        painter.surroundings();
        painter.behind();
        painter.paint(painter.head, 1, painter.skin);
        painter.beard();
        painter.mouth();
        painter.nose();
        painter.eye(-1);
        painter.eye(1);
        painter.glasses();
        painter.hair();
        painter.canvas.times((x, y) -> painter.light(x, y));
        painter.canvas.grain(0.03 * difficulty, draw);
        return painter.canvas.pixels();
    }

    private void surroundings() {
        double[][] ends = moment.background();
        canvas.fill((x, y) -> {
            double share = 0.5 + (ends[2][0] * (x - SIDE / 2.0) + ends[2][1] * (y - SIDE / 2.0)) / SIDE;
            return mix(ends[0], ends[1], Math.max(0, Math.min(1, share)));
        });
    }

    /** Shoulders, neck, ears, and hair that falls behind them. */
    private void behind() {
        paint(Field.ellipse(0, 1.85, 1.25, 0.75), 1, moment.shirt());
        if (person.hair().cut() == Person.Cut.LONG) {
            double wide = person.width() + 0.2;
            paint(
                    Field.ellipse(0, -0.1, wide, 1.1)
                            .or(Field.line(0.3, 0.3 - wide, 0, 0.3 - wide, 0.95))
                            .or(Field.line(0.3, wide - 0.3, 0, wide - 0.3, 0.95)),
                    1,
                    hair);
        }
        paint(Field.line(0.33, 0, 0.6, 0, 1.2), 1, times(skin, 0.85));
        for (int side = -1; side <= 1; side += 2) {
            double x = side * person.width() - 0.12 * moment.yaw();
            paint(Field.ellipse(x, 0, person.ears(), 1.5 * person.ears()), 1, times(skin, 0.92));
        }
    }

    private void beard() {
        Field lower = head.and((x, y) -> person.mouthLine() - 0.22 - y - 0.5 * Math.max(0, Math.abs(x) - 0.25));
        double middle = turned(0, 0.3);
        switch (person.beard()) {
            case NONE -> {}
            case STUBBLE -> paint(lower, 0.3, hair);
            case FULL -> paint(lower, 0.95, hair);
            case MOUSTACHE ->
                paint(Field.ellipse(middle, person.mouthLine() - 0.12, person.mouthWidth(), 0.08), 1, hair);
        }
    }

    private void mouth() {
        double middle = turned(0, 0.3);
        double width = person.mouthWidth() * (1 + 0.25 * Math.max(0, moment.smile()));
        double y = person.mouthLine();
        double corner = y - 0.12 * moment.smile();
        double[] curve = {
            middle - width,
            corner,
            middle - width / 2,
            y - 0.03 * moment.smile(),
            middle,
            y,
            middle + width / 2,
            y - 0.03 * moment.smile(),
            middle + width,
            corner
        };
        paint(Field.line(person.lips(), curve), 1, mix(skin, new double[] {0.7, 0.2, 0.22}, 0.6));
        if (moment.gape() > 0) {
            paint(Field.ellipse(middle, y, width * 0.7, 0.12 * moment.gape()), 1, 0.3, 0.05, 0.07);
        } else {
            paint(Field.line(0.014, curve), 0.8, times(skin, 0.35));
        }
    }

    private void nose() {
        double top = person.eyeLine() + 0.05;
        double tip = person.eyeLine() + person.noseLength();
        double tipX = turned(0, 0.55);
        paint(Field.ellipse(tipX, tip, person.noseWidth(), 0.06), 0.9, times(skin, 0.78));
        paint(Field.line(0.03, turned(0, 0.3), top, tipX + 0.02, tip), 0.5, times(skin, 0.8));
        paint(Field.ellipse(tipX, tip - 0.06, person.noseWidth() * 0.5, 0.05), 0.6, times(skin, 1.12));
    }

    private void eye(int side) {
        double x = turned(side * person.eyeGap(), 0.25);
        double y = person.eyeLine();
        double size = person.eyeSize();
        Field eye = Field.ellipse(x, y, size * 1.35, Math.max(0.02, 0.75 * size * moment.open()));
        if (moment.open() < 0.3) {
            paint(Field.line(0.025, x - size * 1.3, y, x, y + 0.02, x + size * 1.3, y), 1, times(skin, 0.4));
        } else {
            paint(eye, 1, WHITE);
            double look = x + 0.1 * size * moment.yaw();
            paint(eye.and(Field.ellipse(look, y, size * 0.72, size * 0.72)), 1, along(IRIS, person.eyeColor()));
            paint(eye.and(Field.ellipse(look, y, size * 0.35, size * 0.35)), 1, BLACK);
            paint(eye.outline(0.035), 0.7, times(skin, 0.4));
        }
        double brow = y - person.browGap() - moment.brows();
        double lift = side * person.browTilt() * size;
        paint(
                Field.line(
                        person.browThickness() / 2,
                        x - 1.5 * size,
                        brow + lift,
                        x,
                        brow - 0.03,
                        x + 1.5 * size,
                        brow - lift),
                1,
                times(hair, 0.8));
    }

    private void glasses() {
        if (person.glasses() == Person.Glasses.NONE) {
            return;
        }
        double y = person.eyeLine() + 0.02;
        double left = turned(-person.eyeGap(), 0.35);
        double right = turned(person.eyeGap(), 0.35);
        double reach = person.eyeGap() * 0.72;
        Field frame = Field.line(0.03, left + reach, y, right - reach, y)
                .or(lens(left, y, reach).outline(0.065))
                .or(lens(right, y, reach).outline(0.065));
        paint(frame, 1, BLACK);
    }

    private Field lens(double x, double y, double reach) {
        return person.glasses() == Person.Glasses.ROUND
                ? Field.ellipse(x, y, reach, reach)
                : (u, v) -> Math.max(Math.abs(u - x) - reach, Math.abs(v - y) - 0.7 * reach);
    }

    private void hair() {
        double line = person.hair().hairline();
        double slope = person.hair().parting();
        Field cap = Field.ellipse(0, -0.08, person.width() + 0.09, person.height() + 0.06);
        switch (person.hair().cut()) {
            case BALD -> {}
            case SHORT -> paint(cap.and((x, y) -> y - line - 0.5 * x * x), 1, hair);
            case FRINGE -> paint(cap.and((x, y) -> y - line - 0.16), 1, hair);
            case LONG -> paint(cap.and((x, y) -> y - line + 0.12 - 1.3 * Math.abs(x - 0.3 * slope)), 1, hair);
            case SIDE -> paint(cap.and((x, y) -> y - line + 0.02 - slope * x), 1, hair);
            case CURLY -> {
                Field curls = cap.and((x, y) -> y - line);
                for (int i = 0; i <= 8; i++) {
                    double angle = Math.PI * (1 + i / 8.0);
                    double x = (person.width() + 0.05) * StrictMath.cos(angle);
                    double y = (person.height() + 0.02) * StrictMath.sin(angle) + 0.02;
                    curls = curls.or(Field.ellipse(x, y, 0.2, 0.2));
                }
                paint(curls, 1, hair);
            }
        }
    }

    /** Where a point of the face comes to stand when the head turns; depth is how far it stands out. */
    private double turned(double x, double depth) {
        return x * (1 - 0.25 * moment.yaw() * moment.yaw()) + depth * moment.yaw();
    }

    private void paint(Field field, double opacity, double... color) {
        canvas.paint(
                (px, py) -> {
                    double x = (px - moment.x()) / moment.scale();
                    double y = (py - moment.y()) / moment.scale();
                    return moment.scale() * field.at(cos * x + sin * y, cos * y - sin * x);
                },
                opacity,
                color);
    }

    private double[] light(double x, double y) {
        double[] light = moment.light();
        double bright = light[0] + light[1] * (2 * x / SIDE - 1) + light[2] * (2 * y / SIDE - 1);
        return times(moment.tint(), Math.max(0.15, bright));
    }

    private static double[] times(double[] color, double factor) {
        return new double[] {color[0] * factor, color[1] * factor, color[2] * factor};
    }

    private static double[] mix(double[] one, double[] other, double share) {
        double[] mixed = new double[one.length];
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] = (1 - share) * one[i] + share * other[i];
        }
        return mixed;
    }

    /** The colour at a share of the way through several. */
    private static double[] along(double[][] colors, double share) {
        double place = share * (colors.length - 1);
        int first = Math.min((int) place, colors.length - 2);
        return mix(colors[first], colors[first + 1], place - first);
    }
}
