package org.vitrine.datasets.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.datasets.Content;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.Examples;
import org.vitrine.datasets.Presentation;
import org.vitrine.datasets.RawDataset;
import org.vitrine.datasets.Stage;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.Value;
import org.vitrine.datasets.steps.Pipelines;
import org.vitrine.graph.model.StepReference;
import org.vitrine.graph.shape.Image;
import org.vitrine.graph.shape.Sequence;
import org.vitrine.graph.shape.Target;

class FolderImportTest {
    @TempDir
    Path home;

    private final ImportProgress nobody = ImportProgress.NONE;

    @Test
    void picturesInClassFoldersBecomeClasses() throws Exception {
        Path pictures = pictures(20, "cats", "dogs");
        Files.write(pictures.resolve("cats/broken.png"), java.util.Arrays.copyOf(png(1), 40));
        Files.writeString(pictures.resolve("dogs/notes.txt"), "woof");
        Files.write(pictures.resolve("stray.png"), png(1));
        ImageFolder importer = new ImageFolder(cache());
        Map<String, String> options = Map.of("folder", pictures.toString());
        ImportReport report = importer.run(options, nobody);
        assertThat(report.examples()).isEqualTo(40);
        assertThat(report.classes()).containsExactly(Map.entry("cats", 20), Map.entry("dogs", 20));
        assertThat(report.known()).isFalse();
        assertThat(report.skippedFiles()).isEqualTo(3);
        assertThat(report.skipped().toString())
                .contains("cats/broken.png", "ends too early", "dogs/notes.txt", "stray.png", "no folder of a class");
        RawDataset raw = importer.read(report.options());
        Content.Ready content = (Content.Ready) raw.stage().content();
        assertThat(content.shape()).isEqualTo(new Image(1, 12, 16));
        assertThat(raw.stage().targets().names()).containsExactly("cats", "dogs");
        assertThat(raw.stage().train().size()).isEqualTo(28);
        assertThat(raw.stage().test().size()).isEqualTo(6);
        for (Examples part : parts(raw)) {
            for (int i = 0; i < part.size(); i++) {
                float shade = part.example(i).numbers().tensor().values()[0];
                assertThat(part.example(i).target()).isEqualTo(Tensor.of(new float[] {shade < 0.5 ? 0 : 1}));
            }
        }
    }

    @Test
    void foldersOfPartsAreKept() throws Exception {
        Path root = home.resolve("parts");
        for (String part : List.of("train", "test")) {
            for (String name : List.of("a", "b")) {
                Path folder = Files.createDirectories(root.resolve(part).resolve(name));
                for (int i = 0; i < 8; i++) {
                    Files.write(folder.resolve(i + ".png"), png(part.equals("test") ? 200 : 10));
                }
            }
        }
        Stage stage = new ImageFolder(cache())
                .read(Map.of("folder", root.toString(), "validation", "0.25"))
                .stage();
        assertThat(stage.train().size()).isEqualTo(12);
        assertThat(stage.validation().size()).isEqualTo(4);
        assertThat(stage.test().size()).isEqualTo(16);
        for (int i = 0; i < 16; i++) {
            assertThat(stage.test().example(i).numbers().tensor().values()[0]).isGreaterThan(0.5f);
        }
    }

    @Test
    void theSameFilesAreRecognisedAlsoElsewhereAndChangedOnesAreNot() throws Exception {
        Path first = pictures(6, "a", "b");
        ImageFolder importer = new ImageFolder(cache());
        ImportReport once = importer.run(Map.of("folder", first.toString()), nobody);
        ImportReport again = importer.run(Map.of("folder", first.toString()), nobody);
        assertThat(again.known()).isTrue();
        assertThat(again.options()).isEqualTo(once.options());
        Path moved = Files.move(first, home.resolve("moved"));
        ImportReport elsewhere = importer.run(Map.of("folder", moved.toString()), nobody);
        assertThat(elsewhere.known()).isTrue();
        assertThat(elsewhere.options()).containsEntry("content", once.options().get("content"));
        assertThat(packs()).hasSize(1);
        assertThat(importer.read(once.options()).stage().train().size()).isEqualTo(8);
        Map<String, String> smaller = new HashMap<>(elsewhere.options());
        smaller.put("width", "8");
        assertThat(importer.read(smaller)
                        .stage()
                        .train()
                        .example(0)
                        .numbers()
                        .tensor()
                        .shape())
                .containsExactly(1, 12, 8);
        assertThat(packs()).hasSize(2);
        Files.write(moved.resolve("a/new.png"), png(3));
        assertThat(importer.run(Map.of("folder", moved.toString()), nobody).known())
                .isFalse();
        assertThat(packs()).hasSize(3);
        for (Path pack : packs()) {
            Files.delete(pack);
        }
        Map<String, String> old = new HashMap<>(once.options());
        old.put("folder", moved.toString());
        assertThatThrownBy(() -> importer.read(old))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("does not hold any more what was imported");
    }

