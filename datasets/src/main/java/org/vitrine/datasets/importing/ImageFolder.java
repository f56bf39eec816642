package org.vitrine.datasets.importing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.datasets.Content;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.DatasetOption;
import org.vitrine.datasets.Options;
import org.vitrine.datasets.Task;
import org.vitrine.datasets.read.Fit;
import org.vitrine.datasets.read.Picture;
import org.vitrine.datasets.read.PictureFormat;
import org.vitrine.datasets.read.PictureReader;

/** Pictures in one folder a class. */
public final class ImageFolder extends PackedImporter<ClassFolders.Item> {
    private static final String WHAT = "pictures (PNG, JPEG, BMP, GIF)";
    private static final int PROBED = 200;

    public ImageFolder(ImportCache cache) {
        super(
                cache,
                "image-folder",
                Task.IMAGE_CLASSIFICATION,
                DatasetOption.folder(FOLDER),
                PictureOptions.options("crop"));
    }

    @Override
    public Match probe(Path path) throws DatasetException {
        return Files.isDirectory(path)
                ? ClassFolders.probe(FileTree.of(path, PROBED), ImageFolder::isPicture)
                : Match.NO;
    }

    static boolean isPicture(FileTree.Entry file) {
        return PictureFormat.isNamed(file.name());
    }

    @Override
    FileTree list(Options options, int most) throws DatasetException {
        return FileTree.of(path(options), most);
    }

    @Override
    Plan<ClassFolders.Item> plan(Options options, FileTree files) throws DatasetException {
        ClassFolders folders = ClassFolders.of(files, ImageFolder::isPicture, WHAT);
        PictureReader.Request request = PictureOptions.request(
                options, folders.items().stream().map(ClassFolders.Item::file).toList());
        return new Plan<>(
                folders.items(),
                folders.skipped(),
                PackHeader.of(
                        descriptor().id(),
                        place(options),
                        PackHeader.Kind.BYTES,
                        List.of(request.channels(), request.height(), request.width()),
                        List.of(),
                        folders.classes(),
                        request.fit().name()));
    }

    @Override
    Row convert(ClassFolders.Item item, Plan<ClassFolders.Item> plan) throws DatasetException {
        Path path = item.file().path();
        Picture picture = PictureReader.read(PictureReader.bytes(path), path.toString(), request(plan.header()));
        return new Row(item.file().key(), picture.values(), new float[] {item.label()}, item.part());
    }

    static PictureReader.Request request(PackHeader header) {
        List<Integer> shape = header.shape();
        return new PictureReader.Request(shape.get(2), shape.get(1), shape.get(0) == 3, Fit.valueOf(header.detail()));
    }

    @Override
    String name(ClassFolders.Item item) {
        return item.file().key();
    }

    @Override
    Optional<String> label(ClassFolders.Item item, Plan<ClassFolders.Item> plan) {
        return Optional.of(plan.header().classes().get(item.label()));
    }

    @Override
    Map<String, String> settled(PackHeader header) {
        return PictureOptions.settled(header);
    }

    @Override
    Content content(PackHeader header) {
        return PictureOptions.content(header);
    }
}
