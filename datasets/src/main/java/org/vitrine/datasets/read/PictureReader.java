package org.vitrine.datasets.read;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.event.IIOReadWarningListener;
import org.jspecify.annotations.Nullable;
import org.vitrine.datasets.DatasetException;

/**
 * Reads PNG, JPEG, BMP and GIF (its first frame), scaled to the wanted size while decoding. A picture is refused by its
 * header if it claims a size that it can not have; cut and damaged files are refused too, not shown half.
 */
public final class PictureReader {
    /** Largest file that is opened. */
    public static final long MOST_BYTES = 64L * 1024 * 1024;

    private static final long MOST_PIXELS = 100_000_000L;
    private static final int LONGEST_SIDE = 65_500;
    /** No format packs more pixels than this into a byte. */
    private static final long MOST_PIXELS_A_BYTE = 10_000;
    /** Samples of each wanted pixel, along each side, that are averaged. */
    private static final int OVERSAMPLING = 4;

    private PictureReader() {}

    /**
     * What a picture is to become.
     *
     * @param colour three channels instead of a grey one
     */
    public record Request(int width, int height, boolean colour, Fit fit) {
        /** Longest side that can be asked for. */
        public static final int MOST = 2048;

        public Request {
            if (width < 1 || height < 1 || width > MOST || height > MOST) {
                throw new IllegalArgumentException("No picture is made of " + width + " x " + height + " pixels");
            }
        }

        public int channels() {
            return colour ? 3 : 1;
        }
    }

    /** The content of a picture's file. */
    public static byte[] bytes(Path file) throws DatasetException {
        return UserFile.bytes(file, MOST_BYTES, "Save the picture smaller.");
    }

    /**
     * Reads the header only.
     *
     * @param name how messages call the file
     */
    public static PictureInfo info(byte[] bytes, String name) throws DatasetException {
        return decode(bytes, name, (info, reader) -> info);
    }

    /** Whether the picture can hold colours: its header tells three channels, or a palette that is not grey. */
    public static boolean isColour(byte[] bytes, String name) throws DatasetException {
        return decode(bytes, name, (info, reader) -> {
            ImageTypeSpecifier type = reader.getRawImageType(0);
            if (type != null && type.getColorModel() instanceof IndexColorModel palette) {
                return IntStream.range(0, palette.getMapSize())
                        .map(palette::getRGB)
                        .anyMatch(rgb -> ((rgb >> 16) & 0xff) != (rgb & 0xff) || ((rgb >> 8) & 0xff) != (rgb & 0xff));
            }
            return type == null || type.getNumBands() > 2;
        });
    }

    /**
     * Decodes and scales.
     *
     * @param name how messages call the file
     */
    public static Picture read(byte[] bytes, String name, Request request) throws DatasetException {
        return decode(bytes, name, (info, reader) -> read(info, reader, request, name));
    }

    /** Decodes to the picture's own ratio of sides, none longer than asked: for thumbnails. */
    public static Picture thumbnail(byte[] bytes, String name, int longestSide) throws DatasetException {
        return decode(bytes, name, (info, reader) -> {
            double scale = Math.min(1, (double) longestSide / Math.max(info.width(), info.height()));
            int width = (int) Math.max(1, Math.round(info.width() * scale));
            int height = (int) Math.max(1, Math.round(info.height() * scale));
            return read(info, reader, new Request(width, height, true, Fit.STRETCH), name);
        });
    }

    /** What to do with a reader that stands at a picture of a possible size. */
    @FunctionalInterface
    private interface Use<T> {
        T with(PictureInfo info, ImageReader reader) throws IOException, DatasetException;
    }

