package org.vitrine.datasets.catalogue.images;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/** Many pictures on one, to look at: target/contact-sheets/NAME.png. */
final class ContactSheet {
    private static final int SCALE = 3;
    private static final int GAP = 4;

    private ContactSheet() {}

    /** @param pictures each [channels, side, side], from 0 to 1 */
    static Path write(String name, List<float[]> pictures, int channels, int side, int columns) throws IOException {
        int cell = side * SCALE + GAP;
        int rows = (pictures.size() + columns - 1) / columns;
        BufferedImage sheet = new BufferedImage(columns * cell, rows * cell, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < pictures.size(); i++) {
            float[] picture = pictures.get(i);
            for (int y = 0; y < side * SCALE; y++) {
                for (int x = 0; x < side * SCALE; x++) {
                    int color = 0;
                    for (int channel = 0; channel < 3; channel++) {
                        int plane = Math.min(channel, channels - 1);
                        float value = picture[(plane * side + y / SCALE) * side + x / SCALE];
                        color = color << 8 | Math.round(255 * value);
                    }
                    sheet.setRGB(i % columns * cell + x, i / columns * cell + y, color);
                }
            }
        }
        Path file = Path.of("target", "contact-sheets", name + ".png");
        Files.createDirectories(file.getParent());
        ImageIO.write(sheet, "png", file.toFile());
        return file;
    }
}
