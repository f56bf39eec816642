package org.vitrine.datasets.importing;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
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
public final class AudioFolder extends ClassFolderImporter {
    private static final String RATE = "rate";
    private static final String SECONDS = "seconds";
    /** Of a longer sound only the start is used, so it need not be refused. */
    private static final double LONGEST = 600;

    public AudioFolder(ImportCache cache) {
        super(
                cache,
                "audio-folder",
                Task.SOUND_CLASSIFICATION,
                List.of(
                        DatasetOption.integer(RATE, 8000, WavReader.LOWEST_RATE, 48_000),
                        DatasetOption.number(SECONDS, 1, 0.05, 30)),
                "sounds (WAV)");
    }

    @Override
    boolean suits(FileTree.Entry file) {
        return file.endsWith(".wav");
    }

    @Override
    PackHeader header(Options options, ClassFolders folders) {
        int rate = options.integer(RATE);
        int length = (int) Math.max(1, Math.round(options.number(SECONDS) * rate));
        return PackHeader.of(
                descriptor().id(),
                place(options),
                PackHeader.Kind.SHORTS,
                List.of(1, length),
                List.of(),
                folders.classes(),
                Integer.toString(rate));
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
    Content content(PackHeader header) {
        return new Content.Ready(
                new Sequence(1, header.shape().get(1)), new Presentation.Sound(Integer.parseInt(header.detail())));
    }

    @Override
    List<StepReference> steps(PackHeader header) {
        return List.of(StepReference.of("spectrogram"));
    }
}