    @Test
    void aCancelledImportLeavesNothing() throws Exception {
        Path pictures = pictures(200, "a", "b");
        ImageFolder importer = new ImageFolder(cache());
        ImportProgress cancel = (phase, done, total) -> {
            if (phase == ImportProgress.Phase.CONVERTING && done == 50) {
                Thread.currentThread().interrupt();
            }
        };
        assertThatThrownBy(() -> importer.run(Map.of("folder", pictures.toString()), cancel))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("cancelled");
        assertThat(Thread.interrupted()).isTrue();
        try (Stream<Path> files = Files.walk(home.resolve("cache"))) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
        assertThat(importer.run(Map.of("folder", pictures.toString()), nobody).examples())
                .isEqualTo(400);
    }

    @Test
    void progressGoesFromListingToTheEnd() throws Exception {
        Path pictures = pictures(30, "a", "b");
        Set<ImportProgress.Phase> phases = new HashSet<>();
        List<Long> converted = new ArrayList<>();
        new ImageFolder(cache()).run(Map.of("folder", pictures.toString()), (phase, done, total) -> {
            phases.add(phase);
            assertThat(total).isEqualTo(60);
            if (phase == ImportProgress.Phase.CONVERTING) {
                converted.add(done);
            }
        });
        assertThat(phases).containsExactlyInAnyOrder(ImportProgress.Phase.values());
        assertThat(converted).hasSize(60).isSorted().endsWith(60L);
    }

    @Test
    void aPreviewShowsSamplesClassesAndProblems() throws Exception {
        Path pictures = pictures(40, "a", "b");
        Files.writeString(pictures.resolve("a/000.png"), "no picture");
        ImportPreview preview = new ImageFolder(cache()).preview(Map.of("folder", pictures.toString(), "width", "8"));
        assertThat(preview.classes()).containsExactly(Map.entry("a", 40), Map.entry("b", 40));
        assertThat(preview.complete()).isTrue();
        assertThat(preview.samples()).hasSizeBetween(20, 24);
        assertThat(preview.samples().get(0).value())
                .satisfies(value ->
                        assertThat(((Value.Numbers) value).tensor().shape()).containsExactly(1, 12, 8));
        assertThat(preview.problems()).hasSize(1);
        assertThat(preview.problems().get(0).reason()).contains("neither PNG, JPEG, BMP nor GIF");
        assertThat(home.resolve("cache")).doesNotExist();
    }

    @Test
    void foldersWithoutClassesAreExplained() throws Exception {
        ImageFolder importer = new ImageFolder(cache());
        Path one = pictures(3, "only");
        assertThatThrownBy(() -> importer.run(Map.of("folder", one.toString()), nobody))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("3 pictures")
                .hasMessageContaining("in 1 folders; one folder for each class");
        assertThatThrownBy(() ->
                        importer.read(Map.of("folder", home.resolve("none").toString())))
                .hasMessageContaining("There is no folder");
        Path broken = home.resolve("broken");
        for (String name : List.of("a", "b")) {
            Files.createDirectories(broken.resolve(name));
            Files.writeString(broken.resolve(name + "/x.png"), "x");
        }
        assertThatThrownBy(() -> importer.run(Map.of("folder", broken.toString()), nobody))
                .hasMessageContaining("Nothing of")
                .hasMessageContaining("neither PNG");
        assertThatThrownBy(() ->
                        importer.read(Map.of("folder", pictures(2, "a", "b").toString())))
                .hasMessageContaining("at least 10 in all");
    }

