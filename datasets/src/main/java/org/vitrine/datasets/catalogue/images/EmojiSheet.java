package org.vitrine.datasets.catalogue.images;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.catalogue.support.Resources;

/** The drawings of the emoji, and what each one is. */
final class EmojiSheet {
    static final int TILE = 32;
    private static final String SHEET = "emoji/emoji10-sheet-32px.png";
    private static final String INDEX = "emoji/emoji10-index.tsv";
    private static final int COLUMNS = 40;

    private final BufferedImage sheet;
    private final List<Tile> tiles;

    private EmojiSheet(BufferedImage sheet, List<Tile> tiles) {
        this.sheet = sheet;
        this.tiles = List.copyOf(tiles);
    }

    /**
     * A drawing.
     *
     * @param kind its class, such as {@code sea animal}
     * @param style {@code noto} or {@code fluent}
     * @param code the character in Unicode; drawings of one character show the same thing
     */
    record Tile(String kind, String style, String code) {}

    static EmojiSheet read() throws DatasetException {
        List<Tile> tiles = index();
        try (InputStream in = Resources.open(SHEET)) {
            // From memory: a cache on disk would need a folder that can be written.
            BufferedImage sheet =
                    ImageIO.read(ImageIO.createImageInputStream(new ByteArrayInputStream(in.readAllBytes())));
            int rows = (tiles.size() + COLUMNS - 1) / COLUMNS;
            if (sheet == null || sheet.getWidth() < COLUMNS * TILE || sheet.getHeight() < rows * TILE) {
                throw new DatasetException(
                        "The program's own file " + SHEET + " is damaged. Install the program again.");
            }
            return new EmojiSheet(sheet, tiles);
        } catch (IOException e) {
            throw new DatasetException(
                    "The program's own file " + SHEET + " can not be read: " + e.getMessage() + ".", e);
        }
    }

    List<Tile> tiles() {
        return tiles;
    }

    /**
     * A drawing as [4, 32, 32]: red, green and blue, each multiplied by the opacity, and the opacity, from 0 to 1.
     *
     * @param index of the tile
     */
    float[] drawing(int index) {
        int[] pixels =
                sheet.getRGB(index % COLUMNS * TILE, index / COLUMNS * TILE, TILE, TILE, new int[TILE * TILE], 0, TILE);
        float[] drawing = new float[4 * pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            float opacity = (pixels[i] >>> 24) / 255f;
            for (int channel = 0; channel < 3; channel++) {
                int level = (pixels[i] >> (16 - 8 * channel)) & 0xff;
                drawing[channel * pixels.length + i] = level / 255f * opacity;
            }
            drawing[3 * pixels.length + i] = opacity;
        }
        return drawing;
    }

    private static List<Tile> index() throws DatasetException {
        try (InputStream in = Resources.open(INDEX)) {
            List<Tile> tiles = new ArrayList<>();
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .toList();
            for (String line : lines) {
                String[] cells = line.split("\t", -1);
                tiles.add(new Tile(cells[1], cells[2], cells[3]));
            }
            return tiles;
        } catch (IOException e) {
            throw new DatasetException(
                    "The program's own file " + INDEX + " can not be read: " + e.getMessage() + ".", e);
        }
    }
}
