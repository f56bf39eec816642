package org.vitrine.datasets.importing;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.vitrine.datasets.Content;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.DatasetOption;
import org.vitrine.datasets.Options;
import org.vitrine.datasets.Presentation;
import org.vitrine.datasets.Task;
import org.vitrine.datasets.read.WavReader;
import org.vitrine.datasets.read.Waveform;
import org.vitrine.graph.model.StepReference;
import org.vitrine.graph.shape.Sequence;

/** Sounds in one folder a class, brought to one rate and one length. */
public final class AudioFolder extends PackedImporter<ClassFolders.Item> {
    private static final String RATE = "rate";
    private static final String SECONDS = "seconds";
    private static final int PROBED = 200;
    /** Of a longer sound only the start is used, so it need not be refused. */
    private static final double LONGEST = 600;

    public AudioFolder(ImportCache cache) {
        super(
                cache,
                "audio-folder",
                Task.SOUND_CLASSIFICATION,
                DatasetOption.folder(FOLDER),
                List.of(
                        DatasetOption.integer(RATE, 8000, WavReader.LOWEST_RATE, 48_000),
                        DatasetOption.number(SECONDS, 1, 0.05, 30)));
    }

    @Override
    public Match probe(Path path) throws DatasetException {
        return Files.isDirectory(path) ? ClassFolders.probe(FileTree.of(path, PROBED), AudioFolder::isSound) : Match.NO;
    }

    private static boolean isSound(FileTree.Entry file) {
        return file.endsWith(".wav");
    }

    @Override
    FileTree list(Options options, int most) throws DatasetException {
        return FileTree.of(path(options), most);
    }

    @Override
    Plan<ClassFolders.Item> plan(Options options, FileTree files) throws DatasetException {
        ClassFolders folders = ClassFolders.of(files, AudioFolder::isSound, "sounds (WAV)");
        int rate = options.integer(RATE);
        int length = (int) Math.max(1, Math.round(options.number(SECONDS) * rate));
        return new Plan<>(
                folders.items(),
                folders.skipped(),
                PackHeader.of(
                        descriptor().id(),
                        place(options),
                        PackHeader.Kind.SHORTS,
                        List.of(1, length),
                        List.of(),
                        folders.classes(),
                        Integer.toString(rate)));
    }

    @Override
    Row convert(ClassFolders.Item item, Plan<ClassFolders.Item> plan) throws DatasetException {
        Path path = item.file().path();
        PackHeader header = plan.header();
        Waveform sound =
                WavReader.read(WavReader.bytes(path), path.toString(), Integer.parseInt(header.detail()), LONGEST);
        ByteBuffer bytes = ByteBuffer.allocate(header.rowBytes());
        int length = header.shape().get(1);
        for (int i = 0; i < Math.min(length, sound.samples().length); i++) {
            int level = Math.round(sound.samples()[i] * 32768);
            bytes.putShort((short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, level)));
        }
        return new Row(item.file().key(), bytes.array(), new float[] {item.label()}, item.part());
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
        return new Content.Ready(
                new Sequence(1, header.shape().get(1)), new Presentation.Sound(Integer.parseInt(header.detail())));
    }

    @Override
    List<StepReference> steps(PackHeader header) {
        return List.of(StepReference.of("spectrogram"));
    }
}
