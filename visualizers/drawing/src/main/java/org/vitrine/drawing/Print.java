package org.vitrine.drawing;

import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.vitrine.graph.json.AtomicFiles;

/**
 * A figure at a size, ready to be written.
 *
 * @param title for programs that show what a file is about
 */
public record Print(String title, double width, double height, Theme theme, Figure figure) {
    /** The largest picture in pixels: more would not fit into memory, nor into programs that show it. */
    public static final long MOST_PIXELS = 200_000_000;

    /** The picture in pixels, {@code scale} of them for each unit of length. */
    public BufferedImage image(double scale) {
        BufferedImage image = new BufferedImage(
                Math.max(1, (int) Math.ceil(width * scale)),
                Math.max(1, (int) Math.ceil(height * scale)),
                BufferedImage.TYPE_INT_RGB);
        Sheet sheet = new ImageSheet(image, scale);
        // The last row and column may reach beyond the figure.
        sheet.fillBox(0, 0, width + 1 / scale, height + 1 / scale, theme.paper());
        draw(sheet);
        return image;
    }

    /** Draws on a sheet that is as large. */
    public void draw(Sheet sheet) {
        sheet.fillBox(0, 0, width, height, theme.paper());
        figure.draw(sheet, width, height, theme);
    }

    /**
     * Writes a file, whole or not at all.
     *
     * @param scale pixels of a PNG for each unit of length; other formats have no pixels
     */
    public void write(Path file, PictureFormat format, double scale) throws IOException {
        if (format == PictureFormat.PNG && width * height * scale * scale > MOST_PIXELS) {
            throw new IOException(String.format(
                    "The picture would have %.0f × %.0f pixels; a smaller scale, SVG or PDF will do",
                    width * scale, height * scale));
        }
        AtomicFiles.write(file, out -> write(out, format, scale));
    }

    private void write(OutputStream out, PictureFormat format, double scale) throws IOException {
        try {
            switch (format) {
                case SVG -> svg(out);
                case PDF -> pdf(out);
                case PNG -> png(out, scale);
            }
        } catch (UncheckedIOException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private void svg(OutputStream out) throws IOException {
        // The writer of XML asks for each letter by itself.
        BufferedOutputStream buffered = new BufferedOutputStream(out);
        try (SvgSheet sheet = new SvgSheet(buffered, title, width, height)) {
            draw(sheet);
        }
        buffered.flush();
    }

    private void pdf(OutputStream out) throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.getDocumentInformation().setTitle(title);
            document.getDocumentInformation().setCreator("Vitrine");
            try (PdfSheet sheet = new PdfSheet(document, PdfSheet.Fonts.of(document), width, height)) {
                draw(sheet);
            }
            document.save(out);
        }
    }

    private void png(OutputStream out, double scale) throws IOException {
        // ImageIO's default writes a temporary file for each picture.
        try (MemoryCacheImageOutputStream cached = new MemoryCacheImageOutputStream(out)) {
            ImageIO.write(image(scale), "png", cached);
        }
    }
}
