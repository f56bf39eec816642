package org.vitrine.datasets.catalogue.images;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.vitrine.datasets.DatasetDescriptor;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.DatasetOption;
import org.vitrine.datasets.DatasetSource;
import org.vitrine.datasets.MemorySplit;
import org.vitrine.datasets.Options;
import org.vitrine.datasets.Presentation;
import org.vitrine.datasets.RawDataset;
import org.vitrine.datasets.Task;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.catalogue.support.CommonOptions;
import org.vitrine.datasets.catalogue.support.Resources;
import org.vitrine.datasets.random.Partition;
import org.vitrine.datasets.read.Idx;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.graph.shape.Image;
import org.vitrine.graph.shape.Target;

/** Grey images in IDX files, [n, 1, height, width] with values from 0 to 1. */
public final class ImageSource implements DatasetSource {
    private static final String TEST_SHARE = "test";

    private final DatasetDescriptor descriptor;
    private final List<String> classes;
    private final float white;
    private final String train;
    private final String test;

    /**
     * @param white the byte that becomes 1
     * @param train path of the training files without their ends
     * @param test the same for the test files; empty if a share of the training files is the test part
     */
    private ImageSource(DatasetDescriptor descriptor, List<String> classes, float white, String train, String test) {
        this.descriptor = descriptor;
        this.classes = List.copyOf(classes);
        this.white = white;
        this.train = train;
        this.test = test;
    }

    public static ImageSource mnist() {
        return new ImageSource(
                describe(
                        "mnist",
                        "CC BY-SA 3.0, Yann LeCun and Corinna Cortes",
                        "MNIST, subset of 12,000 images",
                        0.1,
                        false),
                digits(),
                255,
                "mnist/mnist-train",
                "mnist/mnist-test");
    }

    public static ImageSource fashion() {
        return new ImageSource(
                describe(
                        "fashion-mnist", "MIT, © 2017 Zalando SE", "Fashion-MNIST, subset of 7,000 images", 0.1, false),
                List.of(
                        "T-shirt",
                        "Trouser",
                        "Pullover",
                        "Dress",
                        "Coat",
                        "Sandal",
                        "Shirt",
                        "Sneaker",
                        "Bag",
                        "Ankle boot"),
                255,
                "fashion-mnist/fashion-train",
                "fashion-mnist/fashion-test");
    }

    public static ImageSource smallDigits() {
        return new ImageSource(
                describe(
                        "digits",
                        "CC BY 4.0, E. Alpaydin and C. Kaynak",
                        "UCI Machine Learning Repository, Optical Recognition of Handwritten Digits",
                        0.15,
                        true),
                digits(),
                16,
                "digits/uci-digits8x8",
                "");
    }

    @Override
    public DatasetDescriptor descriptor() {
        return descriptor;
    }

    @Override
    public RawDataset read(Map<String, String> given) throws DatasetException {
        Options options = Options.of(descriptor, given);
        Files files = read(train);
        double testShare = test.isEmpty() ? options.number(TEST_SHARE) : 0;
        Partition partition = Partition.stratified(
                files.classIndices(),
                classes.size(),
                options.number(CommonOptions.VALIDATION),
                testShare,
                options.integer(CommonOptions.SEED));
        MemorySplit testPart;
        if (test.isEmpty()) {
            testPart = split(files, partition.test());
        } else {
            Files testFiles = read(test);
            testPart = split(testFiles, IntStream.range(0, testFiles.count()).toArray());
        }
        return RawDataset.ready(
                descriptor,
                new DataSpec(new Image(1, files.height(), files.width()), Target.classes(classes.size())),
                new Presentation.Picture(),
                classes,
                List.of(),
                split(files, partition.train()),
                split(files, partition.validation()),
                testPart);
    }

    private Files read(String path) throws DatasetException {
        String imageFile = path + "-images.idx3.gz";
        String labelFile = path + "-labels.idx1.gz";
        Idx images = Idx.readGzipped(Resources.open(imageFile), imageFile, 3);
        Idx labels = Idx.readGzipped(Resources.open(labelFile), labelFile, 1);
        if (images.shape()[0] != labels.shape()[0]) {
            throw new DatasetException("Files " + imageFile + " and " + labelFile + " do not belong together: "
                    + images.shape()[0] + " images, " + labels.shape()[0] + " labels.");
        }
        for (int i = 0; i < labels.values().length; i++) {
            if ((labels.values()[i] & 0xff) >= classes.size()) {
                throw new DatasetException("File " + labelFile + ", label " + (i + 1) + " is "
                        + (labels.values()[i] & 0xff) + "; the classes are 0 to " + (classes.size() - 1) + ".");
            }
        }
        return new Files(images, labels);
    }

    private MemorySplit split(Files files, int[] chosen) {
        int pixels = files.height() * files.width();
        float[] inputs = new float[chosen.length * pixels];
        float[] targets = new float[chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            for (int p = 0; p < pixels; p++) {
                inputs[i * pixels + p] = (files.images().values()[chosen[i] * pixels + p] & 0xff) / white;
            }
            targets[i] = files.labels().values()[chosen[i]];
        }
        return new MemorySplit(
                Tensor.of(inputs, chosen.length, 1, files.height(), files.width()),
                Tensor.of(targets, chosen.length),
                null);
    }

    private static DatasetDescriptor describe(
            String id, String licence, String source, double validation, boolean withTestShare) {
        List<DatasetOption> options = withTestShare
                ? List.of(
                        CommonOptions.validation(validation),
                        DatasetOption.number(TEST_SHARE, 0.2, 0.02, 0.45),
                        CommonOptions.seed())
                : List.of(CommonOptions.validation(validation), CommonOptions.seed());
        return new DatasetDescriptor(id, Task.IMAGE_CLASSIFICATION, licence, source, options);
    }

    private static List<String> digits() {
        return IntStream.range(0, 10).mapToObj(Integer::toString).toList();
    }

    private record Files(Idx images, Idx labels) {
        int count() {
            return images.shape()[0];
        }

        int height() {
            return images.shape()[1];
        }

        int width() {
            return images.shape()[2];
        }

        int[] classIndices() {
            return IntStream.range(0, count()).map(i -> labels.values()[i]).toArray();
        }
    }
}
