package org.vitrine.datasets.importing;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.vitrine.datasets.Content;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.Options;
import org.vitrine.datasets.Task;
import org.vitrine.datasets.read.Fit;
import org.vitrine.datasets.read.Picture;
import org.vitrine.datasets.read.PictureFormat;
import org.vitrine.datasets.read.PictureReader;

/** Pictures in one folder a class. */
public final class ImageFolder extends ClassFolderImporter {

    public ImageFolder(ImportCache cache) {
        super(
                cache,
                "image-folder",
                Task.IMAGE_CLASSIFICATION,
                PictureOptions.options("crop"),
                "pictures (PNG, JPEG, BMP, GIF)");
    }

    @Override
    boolean suits(FileTree.Entry file) {
        return isPicture(file);
    }

    static boolean isPicture(FileTree.Entry file) {
        return PictureFormat.isNamed(file.name());
    }

    @Override
    PackHeader header(Options options, ClassFolders folders) throws DatasetException {
        PictureReader.Request request = PictureOptions.request(
                options, folders.items().stream().map(ClassFolders.Item::file).toList());
        return PackHeader.of(
                descriptor().id(),
                place(options),
                PackHeader.Kind.BYTES,
                List.of(request.channels(), request.height(), request.width()),
                List.of(),
                folders.classes(),
                request.fit().name());
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
    Map<String, String> settled(PackHeader header) {
        return PictureOptions.settled(header);
    }

    @Override
    Content content(PackHeader header) {
        return PictureOptions.content(header);
    }
}
