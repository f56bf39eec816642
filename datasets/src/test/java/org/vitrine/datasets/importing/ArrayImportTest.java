package org.vitrine.datasets.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.datasets.Content;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.Example;
import org.vitrine.datasets.Npy;
import org.vitrine.datasets.RawDataset;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.random.Draw;
import org.vitrine.graph.shape.Flat;
import org.vitrine.graph.shape.Image;
import org.vitrine.graph.shape.Sequence;
import org.vitrine.graph.shape.Target;

class ArrayImportTest {
    @TempDir
    Path folder;

    @Test
    void idxFilesComeWithTheirLabelsAndTheirTest() throws Exception {
        idx("train-images-idx3-ubyte.gz", true, 30, 2, 3);
        idx("train-labels-idx1-ubyte.gz", true, 30);
        idx("t10k-images-idx3-ubyte.gz", false, 10, 2, 3);
        idx("t10k-labels-idx1-ubyte.gz", false, 10);
        IdxFiles importer = new IdxFiles(new ImportCache(folder.resolve("cache")));
        RawDataset raw = importer.read(
                Map.of("file", folder.resolve("train-images-idx3-ubyte.gz").toString()));
        assertThat(((Content.Ready) raw.stage().content()).shape()).isEqualTo(new Image(1, 2, 3));
        assertThat(raw.stage().targets().names()).containsExactly("0", "1", "2");
        assertThat(raw.stage().test().size()).isEqualTo(10);
        assertThat(raw.stage().train().size() + raw.stage().validation().size()).isEqualTo(30);
        for (int i = 0; i < 10; i++) {
            Example example = raw.stage().test().example(i);
            assertThat(example.numbers().tensor().values()).contains(i / 255f);
            assertThat(example.target().values()).containsExactly(i % 3);
        }
        Files.delete(folder.resolve("train-labels-idx1-ubyte.gz"));
        assertThatThrownBy(() -> importer.preview(Map.of(
                        "file", folder.resolve("train-images-idx3-ubyte.gz").toString())))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("no labels beside")
                .hasMessageContaining("train-labels-idx1-ubyte.gz");
    }

    @Test
    void numpyFilesArePairs() throws Exception {
        Tensor x = Tensor.zeros(40, 4);
        Tensor y = Tensor.zeros(40);
        for (int i = 0; i < 40; i++) {
            x.values()[4 * i] = i + 0.25f;
            y.values()[i] = 7 * (i % 2);
        }
        Npy.write(folder.resolve("x.npy"), x);
        Npy.write(folder.resolve("y.npy"), y);
        NpyFiles importer = new NpyFiles(new ImportCache(folder.resolve("cache")));
        Map<String, String> options = Map.of("file", folder.resolve("x.npy").toString());
        RawDataset raw = importer.read(options);
        assertThat(((Content.Ready) raw.stage().content()).shape()).isEqualTo(new Flat(4));
        assertThat(raw.stage().targets().names()).containsExactly("0", "7");
        for (int i = 0; i < raw.stage().train().size(); i++) {
            Example example = raw.stage().train().example(i);
            int row = (int) example.numbers().tensor().values()[0];
            assertThat(example.target().values()).containsExactly(row % 2);
        }
        RawDataset values = importer.read(Map.of("file", folder.resolve("x.npy").toString(), "task", "regression"));
        assertThat(values.stage().targets().target()).contains(Target.values(1));
        assertThat(importer.preview(options).samples()).hasSize(24);
        x.values()[13] = Float.NaN;
        Npy.write(folder.resolve("x.npy"), x);
        assertThatThrownBy(() -> importer.run(options, ImportProgress.NONE))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("x.npy, example 4 holds NaN");
    }

