package org.vitrine.datasets.read;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/**
 * The rows of a decoded picture as numbers from 0 to 255, on white where it is transparent. Grey values are taken as they
 * stand: Java's own conversion would brighten them.
 */
final class PictureRows implements PictureScaler.Rows {
    private static final int WHITE = 255;

    private final Raster raster;
    private final ColorModel model;
    private final int width;
    private final boolean plain;
    private final int bands;
    private final int shift;
    private final int[] palette;
    private final boolean wantsColour;
    private int[] samples = new int[0];

    PictureRows(BufferedImage image, boolean wantsColour) {
        this.raster = image.getRaster();
        this.model = image.getColorModel();
        this.width = image.getWidth();
        this.bands = raster.getNumBands();
        int type = raster.getTransferType();
        this.plain = model instanceof ComponentColorModel
                && bands <= 4
                && (type == DataBuffer.TYPE_BYTE || type == DataBuffer.TYPE_USHORT);
        this.shift = type == DataBuffer.TYPE_USHORT ? 8 : 0;
        this.palette = model instanceof IndexColorModel index ? palette(index) : new int[0];
        this.wantsColour = wantsColour;
    }

    @Override
    public void read(int y, int[] into) {
        if (plain || palette.length > 0) {
            samples = raster.getPixels(
                    raster.getMinX(), raster.getMinY() + y, width, 1, samples.length == 0 ? null : samples);
        }
        for (int x = 0; x < width; x++) {
            if (plain) {
                component(x, into);
            } else if (palette.length > 0) {
                packed(palette[Math.min(samples[x], palette.length - 1)], x, into);
            } else {
                Object pixel = raster.getDataElements(raster.getMinX() + x, raster.getMinY() + y, null);
                packed(model.getRGB(pixel), x, into);
            }
        }
    }

    private void component(int x, int[] into) {
        int at = x * bands;
        boolean hasAlpha = bands == 2 || bands == 4;
        int alpha = hasAlpha ? samples[at + bands - 1] >> shift : WHITE;
        if (bands <= 2) {
            int grey = over(samples[at] >> shift, alpha);
            write(grey, grey, grey, x, into);
        } else {
            write(
                    over(samples[at] >> shift, alpha),
                    over(samples[at + 1] >> shift, alpha),
                    over(samples[at + 2] >> shift, alpha),
                    x,
                    into);
        }
    }

    private void packed(int argb, int x, int[] into) {
        int alpha = argb >>> 24;
        write(over((argb >> 16) & 0xff, alpha), over((argb >> 8) & 0xff, alpha), over(argb & 0xff, alpha), x, into);
    }

    private void write(int red, int green, int blue, int x, int[] into) {
        if (wantsColour) {
            into[3 * x] = red;
            into[3 * x + 1] = green;
            into[3 * x + 2] = blue;
        } else if (red == green && green == blue) {
            into[x] = red;
        } else {
            // Luma of ITU-R BT.601.
            into[x] = (299 * red + 587 * green + 114 * blue + 500) / 1000;
        }
    }

    private static int over(int value, int alpha) {
        return alpha == WHITE ? value : (value * alpha + WHITE * (WHITE - alpha) + 127) / WHITE;
    }

    private static int[] palette(IndexColorModel index) {
        int[] colours = new int[index.getMapSize()];
        index.getRGBs(colours);
        return colours;
    }
}
