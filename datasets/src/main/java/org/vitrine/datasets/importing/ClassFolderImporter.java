package org.vitrine.datasets.importing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.DatasetOption;
import org.vitrine.datasets.Options;
import org.vitrine.datasets.Task;

/** Importers of files in one folder a class. */
abstract class ClassFolderImporter extends PackedImporter<ClassFolders.Item> {
    private static final int PROBED = 200;

    private final String what;

    /** @param what the files are, for messages: pictures, sounds */
    ClassFolderImporter(ImportCache cache, String id, Task task, List<DatasetOption> conversion, String what) {
        super(cache, id, task, DatasetOption.folder(FOLDER), conversion);
        this.what = what;
    }

    /** Whether a file is of the right kind, by its name. */
    abstract boolean suits(FileTree.Entry file);

    /** The header of the packed file. */
    abstract PackHeader header(Options options, ClassFolders folders) throws DatasetException;

    @Override
    public Match probe(Path path) throws DatasetException {
        return Files.isDirectory(path) ? ClassFolders.probe(FileTree.of(path, PROBED), this::suits) : Match.NO;
    }

    @Override
    FileTree list(Options options, int most) throws DatasetException {
        return FileTree.of(path(options), most);
    }

    @Override
    Plan<ClassFolders.Item> plan(Options options, FileTree files) throws DatasetException {
        ClassFolders folders = ClassFolders.of(files, this::suits, what);
        return new Plan<>(folders.items(), folders.skipped(), header(options, folders));
    }

    @Override
    String name(ClassFolders.Item item) {
        return item.file().key();
    }

    @Override
    Optional<String> label(ClassFolders.Item item, Plan<ClassFolders.Item> plan) {
        return Optional.of(plan.header().classes().get(item.label()));
    }
}
