package org.vitrine.datasets.importing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.datasets.Content;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.DatasetOption;
import org.vitrine.datasets.Options;
import org.vitrine.datasets.Targets;
import org.vitrine.datasets.Task;
import org.vitrine.datasets.read.LabelledBox;
import org.vitrine.datasets.read.PictureInfo;
import org.vitrine.datasets.read.PictureReader;
import org.vitrine.datasets.read.Placement;
import org.vitrine.graph.shape.Target;

/** Pictures with boxes, annotated as Pascal VOC or YOLO. */
public final class DetectionFolder extends PackedImporter<Annotations.Item> {
    private static final String BOXES = "boxes";
    private static final int MOST_BOXES = 100;
    private static final int PROBED = 400;
    /** Less of a box than this within the cut picture shows too little of the object. */
    private static final double LEAST_VISIBLE = 0.25;

    private static final int NUMBERS = 5;

    public DetectionFolder(ImportCache cache) {
        super(cache, "detection-folder", Task.OBJECT_DETECTION, DatasetOption.folder(FOLDER), conversion());
    }

    private static List<DatasetOption> conversion() {
        List<DatasetOption> options = new ArrayList<>(PictureOptions.options("stretch"));
        options.add(DatasetOption.integer(BOXES, 0, 0, MOST_BOXES));
        return options;
    }

    @Override
    public Match probe(Path path) throws DatasetException {
        if (!Files.isDirectory(path)) {
            return Match.NO;
        }
        List<FileTree.Entry> files = FileTree.of(path, PROBED).files();
        boolean pictures = files.stream().anyMatch(ImageFolder::isPicture);
        boolean voc = files.stream().anyMatch(file -> file.endsWith(".xml"));
        long texts = files.stream().filter(file -> file.endsWith(".txt")).count();
        boolean folders = Files.isDirectory(path.resolve("labels")) || Files.isDirectory(path.resolve("Annotations"));
        if (!folders && !pictures) {
            return Match.NO;
        }
        return voc || folders || 2 * texts >= files.size() ? Match.LIKELY : Match.NO;
    }

    @Override
    FileTree list(Options options, int most) throws DatasetException {
        return FileTree.of(path(options), most);
    }

    @Override
    Plan<Annotations.Item> plan(Options options, FileTree files) throws DatasetException {
        Annotations annotations = Annotations.of(files);
        PictureReader.Request request = PictureOptions.request(
                options,
                annotations.items().stream().map(Annotations.Item::picture).toList());
        int most = options.integer(BOXES);
        return new Plan<>(
                annotations.items(),
                annotations.skipped(),
                PackHeader.of(
                        descriptor().id(),
                        place(options),
                        PackHeader.Kind.BYTES,
                        List.of(request.channels(), request.height(), request.width()),
                        List.of(most > 0 ? most : Math.max(1, Math.min(MOST_BOXES, annotations.most())), NUMBERS),
                        annotations.classes(),
                        request.fit().name()));
    }

    @Override
    Row convert(Annotations.Item item, Plan<Annotations.Item> plan) throws DatasetException {
        Path path = item.picture().path();
        PackHeader header = plan.header();
        byte[] bytes = PictureReader.bytes(path);
        PictureReader.Request request = ImageFolder.request(header);
        PictureInfo info = PictureReader.info(bytes, path.toString());
        Placement placement =
                Placement.of(info.width(), info.height(), request.width(), request.height(), request.fit());
        float[] target = target(item.boxes(info.width(), info.height(), header.classes()), placement, header);
        return new Row(
                item.picture().key(),
                PictureReader.read(bytes, path.toString(), request).values(),
                target,
                item.part());
    }

    /** The largest boxes first: class, centre and size as shares of the picture. */
    private static float[] target(List<LabelledBox> boxes, Placement placement, PackHeader header) {
        double width = header.shape().get(2);
        double height = header.shape().get(1);
        int most = header.targetShape().get(0);
        List<double[]> placed = new ArrayList<>();
        for (LabelledBox box : boxes) {
            double left = placement.x(box.left());
            double right = placement.x(box.right());
            double top = placement.y(box.top());
            double bottom = placement.y(box.bottom());
            double whole = (right - left) * (bottom - top);
            double insideLeft = Math.max(0, left);
            double insideTop = Math.max(0, top);
            double insideWidth = Math.min(width, right) - insideLeft;
            double insideHeight = Math.min(height, bottom) - insideTop;
            if (insideWidth > 0 && insideHeight > 0 && insideWidth * insideHeight >= LEAST_VISIBLE * whole) {
                placed.add(new double[] {
                    header.classes().indexOf(box.name()),
                    (insideLeft + insideWidth / 2) / width,
                    (insideTop + insideHeight / 2) / height,
                    insideWidth / width,
                    insideHeight / height
                });
            }
        }
        placed.sort(Comparator.comparingDouble(box -> -box[3] * box[4]));
        float[] target = new float[most * NUMBERS];
        Arrays.fill(target, -1);
        for (int i = 0; i < Math.min(most, placed.size()); i++) {
            for (int k = 0; k < NUMBERS; k++) {
                target[i * NUMBERS + k] = (float) placed.get(i)[k];
            }
        }
        return target;
    }

    @Override
    List<LabelledBox> boxes(Row row, PackHeader header) {
        double width = header.shape().get(2);
        double height = header.shape().get(1);
        List<LabelledBox> boxes = new ArrayList<>();
        float[] target = row.target();
        for (int i = 0; i < target.length && target[i] >= 0; i += NUMBERS) {
            boxes.add(new LabelledBox(
                    header.classes().get((int) target[i]),
                    (target[i + 1] - target[i + 3] / 2) * width,
                    (target[i + 2] - target[i + 4] / 2) * height,
                    (target[i + 1] + target[i + 3] / 2) * width,
                    (target[i + 2] + target[i + 4] / 2) * height));
        }
        return boxes;
    }

    @Override
    String name(Annotations.Item item) {
        return item.picture().key();
    }

    @Override
    Optional<String> label(Annotations.Item item, Plan<Annotations.Item> plan) {
        return Optional.empty();
    }

    @Override
    Map<String, String> settled(PackHeader header) {
        return PictureOptions.settled(header);
    }

    @Override
    Content content(PackHeader header) {
        return PictureOptions.content(header);
    }

    @Override
    Targets targets(PackHeader header) {
        return Targets.of(
                Target.boxes(header.classes().size(), header.targetShape().get(0)), header.classes());
    }
}
