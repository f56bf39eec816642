package org.vitrine.charts.render;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.vitrine.graph.json.AtomicFiles;

/** An image as packed ARGB, row by row. The pixels are shared, not copied. */
public record Picture(int width, int height, int[] argb) {
    public Picture {
        if (width < 1 || height < 1 || argb.length != width * height) {
            throw new IllegalArgumentException(
                    "A picture of " + width + " x " + height + " pixels cannot have " + argb.length);
        }
    }

    /** The pixels of an image; transparent ones lie on nothing. */
    public static Picture of(BufferedImage image) {
        int w = image.getWidth();
        int h = image.getHeight();
        return new Picture(w, h, image.getRGB(0, 0, w, h, null, 0, w));
    }

    /** The picture for AWT. */
    public BufferedImage buffered() {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, width, height, argb, 0, width);
        return image;
    }

    /** The picture as the bytes of a PNG file. */
    public byte[] png() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            // The memory cache: ImageIO's default writes a temporary file for each picture.
            try (javax.imageio.stream.ImageOutputStream out =
                    new javax.imageio.stream.MemoryCacheImageOutputStream(bytes)) {
                if (!ImageIO.write(buffered(), "png", out)) {
                    throw new IllegalStateException("This Java runtime has no PNG writer");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Writes a PNG file; a file of that name is replaced only when the new one is complete. */
    public void writePng(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        AtomicFiles.write(file, png());
    }
}