    // Java's decoders answer damaged files with exceptions of any kind.
    private static <T> T decode(byte[] bytes, String name, Use<T> use) throws DatasetException {
        PictureFormat format = PictureFormat.of(bytes);
        if (format == null) {
            throw new DatasetException("File " + name + " is no picture: it is neither PNG, JPEG, BMP nor GIF.");
        }
        int orientation = 1;
        byte[] essential = bytes;
        switch (format) {
            case PNG -> essential = PngChunks.essential(bytes, name);
            case JPEG -> {
                JpegSegments segments = JpegSegments.of(bytes, name);
                essential = segments.bytes();
                orientation = segments.orientation();
            }
            case BMP -> BmpHeader.check(bytes, name);
            case GIF -> {}
        }
        ImageReader reader = reader(format);
        try {
            reader.setInput(new ByteImageStream(essential), true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            checkSize(width, height, bytes.length, name);
            boolean onItsSide = orientation >= 5;
            PictureInfo info =
                    new PictureInfo(format, onItsSide ? height : width, onItsSide ? width : height, orientation);
            return use.with(info, reader);
        } catch (IOException | RuntimeException e) {
            throw damaged(name, format, e.getMessage(), e);
        } finally {
            reader.dispose();
        }
    }

    private static Picture read(PictureInfo info, ImageReader reader, Request request, String name)
            throws IOException, DatasetException {
        boolean turned = info.isOnItsSide();
        int width = turned ? info.height() : info.width();
        int height = turned ? info.width() : info.height();
        int wantedWidth = turned ? request.height() : request.width();
        int wantedHeight = turned ? request.width() : request.height();
        Placement placement = Placement.of(width, height, wantedWidth, wantedHeight, request.fit());
        int shrunk = (int) Math.max(
                1,
                Math.min(
                        placement.cutWidth() / placement.placedWidth() / OVERSAMPLING,
                        placement.cutHeight() / placement.placedHeight() / OVERSAMPLING));
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceRegion(new Rectangle(0, 0, width, height));
        param.setSourceSubsampling(shrunk, shrunk, shrunk / 2, shrunk / 2);
        Warnings warnings = new Warnings();
        reader.addIIOReadWarningListener(warnings);
        BufferedImage image = reader.read(0, param);
        if (warnings.damage != null) {
            throw damaged(name, info.format(), warnings.damage, null);
        }
        return new PictureScaler(request.channels(), wantedWidth, wantedHeight)
                .scale(new PictureRows(image, request.colour()), image.getWidth(), image.getHeight(), placement, shrunk)
                .upright(info.orientation());
    }

    /** Refuses sizes that can not be, or can not be held. */
    static void checkSize(long width, long height, long bytes, String name) throws DatasetException {
        String claim = "File " + name + " claims to be a picture of " + width + " x " + height + " pixels";
        if (width < 1 || height < 1 || width * height > MOST_PIXELS_A_BYTE * bytes) {
            throw new DatasetException(
                    claim + ", which its " + bytes + " bytes can not hold. Copy or download it again.");
        }
        if (width > LONGEST_SIDE || height > LONGEST_SIDE || width * height > MOST_PIXELS) {
            throw new DatasetException(claim + "; at most " + MOST_PIXELS / 1_000_000 + " million are read, and "
                    + LONGEST_SIDE + " along a side. Save it smaller.");
        }
    }

    private static ImageReader reader(PictureFormat format) {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format.name());
        if (!readers.hasNext()) {
            throw new IllegalStateException("This Java has no decoder for " + format);
        }
        return readers.next();
    }

    private static DatasetException damaged(
            String name, PictureFormat format, @Nullable String reason, @Nullable Exception cause) {
        String message = "File " + name + " is a damaged " + format + " file"
                + (reason == null || reason.isBlank() ? "" : " (" + reason.strip() + ")")
                + ", or of a kind that can not be read. Copy or download it again, or save it again as PNG.";
        return cause == null ? new DatasetException(message) : new DatasetException(message, cause);
    }

    /** Remembers what a decoder found missing when it went on all the same. */
    private static final class Warnings implements IIOReadWarningListener {
        private @Nullable String damage;

        @Override
        public void warningOccurred(ImageReader source, String warning) {
            String text = warning.toLowerCase(Locale.ROOT);
            if (text.contains("premature") || text.contains("corrupt") || text.contains("trunc")) {
                damage = warning;
            }
        }
    }
}
