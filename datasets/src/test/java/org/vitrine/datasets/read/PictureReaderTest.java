package org.vitrine.datasets.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.read.PictureReader.Request;

class PictureReaderTest {
    @Test
    void pixelsOfLosslessFormatsAreReadAsTheyAre() throws Exception {
        BufferedImage image = new BufferedImage(5, 3, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 3; y++) {
            for (int x = 0; x < 5; x++) {
                image.setRGB(x, y, (40 * x) << 16 | (50 * y) << 8 | (x + y));
            }
        }
        for (String format : List.of("png", "bmp")) {
            Picture picture =
                    PictureReader.read(file(image, format), "a." + format, new Request(5, 3, true, Fit.STRETCH));
            assertThat(picture.channels()).isEqualTo(3);
            for (int y = 0; y < 3; y++) {
                for (int x = 0; x < 5; x++) {
                    assertThat(value(picture, 0, y, x)).isEqualTo(40 * x);
                    assertThat(value(picture, 1, y, x)).isEqualTo(50 * y);
                    assertThat(value(picture, 2, y, x)).isEqualTo(x + y);
                }
            }
        }
    }

    @Test
    void greyPicturesKeepTheirValues() throws Exception {
        for (int type : List.of(
                BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_USHORT_GRAY, BufferedImage.TYPE_BYTE_INDEXED)) {
            BufferedImage image = new BufferedImage(4, 4, type);
            image.getRaster().setSample(1, 2, 0, type == BufferedImage.TYPE_USHORT_GRAY ? 100 * 257 : 100);
            byte[] bytes = file(image, "png");
            Picture picture = PictureReader.read(bytes, "a.png", new Request(4, 4, false, Fit.STRETCH));
            int rgb = image.getColorModel().getRGB(image.getRaster().getDataElements(1, 2, null));
            int expected = type == BufferedImage.TYPE_BYTE_INDEXED
                    ? Math.round(0.299f * (rgb >> 16 & 255) + 0.587f * (rgb >> 8 & 255) + 0.114f * (rgb & 255))
                    : 100;
            assertThat(value(picture, 0, 2, 1)).isEqualTo(expected);
            assertThat(value(picture, 0, 0, 0)).isZero();
            assertThat(PictureReader.isColour(bytes, "a.png")).isEqualTo(type == BufferedImage.TYPE_BYTE_INDEXED);
        }
    }

    @Test
    void transparencyShowsWhite() throws Exception {
        BufferedImage image = new BufferedImage(3, 1, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, 0xff000000);
        image.setRGB(1, 0, 0x80000000);
        Picture picture = PictureReader.read(file(image, "png"), "a.png", new Request(3, 1, false, Fit.STRETCH));
        assertThat(value(picture, 0, 0, 0)).isZero();
        assertThat(value(picture, 0, 0, 1)).isEqualTo(127);
        assertThat(value(picture, 0, 0, 2)).isEqualTo(255);
    }

    @Test
    void gifsAndJpegsAreRead() throws Exception {
        BufferedImage image = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
        image.createGraphics().fillRect(32, 0, 32, 48);
        for (String format : List.of("gif", "jpg")) {
            byte[] bytes = file(image, format);
            Picture picture = PictureReader.read(bytes, "a", new Request(8, 6, true, Fit.STRETCH));
            assertThat(value(picture, 0, 3, 1)).isLessThan(5);
            assertThat(value(picture, 2, 3, 6)).isGreaterThan(250);
            PictureInfo info = PictureReader.info(bytes, "a");
            assertThat(info.width()).isEqualTo(64);
            assertThat(info.height()).isEqualTo(48);
        }
    }

