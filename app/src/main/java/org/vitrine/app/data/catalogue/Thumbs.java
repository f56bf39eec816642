package org.vitrine.app.data.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.app.shared.Background;
import org.vitrine.charts.render.Picture;
import org.vitrine.datasets.DatasetDescriptor;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.DatasetOption;
import org.vitrine.datasets.catalogue.DatasetCatalogue;

/**
 * Small pictures of data sets, made one after the other off the FX thread when they are first seen, and kept in a folder. To be
 * used on the FX thread.
 */
public final class Thumbs {
    private static final Logger LOG = LoggerFactory.getLogger(Thumbs.class);
    private static final String EXAMPLES = "examples";
    private static final int FEW = 300;
    /** In the name of the files: another way of painting needs another one. */
    private static final String EDITION = "-1.png";

    private final DatasetCatalogue catalogue;
    private final Background background;
    private final Path folder;
    private final Map<String, Optional<Image>> made = new HashMap<>();
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private boolean painting;

    public Thumbs(DatasetCatalogue catalogue, Background background, Path folder) {
        this.catalogue = catalogue;
        this.background = background;
        this.folder = folder;
    }

    /** Asks for the picture of a data set; {@code show} gets it now, later, or never if it has none. */
    public void request(DatasetDescriptor dataset, Consumer<Image> show) {
        Optional<Image> known = made.get(dataset.id());
        if (known != null) {
            known.ifPresent(show);
            return;
        }
        waiting.addLast(() -> make(dataset, show));
        next();
    }

    private void next() {
        if (!painting && !waiting.isEmpty()) {
            painting = true;
            waiting.removeFirst().run();
        }
    }

    private void make(DatasetDescriptor dataset, Consumer<Image> show) {
        Optional<Image> known = made.get(dataset.id());
        if (known != null) {
            known.ifPresent(show);
            done();
            return;
        }
        background.run(
                () -> file(dataset),
                file -> {
                    Optional<Image> image =
                            file.map(path -> new Image(path.toUri().toString(), true));
                    made.put(dataset.id(), image);
                    image.ifPresent(show);
                    done();
                },
                failure -> {
                    LOG.debug("No picture of {}", dataset.id(), failure);
                    made.put(dataset.id(), Optional.empty());
                    done();
                });
    }

    private void done() {
        painting = false;
        next();
    }

    private Optional<Path> file(DatasetDescriptor dataset) throws DatasetException, IOException {
        Path file = folder.resolve(dataset.id() + EDITION);
        if (!Files.exists(file)) {
            Optional<Picture> picture = ThumbPainter.paint(
                    catalogue.byId(dataset.id()).read(fewExamples(dataset)).stage());
            if (picture.isEmpty()) {
                return Optional.empty();
            }
            picture.get().writePng(file);
        }
        return Optional.of(file);
    }

    /** Four examples make the picture. */
    private static Map<String, String> fewExamples(DatasetDescriptor dataset) {
        for (DatasetOption option : dataset.options()) {
            if (option.name().equals(EXAMPLES) && option.kind() == DatasetOption.Kind.INTEGER) {
                return Map.of(EXAMPLES, Long.toString((long) Math.min(option.max(), Math.max(option.min(), FEW))));
            }
        }
        return Map.of();
    }
}
