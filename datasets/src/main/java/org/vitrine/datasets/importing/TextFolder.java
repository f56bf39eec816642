package org.vitrine.datasets.importing;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.vitrine.datasets.Content;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.DatasetOption;
import org.vitrine.datasets.Options;
import org.vitrine.datasets.Task;
import org.vitrine.datasets.read.TextFile;
import org.vitrine.graph.model.StepReference;

/** UTF-8 texts in one folder a class. */
public final class TextFolder extends PackedImporter<ClassFolders.Item> {
    private static final int PROBED = 200;
    private static final int LONGEST = 1_000_000;

    public TextFolder(ImportCache cache) {
        super(cache, "text-folder", Task.TEXT_CLASSIFICATION, DatasetOption.folder(FOLDER), List.of());
    }

    @Override
    public Match probe(Path path) throws DatasetException {
        return Files.isDirectory(path) ? ClassFolders.probe(FileTree.of(path, PROBED), TextFolder::isText) : Match.NO;
    }

    private static boolean isText(FileTree.Entry file) {
        return file.endsWith(".txt");
    }

    @Override
    FileTree list(Options options, int most) throws DatasetException {
        return FileTree.of(path(options), most);
    }

    @Override
    Plan<ClassFolders.Item> plan(Options options, FileTree files) throws DatasetException {
        ClassFolders folders = ClassFolders.of(files, TextFolder::isText, "texts (.txt)");
        return new Plan<>(
                folders.items(),
                folders.skipped(),
                PackHeader.of(
                        descriptor().id(),
                        place(options),
                        PackHeader.Kind.TEXT,
                        List.of(),
                        List.of(),
                        folders.classes(),
                        ""));
    }

    @Override
    Row convert(ClassFolders.Item item, Plan<ClassFolders.Item> plan) throws DatasetException {
        Path path = item.file().path();
        String text = TextFile.read(path).strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            throw new DatasetException("File " + path + " holds " + text.length() + " characters; 1 to " + LONGEST
                    + " can be one example. Cut it into several files, or delete it.");
        }
        return new Row(
                item.file().key(), text.getBytes(StandardCharsets.UTF_8), new float[] {item.label()}, item.part());
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
    Content content(PackHeader header) {
        return new Content.Text();
    }

    @Override
    List<StepReference> steps(PackHeader header) {
        return List.of(StepReference.of("tokenise"), StepReference.of("pad"));
    }
}