    @Test
    void soundsAreCutToOneLengthAndRate() throws Exception {
        Path root = home.resolve("sounds");
        for (String word : List.of("no", "yes")) {
            Path folder = Files.createDirectories(root.resolve(word));
            for (int i = 0; i < 8; i++) {
                Files.write(folder.resolve(i + ".wav"), wav(word.equals("no") ? 4000 : 24_000));
            }
        }
        AudioFolder importer = new AudioFolder(cache());
        RawDataset raw = importer.read(Map.of("folder", root.toString(), "seconds", "0.5"));
        Content.Ready content = (Content.Ready) raw.stage().content();
        assertThat(content.shape()).isEqualTo(new Sequence(1, 4000));
        assertThat(content.presentation()).isEqualTo(new Presentation.Sound(8000));
        assertThat(raw.steps()).containsExactly(StepReference.of("spectrogram"));
        Dataset ready = Pipelines.fit(raw, Optional.empty());
        assertThat(ready.train().example(0).inputs().size())
                .isEqualTo((int) ready.spec().input().size());
        assertThat(ready.presentation()).isInstanceOf(Presentation.Spectrogram.class);
        for (int i = 0; i < raw.stage().train().size(); i++) {
            Tensor sound = raw.stage().train().example(i).numbers().tensor();
            boolean isLong = raw.stage().train().example(i).target().values()[0] == 1;
            assertThat(sound.values()[1000]).isBetween(0.45f, 0.55f);
            assertThat(sound.values()[3900]).isBetween(isLong ? 0.45f : 0, isLong ? 0.55f : 0.01f);
        }
    }

    @Test
    void textsAreReadAsWritten() throws Exception {
        Path root = home.resolve("texts");
        for (String mood : List.of("good", "bad")) {
            Path folder = Files.createDirectories(root.resolve(mood));
            for (int i = 0; i < 10; i++) {
                Files.writeString(folder.resolve(i + ".txt"), mood + " Ünïcode " + i + "\r\n");
            }
        }
        Files.writeString(root.resolve("bad/latin.txt"), "größe", StandardCharsets.ISO_8859_1);
        TextFolder importer = new TextFolder(cache());
        RawDataset raw = importer.read(Map.of("folder", root.toString()));
        assertThat(raw.stage().content()).isEqualTo(new Content.Text());
        for (int i = 0; i < raw.stage().train().size(); i++) {
            String text = ((Value.Text) raw.stage().train().example(i).value()).text();
            assertThat(text)
                    .matches((raw.stage().train().example(i).target().values()[0] == 0 ? "bad" : "good")
                            + " Ünïcode [0-9]");
        }
        Dataset ready = Pipelines.fit(raw, Optional.empty());
        assertThat(ready.presentation()).isInstanceOf(Presentation.Text.class);
        assertThat(ready.fingerprint()).hasSize(64);
        assertThat(importer.run(Map.of("folder", root.toString()), nobody).skipped())
                .singleElement()
                .satisfies(skipped -> assertThat(skipped.reason()).contains("not UTF-8"));
    }

