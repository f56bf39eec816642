package org.vitrine.datasets.catalogue.downloaded;

import java.nio.file.Path;
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
import org.vitrine.datasets.read.Idx;
import org.vitrine.graph.shape.Image;

/** Four IDX files as MNIST has them: pictures and labels to train on, pictures and labels of the test part. */
record IdxReading(List<String> classes) implements DownloadedSource.Reading {
    static final List<String> CLOTHES = List.of(
            "T-shirt", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot");
    static final List<String> KANA = List.of("o", "ki", "su", "tsu", "na", "ha", "ma", "ya", "re", "wo");

    @Override
    public RawDataset read(DatasetDescriptor descriptor, Options options, List<Path> files) throws DatasetException {
        Pictures train = pictures(files.get(0), files.get(1));
        Pictures test = pictures(files.get(2), files.get(3));
        if (train.height() != test.height() || train.width() != test.width()) {
            throw DownloadedSources.wrong(files.get(2), "has pictures of another size than " + files.get(0));
        }
        return Labelled.of(
                descriptor,
                options,
                new Content.Ready(new Image(1, train.height(), train.width()), new Presentation.Picture()),
                classes,
                train,
                IntStream.range(0, train.size()).map(train::label).toArray(),
                test,
                List.of());
    }

    private Pictures pictures(Path pictureFile, Path labelFile) throws DatasetException {
        Pictures pictures = new Pictures(Idx.read(pictureFile, 3), Idx.read(labelFile, 1));
        if (pictures.images().shape()[0] != pictures.size()) {
            throw DownloadedSources.wrong(
                    labelFile,
                    "has " + pictures.size() + " labels for the "
                            + pictures.images().shape()[0] + " pictures of " + pictureFile);
        }
        for (int i = 0; i < pictures.size(); i++) {
            if (pictures.label(i) >= classes.size()) {
                throw DownloadedSources.wrong(
                        labelFile,
                        "has the label " + pictures.label(i) + " at " + (i + 1) + "; the classes are 0 to "
                                + (classes.size() - 1));
            }
        }
        return pictures;
    }

    /** Bytes that become numbers from 0 to 1 when they are asked for. */
    private record Pictures(Idx images, Idx labels) implements Examples {
        int height() {
            return images.shape()[1];
        }

        int width() {
            return images.shape()[2];
        }

        int label(int index) {
            return labels.values()[index] & 0xff;
        }

        @Override
        public int size() {
            return labels.values().length;
        }

        @Override
        public Example example(int index, @Nullable Draw draw) {
            float[] values = new float[height() * width()];
            for (int i = 0; i < values.length; i++) {
                values[i] = (images.values()[index * values.length + i] & 0xff) / 255f;
            }
            return new Example(
                    Value.Numbers.of(Tensor.of(values, 1, height(), width())), Tensor.of(new float[] {label(index)}));
        }
    }
}
