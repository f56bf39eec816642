package org.vitrine.editor.picture;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Writes one page of PDF, as large as the picture, with its fonts in it and its text as text. */
final class PdfSheet implements Sheet, AutoCloseable {
    /** Points for a pixel of 96 to the inch. */
    private static final double POINTS = 0.75;

    private final PDDocument document = new PDDocument();
    private final PDPageContentStream content;
    private final PDFont plainFont;
    private final PDFont boldFont;
    private final Letters plain;
    private final Letters bold;
    private final AffineTransform toPage;

    PdfSheet(String title, double width, double height, Letters plain, Letters bold) throws IOException {
        this.plain = plain;
        this.bold = bold;
        PDPage page = new PDPage(new PDRectangle((float) (width * POINTS), (float) (height * POINTS)));
        document.addPage(page);
        document.getDocumentInformation().setTitle(title);
        document.getDocumentInformation().setCreator("Vitrine");
        plainFont = font(false);
        boldFont = font(true);
        content = new PDPageContentStream(document, page);
        // The page counts from its foot.
        toPage = new AffineTransform(POINTS, 0, 0, -POINTS, 0, height * POINTS);
    }

    private PDFont font(boolean isBold) throws IOException {
        try (InputStream file = Letters.open(isBold)) {
            return PDType0Font.load(document, file);
        }
    }

    void writeTo(OutputStream out) throws IOException {
        content.close();
        document.save(out);
    }

    @Override
    public void close() throws IOException {
        document.close();
    }

    @Override
    public void begin(String name) {}

    @Override
    public void end() {}

    @Override
    public void fill(Shape shape, String color) throws IOException {
        content.setNonStrokingColor(Color.decode(color));
        trace(shape);
        content.fill();
    }

    @Override
    public void stroke(Shape shape, String color, double width) throws IOException {
        content.setStrokingColor(Color.decode(color));
        content.setLineWidth((float) (width * POINTS));
        trace(shape);
        content.stroke();
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
    public void write(Words words) throws IOException {
        Letters letters = words.bold() ? bold : plain;
        String text = letters.known(words.text());
        double start = words.anchor().start(words.x(), letters.width(text, words.size()));
        double[] at = {start, words.y()};
        toPage.transform(at, 0, at, 0, 1);
        content.beginText();
        content.setFont(words.bold() ? boldFont : plainFont, (float) (words.size() * POINTS));
        content.setNonStrokingColor(Color.decode(words.color()));
        content.newLineAtOffset((float) at[0], (float) at[1]);
        content.showText(text);
        content.endText();
    }
}