    @Test
    void boxesFollowTheirPicture() throws Exception {
        Path root = home.resolve("boxes");
        Files.createDirectories(root.resolve("images"));
        Files.createDirectories(root.resolve("labels"));
        for (int i = 0; i < 12; i++) {
            Files.write(root.resolve("images/" + i + ".png"), png(i));
            Files.writeString(
                    root.resolve("labels/" + i + ".txt"), "1 0.25 0.5 0.5 1\n" + (i == 0 ? "0 .5 .5 .1 .1" : ""));
        }
        Files.writeString(root.resolve("labels/classes.txt"), "cat\ndog\n");
        Files.write(root.resolve("images/alone.png"), png(1));
        Files.write(root.resolve("images/wrong.png"), png(1));
        Files.writeString(root.resolve("labels/wrong.txt"), "5 0.25 0.5 0.5 1\n");
        DetectionFolder importer = new DetectionFolder(cache());
        RawDataset raw = importer.read(Map.of("folder", root.toString(), "width", "32", "height", "32", "fit", "pad"));
        assertThat(raw.stage().targets().target()).contains(Target.boxes(2, 2));
        assertThat(raw.stage().targets().names()).containsExactly("cat", "dog");
        Dataset ready = Pipelines.fit(raw, Optional.empty());
        assertThat(ready.train().example(0).targets().shape()).containsExactly(1, 2, 5);
        // 16 x 12 becomes 32 x 24 with 4 rows above and below.
        for (int i = 0; i < raw.stage().train().size(); i++) {
            float[] target = raw.stage().train().example(i).target().values();
            assertThat(target).startsWith(1, 0.25f, 0.5f, 0.5f, 0.75f);
        }
        ImportReport report = importer.run(Map.of("folder", root.toString()), nobody);
        assertThat(report.classes()).containsExactly(Map.entry("cat", 1), Map.entry("dog", 12));
        assertThat(report.skipped().toString())
                .contains("images/alone.png", "no annotation", "images/wrong.png", "line 1, value 1");
        ImportPreview preview = importer.preview(Map.of("folder", root.toString(), "width", "32", "height", "24"));
        assertThat(preview.samples().get(1).boxes()).hasSize(1).first().satisfies(box -> {
            assertThat(box.name()).isEqualTo("dog");
            assertThat(List.of(box.left(), box.top(), box.right(), box.bottom()))
                    .containsExactly(0.0, 0.0, 16.0, 24.0);
        });
    }

    @Test
    void pascalVocFoldersAreRead() throws Exception {
        Path root = home.resolve("voc");
        Files.createDirectories(root.resolve("JPEGImages"));
        Files.createDirectories(root.resolve("Annotations"));
        for (int i = 0; i < 12; i++) {
            Files.write(root.resolve("JPEGImages/" + i + ".png"), png(i));
            Files.writeString(
                    root.resolve("Annotations/" + i + ".xml"),
                    "<annotation><object><name>" + (i % 2 == 0 ? "cat" : "ant")
                            + "</name><bndbox><xmin>4</xmin><ymin>3</ymin><xmax>12</xmax><ymax>9</ymax></bndbox></object>"
                            + "</annotation>");
        }
        DetectionFolder importer = new DetectionFolder(cache());
        RawDataset raw = importer.read(Map.of("folder", root.toString()));
        assertThat(raw.stage().targets().names()).containsExactly("ant", "cat");
        float[] target = raw.stage().train().example(0).target().values();
        assertThat(target[1]).isEqualTo(0.5f);
        assertThat(target[3]).isEqualTo(0.5f);
        assertThat(importer.probe(root)).isEqualTo(Importer.Match.LIKELY);
    }

    private ImportCache cache() {
        return new ImportCache(home.resolve("cache"));
    }

    private List<Path> packs() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("cache"))) {
            return files.filter(file -> file.toString().endsWith(".pack")).toList();
        }
    }

    /** Pictures of 16 x 12 grey pixels; those of the first class are dark. */
    private Path pictures(int each, String... classes) throws IOException {
        Path root = home.resolve("pictures" + each + classes.length);
        for (int c = 0; c < classes.length; c++) {
            Path folder = Files.createDirectories(root.resolve(classes[c]));
            for (int i = 0; i < each; i++) {
                Files.write(folder.resolve(String.format("%03d.png", i)), png(i % 100 + 128 * c));
            }
        }
        return root;
    }

    private static List<Examples> parts(RawDataset raw) {
        return List.of(
                raw.stage().train(), raw.stage().validation(), raw.stage().test());
    }

    private static byte[] png(int shade) throws IOException {
        BufferedImage image = new BufferedImage(16, 12, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 16 * 12; i++) {
            image.getRaster().setSample(i % 16, i / 16, 0, shade);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    /** A constant level of a half at 16,000 samples a second. */
    private static byte[] wav(int samples) {
        ByteBuffer wav = ByteBuffer.allocate(44 + 2 * samples).order(ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + 2 * samples);
        wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        wav.putShort((short) 1)
                .putShort((short) 1)
                .putInt(16_000)
                .putInt(32_000)
                .putInt(0x100002);
        wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(2 * samples);
        for (int i = 0; i < samples; i++) {
            wav.putShort((short) 16_384);
        }
        return wav.array();
    }
}
