package org.vitrine.datasets.catalogue.downloaded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.vitrine.datasets.Content;
import org.vitrine.datasets.DatasetDescriptor;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.Example;
import org.vitrine.datasets.Examples;
import org.vitrine.datasets.Options;
import org.vitrine.datasets.Presentation;
import org.vitrine.datasets.RawDataset;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.Value;
import org.vitrine.datasets.random.Draw;
import org.vitrine.graph.shape.Image;

/**
 * CIFAR-10 as its binary files have it: records of a label and 32 x 32 bytes each of red, green and blue. The files stay on the
 * disk and are looked into.
 */
final class CifarReading implements DownloadedSource.Reading {
    private static final List<String> CLASSES =
            List.of("airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck");
    private static final int SIDE = 32;
    private static final int PIXELS = 3 * SIDE * SIDE;
    private static final int RECORD = 1 + PIXELS;
    private static final int BATCHES = 5;

    @Override
    public RawDataset read(DatasetDescriptor descriptor, Options options, List<Path> files) throws DatasetException {
        Path folder = files.get(0).resolve("cifar-10-batches-bin");
        List<ByteBuffer> batches = new ArrayList<>();
        for (int i = 1; i <= BATCHES; i++) {
            batches.add(map(folder.resolve("data_batch_" + i + ".bin")));
        }
        Records train = new Records(batches);
        return Labelled.of(
                descriptor,
                options,
                new Content.Ready(new Image(3, SIDE, SIDE), new Presentation.Picture()),
                CLASSES,
                train,
                IntStream.range(0, train.size()).map(train::label).toArray(),
                new Records(List.of(map(folder.resolve("test_batch.bin")))),
                List.of());
    }

    private static ByteBuffer map(Path file) throws DatasetException {
        if (!Files.isRegularFile(file)) {
            throw DownloadedSources.wrong(file, "is missing");
        }
        try (FileChannel channel = FileChannel.open(file)) {
            if (channel.size() == 0 || channel.size() % RECORD != 0 || channel.size() > Integer.MAX_VALUE) {
                throw DownloadedSources.wrong(
                        file, "has " + channel.size() + " bytes, which are no records of " + RECORD);
            }
            ByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            for (int at = 0; at < bytes.capacity(); at += RECORD) {
                if ((bytes.get(at) & 0xff) >= CLASSES.size()) {
                    throw DownloadedSources.wrong(
                            file, "has the label " + (bytes.get(at) & 0xff) + " in record " + (1 + at / RECORD));
                }
            }
            return bytes;
        } catch (IOException e) {
            throw new DatasetException("File " + file + " can not be read: " + e.getMessage() + ".", e);
        }
    }

    /**
     * The records of some files.
     *
     * @param files read by absolute position, which any number of threads may do
     */
    private record Records(List<ByteBuffer> files) implements Examples {
        @Override
        public int size() {
            return files.stream().mapToInt(file -> file.capacity() / RECORD).sum();
        }

        int label(int index) {
            byte[] label = new byte[1];
            read(index, label);
            return label[0];
        }

        @Override
        public Example example(int index, @Nullable Draw draw) {
            byte[] bytes = new byte[RECORD];
            read(index, bytes);
            float[] values = new float[PIXELS];
            for (int i = 0; i < PIXELS; i++) {
                values[i] = (bytes[1 + i] & 0xff) / 255f;
            }
            return new Example(Value.Numbers.of(Tensor.of(values, 3, SIDE, SIDE)), Tensor.of(new float[] {bytes[0]}));
        }

        private void read(int index, byte[] into) {
            int left = index;
            for (ByteBuffer file : files) {
                int records = file.capacity() / RECORD;
                if (left < records) {
                    file.get(left * RECORD, into);
                    return;
                }
                left -= records;
            }
            throw new IndexOutOfBoundsException(index);
        }
    }
}