    @Property(tries = 200)
    void scalingKeepsTheMeanAndStaysWithinTheValues(
            @ForAll @IntRange(min = 1, max = 40) int width,
            @ForAll @IntRange(min = 1, max = 40) int height,
            @ForAll @IntRange(min = 1, max = 20) int newWidth,
            @ForAll @IntRange(min = 1, max = 20) int newHeight)
            throws Exception {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        double mean = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int value = 20 + (x * 37 + y * 91) % 200;
                image.getRaster().setSample(x, y, 0, value);
                mean += (double) value / (width * height);
            }
        }
        Picture picture =
                PictureReader.read(file(image, "png"), "a.png", new Request(newWidth, newHeight, false, Fit.STRETCH));
        double scaledMean = 0;
        for (byte value : picture.values()) {
            assertThat(value & 0xff).isBetween(20, 219);
            scaledMean += (double) (value & 0xff) / picture.values().length;
        }
        if (width >= newWidth && height >= newHeight && (width < 8 * newWidth && height < 8 * newHeight)) {
            assertThat(scaledMean).isCloseTo(mean, within(1.0));
        }
    }

    @Test
    void aSizeIsReachedByStretchingCroppingOrPadding() throws Exception {
        BufferedImage image = new BufferedImage(40, 20, BufferedImage.TYPE_BYTE_GRAY);
        image.createGraphics().fillRect(10, 0, 20, 20);
        byte[] bytes = file(image, "png");
        Picture stretched = PictureReader.read(bytes, "a", new Request(4, 4, false, Fit.STRETCH));
        assertThat(row(stretched, 1)).containsExactly(0, 255, 255, 0);
        Picture cropped = PictureReader.read(bytes, "a", new Request(4, 4, false, Fit.CROP));
        assertThat(row(cropped, 1)).containsExactly(255, 255, 255, 255);
        Picture padded = PictureReader.read(bytes, "a", new Request(4, 4, false, Fit.PAD));
        assertThat(row(padded, 0)).containsExactly(0, 0, 0, 0);
        assertThat(row(padded, 1)).containsExactly(0, 255, 255, 0);
        assertThat(row(padded, 3)).containsExactly(0, 0, 0, 0);
        Placement placement = Placement.of(40, 20, 4, 4, Fit.PAD);
        assertThat(List.of(placement.x(10), placement.y(0), placement.y(20))).containsExactly(1.0, 1.0, 3.0);
    }

    @Test
    void photosStandUprightAsTheCameraSays() throws Exception {
        BufferedImage image = new BufferedImage(48, 32, BufferedImage.TYPE_INT_RGB);
        image.createGraphics().fillRect(0, 0, 16, 16);
        byte[] plain = file(image, "jpg");
        int[][] corners = {{0, 0}, {0, 5}, {3, 5}, {3, 0}, {0, 0}, {0, 3}, {5, 3}, {5, 0}};
        for (int orientation = 1; orientation <= 8; orientation++) {
            byte[] bytes = withOrientation(plain, orientation);
            PictureInfo info = PictureReader.info(bytes, "a.jpg");
            boolean onItsSide = orientation >= 5;
            assertThat(info.width()).isEqualTo(onItsSide ? 32 : 48);
            Picture picture = PictureReader.read(
                    bytes, "a.jpg", new Request(onItsSide ? 4 : 6, onItsSide ? 6 : 4, false, Fit.STRETCH));
            int[] corner = corners[orientation - 1];
            assertThat(value(picture, 0, corner[0], corner[1]))
                    .as("orientation " + orientation)
                    .isGreaterThan(240);
        }
    }

    @Test
    void largePhotosTakeLittleMemory() throws Exception {
        BufferedImage image = new BufferedImage(2400, 1600, BufferedImage.TYPE_INT_RGB);
        image.createGraphics().fillRect(0, 0, 1200, 1600);
        byte[] bytes = file(image, "jpg");
        Picture picture = PictureReader.read(bytes, "a.jpg", new Request(6, 4, true, Fit.STRETCH));
        assertThat(row(picture, 2)).containsExactly(255, 255, 255, 0, 0, 0);
        assertThat(FuzzTest.allocated(() -> PictureReader.read(bytes, "a.jpg", new Request(64, 64, true, Fit.CROP))))
                .isLessThan(4_000_000);
    }

    @Test
    void cutAndDamagedFilesAreRefused() throws Exception {
        BufferedImage image = new BufferedImage(80, 60, BufferedImage.TYPE_INT_RGB);
        image.createGraphics().drawLine(0, 0, 70, 50);
        for (String format : List.of("png", "jpg", "gif", "bmp")) {
            byte[] bytes = file(image, format);
            thrownBy(Arrays.copyOf(bytes, bytes.length * 3 / 4)).hasMessageContaining("again");
        }
        byte[] flipped = file(image, "png");
        flipped[flipped.length / 2] ^= 4;
        thrownBy(flipped).hasMessageContaining("checksum");
        thrownBy(new byte[] {1, 2, 3}).hasMessageContaining("neither PNG, JPEG, BMP nor GIF");
    }

    @Test
    void hugeClaimsAreRefusedByTheHeader() throws Exception {
        byte[] bytes = file(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "bmp");
        ByteBuffer.wrap(bytes)
                .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                .putInt(18, 60_000)
                .putInt(22, 60_000);
        thrownBy(bytes).hasMessageContaining("60000 x 60000 pixels, which its 246 bytes can not hold");
        byte[] long8 = Arrays.copyOf(bytes, 4_000_000);
        thrownBy(long8).hasMessageContaining("at most 100 million");
    }

    private static org.assertj.core.api.AbstractThrowableAssert<?, ? extends Throwable> thrownBy(byte[] bytes) {
        return assertThatThrownBy(() -> PictureReader.read(bytes, "broken", new Request(8, 8, true, Fit.PAD)))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("File broken");
    }

    private static byte[] withOrientation(byte[] jpeg, int orientation) throws IOException {
        ByteBuffer exif = ByteBuffer.allocate(36);
        exif.putShort((short) 0xffe1).putShort((short) 34);
        exif.put(new byte[] {'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42}).putInt(8);
        exif.putShort((short) 1).putShort((short) 0x112).putShort((short) 3).putInt(1);
        exif.putShort((short) orientation);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.write(exif.array());
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }

    private static int value(Picture picture, int channel, int y, int x) {
        return picture.values()[(channel * picture.height() + y) * picture.width() + x] & 0xff;
    }

    private static int[] row(Picture picture, int y) {
        int[] row = new int[picture.width()];
        for (int x = 0; x < row.length; x++) {
            row[x] = value(picture, 0, y, x);
        }
        return row;
    }

    static byte[] file(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, out)).isTrue();
        return out.toByteArray();
    }
}
