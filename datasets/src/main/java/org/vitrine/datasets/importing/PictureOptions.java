package org.vitrine.datasets.importing;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vitrine.datasets.Content;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.DatasetOption;
import org.vitrine.datasets.Options;
import org.vitrine.datasets.Presentation;
import org.vitrine.datasets.read.Cancellation;
import org.vitrine.datasets.read.Fit;
import org.vitrine.datasets.read.PictureInfo;
import org.vitrine.datasets.read.PictureReader;
import org.vitrine.graph.shape.Image;

/** Size and colour of imported pictures; what is left open is settled by looking at some of them. */
final class PictureOptions {
    private static final String WIDTH = "width";
    private static final String HEIGHT = "height";
    private static final String COLOUR = "colour";
    private static final String FIT = "fit";
    private static final String AUTO = "auto";
    private static final int LOOKED_AT = 50;
    /** Pictures all of one size keep it up to this. */
    private static final int LARGEST_KEPT = 128;

    private static final int USUAL = 64;

    private PictureOptions() {}

    /** @param fit what is usual */
    static List<DatasetOption> options(String fit) {
        return List.of(
                DatasetOption.integer(WIDTH, 0, 0, 1024),
                DatasetOption.integer(HEIGHT, 0, 0, 1024),
                DatasetOption.choice(COLOUR, AUTO, List.of(AUTO, "grey", "colour")),
                DatasetOption.choice(FIT, fit, List.of("stretch", "crop", "pad")));
    }

    /** What each picture is to become. */
    static PictureReader.Request request(Options options, List<FileTree.Entry> pictures) throws DatasetException {
        int width = options.integer(WIDTH);
        int height = options.integer(HEIGHT);
        String colour = options.text(COLOUR);
        boolean isColour = colour.equals("colour");
        if (width == 0 || height == 0 || colour.equals(AUTO)) {
            Look look = look(pictures);
            boolean kept = look.oneSize && look.width > 0 && look.width <= LARGEST_KEPT && look.height <= LARGEST_KEPT;
            int usualWidth = kept ? look.width : USUAL;
            int usualHeight = kept ? look.height : USUAL;
            width = width > 0 ? width : height > 0 && !kept ? height : usualWidth;
            height = height > 0 ? height : options.integer(WIDTH) > 0 && !kept ? options.integer(WIDTH) : usualHeight;
            isColour |= colour.equals(AUTO) && look.colour;
        }
        return new PictureReader.Request(
                width, height, isColour, Fit.valueOf(options.text(FIT).toUpperCase(Locale.ROOT)));
    }

    static Map<String, String> settled(PackHeader header) {
        List<Integer> shape = header.shape();
        return Map.of(
                COLOUR,
                shape.get(0) == 3 ? "colour" : "grey",
                HEIGHT,
                shape.get(1).toString(),
                WIDTH,
                shape.get(2).toString());
    }

    static Content content(PackHeader header) {
        List<Integer> shape = header.shape();
        return new Content.Ready(new Image(shape.get(0), shape.get(1), shape.get(2)), new Presentation.Picture());
    }

    /** What pictures have in common, as far as looked. */
    private static final class Look {
        private boolean oneSize = true;
        private boolean colour;
        private int width;
        private int height;
    }

    private static Look look(List<FileTree.Entry> pictures) throws DatasetException {
        Look look = new Look();
        int step = Math.max(1, pictures.size() / LOOKED_AT);
        for (int i = 0; i < pictures.size(); i += step) {
            String name = pictures.get(i).path().toString();
            try {
                byte[] bytes = PictureReader.bytes(pictures.get(i).path());
                PictureInfo info = PictureReader.info(bytes, name);
                look.oneSize &= look.width == 0 || (look.width == info.width() && look.height == info.height());
                look.width = info.width();
                look.height = info.height();
                look.colour |= PictureReader.isColour(bytes, name);
            } catch (DatasetException e) {
                // It is listed with its reason when it is its turn; it tells nothing of the others.
                Cancellation.check(name);
            }
        }
        return look;
    }
}
