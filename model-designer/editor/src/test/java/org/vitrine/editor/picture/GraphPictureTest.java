package org.vitrine.editor.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vitrine.drawing.PictureFormat;
import org.vitrine.editor.layout.LayeredLayout;
import org.vitrine.editor.model.GraphState;
import org.vitrine.editor.model.GraphViewModel;
import org.vitrine.editor.model.Graphs;
import org.vitrine.editor.plan.EdgeStyle;
import org.vitrine.graph.edit.PutFrame;
import org.vitrine.graph.edit.PutNote;
import org.vitrine.graph.model.Frame;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.model.Note;
import org.vitrine.graph.model.Position;
import org.vitrine.graph.model.Tint;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

class GraphPictureTest {
    private static final Path FOLDER = Path.of("target", "pictures");

    private static GraphState transformer() {
        GraphViewModel model = Graphs.model(Graphs.transformer(), Graphs.TEXT);
        model.actions().applyLayout(LayeredLayout.of(model.document()));
        return model.state();
    }

    private static Path write(String name, PictureFormat format, double scale, EdgeStyle style, Paper paper)
            throws IOException {
        Path file = Files.createDirectories(FOLDER).resolve(name + "." + format.extension());
        new GraphPicture(transformer(), style, paper).write(file, format, scale);
        return file;
    }

    private static List<String> names() {
        return transformer().document().graph().nodes().stream()
                .map(Node::id)
                .map(Object::toString)
                .toList();
    }

    private static List<String> contents(Document document, String element) {
        List<String> texts = new ArrayList<>();
        NodeList found = document.getElementsByTagName(element);
        for (int i = 0; i < found.getLength(); i++) {
            texts.add(found.item(i).getTextContent());
        }
        return texts;
    }

    @ParameterizedTest
    @EnumSource(EdgeStyle.class)
    void svgHasEveryNameAsTextAndEveryEdgeAsAGroup(EdgeStyle style) throws Exception {
        Path file = write("transformer-" + style, PictureFormat.SVG, 1, style, Paper.LIGHT);

        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());

        assertThat(document.getDocumentElement().getTagName()).isEqualTo("svg");
        assertThat(contents(document, "text")).containsAll(names()).contains("64 × 32 steps");
        assertThat(contents(document, "title")).contains("Transformer on reviews", "attention1 → add1a");
    }

    @Test
    void pdfHasEveryNameAsTextAndTakesItsFontsAlong() throws IOException {
        Path file = write("transformer", PictureFormat.PDF, 1, EdgeStyle.CURVED, Paper.WHITE);

        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Transformer on reviews");
            assertThat(new PDFTextStripper().getText(document))
                    .contains(names())
                    .contains("64 × 32 steps");
            for (var name : document.getPage(0).getResources().getFontNames()) {
                assertThat(document.getPage(0).getResources().getFont(name).isEmbedded())
                        .isTrue();
            }
        }
    }

    @Test
    void pngHasManyColoursAndGrowsWithItsScale() throws IOException {
        BufferedImage once = ImageIO.read(write("transformer", PictureFormat.PNG, 1, EdgeStyle.CURVED, Paper.LIGHT)
                .toFile());
        BufferedImage twice =
                ImageIO.read(write("transformer-2x", PictureFormat.PNG, 2, EdgeStyle.ORTHOGONAL, Paper.WHITE)
                        .toFile());

        assertThat(twice.getWidth()).isBetween(2 * once.getWidth() - 2, 2 * once.getWidth() + 2);
        Set<Integer> colours = new HashSet<>();
        for (int x = 0; x < once.getWidth(); x++) {
            for (int y = 0; y < once.getHeight(); y++) {
                colours.add(once.getRGB(x, y));
            }
        }
        assertThat(colours).hasSizeGreaterThan(100);
        assertThat(colours).contains(0xff8b5cf6);
    }

    @Test
    void aPictureTooLargeForPixelsIsRefusedAndNoFileIsLeft() throws IOException {
        Path file = Files.createDirectories(FOLDER).resolve("large.png");
        GraphPicture picture =
                new GraphPicture(Graphs.model(Graphs.wide(), Graphs.TABLE).state(), EdgeStyle.CURVED, Paper.LIGHT);

        assertThatThrownBy(() -> picture.write(file, PictureFormat.PNG, 4))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("pixels");
        assertThat(file).doesNotExist();
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files).noneMatch(path -> path.toString().endsWith(".part"));
        }
    }

    @Test
    void aGraphWithProblemsAndOneWithoutLayersAreDrawnToo() throws IOException {
        Path file = Files.createDirectories(FOLDER).resolve("empty.svg");

        new GraphPicture(Graphs.model(Graphs.empty(), Graphs.TABLE).state(), EdgeStyle.CURVED, Paper.LIGHT)
                .write(file, PictureFormat.SVG, 1);
        assertThat(file).isNotEmptyFile();
        new GraphPicture(Graphs.model(Graphs.lenet(), Graphs.TEXT).state(), EdgeStyle.CURVED, Paper.LIGHT)
                .write(file, PictureFormat.PDF, 1);
        assertThat(file).isNotEmptyFile();
    }

    @Test
    void notesAndFramesAreDrawnBehindTheGraphAndWidenThePicture() throws Exception {
        GraphViewModel model = Graphs.model(Graphs.transformer(), Graphs.TEXT);
        model.actions().applyLayout(LayeredLayout.of(model.document()));
        double plain = new GraphPicture(model.state(), EdgeStyle.CURVED, Paper.LIGHT).width();
        List<Node> nodes = model.document().graph().nodes();
        model.execute(new PutFrame(new Frame(
                new NodeId("frame1"),
                "First block",
                Tint.VIOLET,
                Set.of(nodes.get(2).id(), nodes.get(3).id()))));
        String text = "Attention mixes what is said at all places of the text, and so it needs no recurrence.";
        model.execute(new PutNote(new Note(new NodeId("note1"), text, new Position(-400, 0), 200, 96, Tint.YELLOW)));
        Path file = Files.createDirectories(FOLDER).resolve("annotated.svg");

        GraphPicture picture = new GraphPicture(model.state(), EdgeStyle.CURVED, Paper.LIGHT);
        picture.write(file, PictureFormat.SVG, 1);
        picture.write(FOLDER.resolve("annotated.png"), PictureFormat.PNG, 1);

        assertThat(picture.width()).isGreaterThan(plain + 200);
        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
        List<String> words = contents(document, "text");
        assertThat(words.indexOf("First block")).isBetween(0, words.indexOf(names().get(0)));
        assertThat(String.join(" ", words)).contains("Attention mixes").contains("recurrence.");
    }
}