    @Test
    void numpyArchivesKeepTheirTestAndTurnPicturesAround() throws Exception {
        Path file = folder.resolve("set.npz");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (String part : new String[] {"train", "test"}) {
                zip.putNextEntry(new ZipEntry("x_" + part + ".npy"));
                Tensor x = Tensor.zeros(20, 2, 2, 3);
                for (int i = 0; i < x.size(); i++) {
                    x.values()[i] = i % 12;
                }
                Npy.write(zip, x);
                zip.putNextEntry(new ZipEntry("y_" + part + ".npy"));
                Tensor y = Tensor.zeros(20, 2);
                for (int i = 0; i < 20; i++) {
                    y.values()[2 * i + i % 2] = 1;
                }
                Npy.write(zip, y);
            }
        }
        NpyFiles importer = new NpyFiles(new ImportCache(folder.resolve("cache")));
        RawDataset raw = importer.read(Map.of("file", file.toString()));
        assertThat(((Content.Ready) raw.stage().content()).shape()).isEqualTo(new Image(3, 2, 2));
        assertThat(raw.stage().test().size()).isEqualTo(20);
        Example first = raw.stage().test().example(1);
        assertThat(first.numbers().tensor().values()).containsExactly(0, 3, 6, 9, 1, 4, 7, 10, 2, 5, 8, 11);
        assertThat(first.target().values()).containsExactly(1);
    }

    @Test
    void sequencesHaveTwoAxes() throws Exception {
        Npy.write(folder.resolve("X.npy"), Tensor.zeros(12, 2, 9));
        Npy.write(folder.resolve("y.npy"), Tensor.of(new float[] {0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1}, 12));
        RawDataset raw = new NpyFiles(new ImportCache(folder.resolve("cache")))
                .read(Map.of("file", folder.resolve("X.npy").toString()));
        assertThat(((Content.Ready) raw.stage().content()).shape()).isEqualTo(new Sequence(2, 9));
    }

    @Test
    void aDamagedPackIsMadeAnew() throws Exception {
        idx("train-images-idx3-ubyte", false, 30, 2, 3);
        idx("train-labels-idx1-ubyte", false, 30);
        ImportCache cache = new ImportCache(folder.resolve("cache"));
        IdxFiles importer = new IdxFiles(cache);
        Map<String, String> options =
                Map.of("file", folder.resolve("train-images-idx3-ubyte").toString());
        ImportReport report = importer.run(options, ImportProgress.NONE);
        Path pack = cache.file("idx", Map.of("labels", ""), report.options().getOrDefault("content", ""));
        byte[] whole = Files.readAllBytes(pack);
        for (int length = 0; length < whole.length; length++) {
            Files.write(pack, java.util.Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> Pack.open(pack))
                    .isInstanceOf(DatasetException.class)
                    .hasMessageContaining(pack.toString());
        }
        for (int i = 0; i < 500; i++) {
            Draw draw = Draw.forExample(3, i);
            byte[] flipped = whole.clone();
            flipped[draw.below(whole.length)] ^= (byte) (1 << draw.below(8));
            Files.write(pack, flipped);
            readOrRefuse(pack);
        }
        Files.write(pack, new byte[10]);
        assertThat(importer.read(report.options()).stage().train().size()).isEqualTo(18);
        assertThat(Files.readAllBytes(pack)).isEqualTo(whole);
    }

    private static void readOrRefuse(Path file) {
        try {
            Pack pack = Pack.open(file);
            for (int i = 0; i < pack.size(); i++) {
                assertThat(pack.example(i).target().values()).hasSize(1);
            }
            assertThat(pack.labels()).hasSize(pack.size());
        } catch (DatasetException e) {
            assertThat(e).hasMessageContaining(file.toString());
        }
    }

    private void idx(String name, boolean zipped, int... shape) throws IOException {
        int size = 1;
        for (int axis : shape) {
            size *= axis;
        }
        ByteBuffer bytes = ByteBuffer.allocate(4 + 4 * shape.length + size).putInt(0x800 | shape.length);
        for (int axis : shape) {
            bytes.putInt(axis);
        }
        int each = size / shape[0];
        for (int i = 0; i < size; i++) {
            bytes.put((byte) (shape.length == 1 ? i % 3 : i / each));
        }
        try (OutputStream out = zipped
                ? new GZIPOutputStream(Files.newOutputStream(folder.resolve(name)))
                : Files.newOutputStream(folder.resolve(name))) {
            out.write(bytes.array());
        }
    }
}
