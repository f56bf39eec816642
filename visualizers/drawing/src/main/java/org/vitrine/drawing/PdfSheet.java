package org.vitrine.drawing;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.util.Matrix;

/** Writes on a page of PDF, with its fonts in it and its text as text. */
public final class PdfSheet implements Sheet, AutoCloseable {
    /** Points for a pixel of 96 to the inch. */
    private static final double POINTS = 0.75;

    private final PDDocument document;
    private final PDPageContentStream content;
    private final Fonts fonts;
    private final AffineTransform toPage;
    private final AffineTransform toPixels;

    /** The fonts of a document, which all its pages share. */
    public record Fonts(PDFont plain, PDFont bold) {
        public static Fonts of(PDDocument document) throws IOException {
            return new Fonts(font(document, false), font(document, true));
        }

        private static PDFont font(PDDocument document, boolean bold) throws IOException {
            try (InputStream file = Letters.open(bold)) {
                return PDType0Font.load(document, file);
            }
        }
    }

    /** A new page at the document's end, of this many pixels. */
    public PdfSheet(PDDocument document, Fonts fonts, double width, double height) throws IOException {
        this.document = document;
        this.fonts = fonts;
        PDPage page = new PDPage(new PDRectangle((float) (width * POINTS), (float) (height * POINTS)));
        document.addPage(page);
        content = new PDPageContentStream(document, page);
        // The page counts from its foot.
        toPage = new AffineTransform(POINTS, 0, 0, -POINTS, 0, height * POINTS);
        toPixels = new AffineTransform(1 / POINTS, 0, 0, -1 / POINTS, 0, height);
    }

    @Override
    public void close() throws IOException {
        content.close();
    }

    /** Draws with (0, 0) at a place of the page, larger by a factor. */
    public void within(double x, double y, double scale, Runnable drawing) {
        AffineTransform placed = new AffineTransform(toPage);
        placed.translate(x, y);
        placed.scale(scale, scale);
        placed.concatenate(toPixels);
        write(() -> {
            content.saveGraphicsState();
            content.transform(new Matrix(placed));
        });
        drawing.run();
        write(content::restoreGraphicsState);
    }

    /** Something that PDFBox writes. */
    private interface Writing {
        void write() throws IOException;
    }

    private static void write(Writing writing) {
        try {
            writing.write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void begin(String name) {
        write(content::saveGraphicsState);
    }

    @Override
    public void clip(double x, double y, double width, double height) {
        write(() -> {
            content.saveGraphicsState();
            trace(new java.awt.geom.Rectangle2D.Double(x, y, width, height));
            content.clip();
        });
    }

    @Override
    public void end() {
        write(content::restoreGraphicsState);
    }

    @Override
    public void fill(Shape shape, int argb) {
        write(() -> {
            boolean seeThrough = seeThrough(argb);
            content.setNonStrokingColor(new Color(argb));
            trace(shape);
            content.fill();
            if (seeThrough) {
                content.restoreGraphicsState();
            }
        });
    }

    @Override
    public void stroke(Shape shape, int argb, Pen pen) {
        write(() -> {
            boolean seeThrough = seeThrough(argb);
            content.setStrokingColor(new Color(argb));
            content.setLineWidth((float) (pen.width() * POINTS));
            float dash = (float) (pen.dash() * POINTS);
            content.setLineDashPattern(dash > 0 ? new float[] {dash, dash} : new float[0], 0);
            trace(shape);
            content.stroke();
            if (seeThrough) {
                content.restoreGraphicsState();
            }
        });
    }

    /** Has what follows drawn with the colour's opacity, in a state of its own, if it has one; tells whether it has. */
    private boolean seeThrough(int argb) throws IOException {
        if (argb >>> 24 == 255) {
            return false;
        }
        content.saveGraphicsState();
        PDExtendedGraphicsState state = new PDExtendedGraphicsState();
        state.setNonStrokingAlphaConstant((float) Colours.opacity(argb));
        state.setStrokingAlphaConstant((float) Colours.opacity(argb));
        content.setGraphicsStateParameters(state);
        return true;
    }

    private void trace(Shape shape) throws IOException {
        float[] c = new float[6];
        float lastX = 0;
        float lastY = 0;
        for (PathIterator path = shape.getPathIterator(toPage); !path.isDone(); path.next()) {
            int kind = path.currentSegment(c);
            switch (kind) {
                case PathIterator.SEG_MOVETO -> content.moveTo(c[0], c[1]);
                case PathIterator.SEG_LINETO -> content.lineTo(c[0], c[1]);
                // PDF has no quadratic curves.
                case PathIterator.SEG_QUADTO ->
                    content.curveTo(
                            lastX + (c[0] - lastX) * 2 / 3,
                            lastY + (c[1] - lastY) * 2 / 3,
                            c[2] + (c[0] - c[2]) * 2 / 3,
                            c[3] + (c[1] - c[3]) * 2 / 3,
                            c[2],
                            c[3]);
                case PathIterator.SEG_CUBICTO -> content.curveTo(c[0], c[1], c[2], c[3], c[4], c[5]);
                default -> content.closePath();
            }
            int end = kind == PathIterator.SEG_CUBICTO ? 4 : kind == PathIterator.SEG_QUADTO ? 2 : 0;
            if (kind != PathIterator.SEG_CLOSE) {
                lastX = c[end];
                lastY = c[end + 1];
            }
        }
    }

    @Override
    public void write(Words words) {
        write(() -> {
            Letters letters = Letters.of(words.bold());
            String text = letters.known(words.text());
            AffineTransform place = new AffineTransform(toPage);
            place.translate(words.x(), words.y());
            if (words.upwards()) {
                place.rotate(-Math.PI / 2);
            }
            place.translate(words.anchor().start(0, letters.width(text, words.size())), 0);
            // Letters stand upright on the page, which counts from its foot.
            place.scale(1, -1);
            boolean seeThrough = seeThrough(words.argb());
            content.beginText();
            content.setFont(words.bold() ? fonts.bold() : fonts.plain(), (float) words.size());
            content.setNonStrokingColor(new Color(words.argb()));
            content.setTextMatrix(new Matrix(place));
            content.showText(text);
            content.endText();
            if (seeThrough) {
                content.restoreGraphicsState();
            }
        });
    }

    @Override
    public void paint(BufferedImage image, double x, double y, double width, double height) {
        write(() -> {
            PDImageXObject pixels = LosslessFactory.createFromImage(document, image);
            pixels.setInterpolate(false);
            double[] foot = {x, y + height};
            toPage.transform(foot, 0, foot, 0, 1);
            content.drawImage(
                    pixels, (float) foot[0], (float) foot[1], (float) (width * POINTS), (float) (height * POINTS));
        });
    }

    @Override
    public double width(String text, double size, boolean bold) {
        return Letters.of(bold).width(text, size);
    }
}
