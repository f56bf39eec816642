package org.vitrine.datasets.importing;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.vitrine.datasets.Content;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.Options;
import org.vitrine.datasets.Task;
import org.vitrine.datasets.read.TextFile;
import org.vitrine.graph.model.StepReference;

/** UTF-8 texts in one folder a class. */
public final class TextFolder extends ClassFolderImporter {
    private static final int LONGEST = 1_000_000;

    public TextFolder(ImportCache cache) {
        super(cache, "text-folder", Task.TEXT_CLASSIFICATION, List.of(), "texts (.txt)");
    }

    @Override
    boolean suits(FileTree.Entry file) {
        return file.endsWith(".txt");
    }

    @Override
    PackHeader header(Options options, ClassFolders folders) {
        return PackHeader.of(
                descriptor().id(), place(options), PackHeader.Kind.TEXT, List.of(), List.of(), folders.classes(), "");
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
    Content content(PackHeader header) {
        return new Content.Text();
    }

    @Override
    List<StepReference> steps(PackHeader header) {
        return List.of(StepReference.of("tokenise"), StepReference.of("pad"));
    }
}
