package org.vitrine.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** One figure that does everything a sheet can do, in each format. */
class PrintTest {
    private static final Path FOLDER = Path.of("target", "pictures");
    private static final int RED = 0xFFD00000;
    private static final int BLUE = 0xFF0000D0;

    private static final Print PRINT = new Print("Everything", 200, 100, Theme.WHITE, PrintTest::draw);

    @BeforeAll
    static void folder() throws IOException {
        Files.createDirectories(FOLDER);
    }

    private static void draw(Sheet sheet, double width, double height, Theme theme) {
        sheet.begin("boxes");
        sheet.fillBox(10, 10, 20, 20, RED);
        sheet.fillBox(40, 10, 20, 20, Colours.withOpacity(RED, 0.5));
        sheet.clip(70, 10, 10, 20);
        sheet.fillBox(70, 10, 20, 20, RED);
        sheet.end();
        sheet.end();
        Path2D curve = new Path2D.Double();
        curve.moveTo(10, 60);
        curve.quadTo(30, 40, 50, 60);
        curve.curveTo(60, 70, 70, 50, 80, 60);
        sheet.stroke(curve, BLUE, Pen.dashed(2, 4));
        sheet.polyline(new double[] {100, 120, 140}, new double[] {60, 50, 60}, 3, BLUE, Pen.of(1.5));
        sheet.fillDot(120, 50, 4, BLUE);
        BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, RED);
        image.setRGB(1, 0, BLUE);
        sheet.paint(image, 150, 10, 40, 20);
        sheet.write(new Words("Loss < 0.1", 10, 90, Anchor.START, 12, false, theme.text()));
        sheet.write(new Words("upwards", 190, 90, Anchor.START, 12, true, theme.muted(), true));
    }

    private static int at(BufferedImage image, int x, int y) {
        return image.getRGB(x, y) & 0xFFFFFF;
    }

    private static void hasAllThatIsDrawn(BufferedImage image, int scale) {
        assertThat(at(image, 20 * scale, 20 * scale)).isEqualTo(0xD00000);
        int half = at(image, 50 * scale, 20 * scale);
        assertThat(half >> 16 & 0xFF).isCloseTo(0xE7, within(2));
        assertThat(half & 0xFF).isCloseTo(0x80, within(3));
        assertThat(at(image, 75 * scale, 20 * scale)).isEqualTo(0xD00000);
        assertThat(at(image, 85 * scale, 20 * scale)).as("outside of the clip").isEqualTo(0xFFFFFF);
        assertThat(at(image, 155 * scale, 20 * scale)).isEqualTo(0xD00000);
        assertThat(at(image, 168 * scale, 12 * scale)).as("pixels stay squares").isEqualTo(0xD00000);
        assertThat(at(image, 185 * scale, 28 * scale)).isEqualTo(0x0000D0);
        assertThat(at(image, 120 * scale, 50 * scale)).isEqualTo(0x0000D0);
        assertThat(dark(image, 10 * scale, 80 * scale, 70 * scale, 92 * scale)).isGreaterThan(20 * scale);
        assertThat(dark(image, 180 * scale, 40 * scale, 194 * scale, 92 * scale))
                .as("words that run upwards")
                .isGreaterThan(10 * scale);
    }

    private static int dark(BufferedImage image, int left, int top, int right, int bottom) {
        int dark = 0;
        for (int x = left; x < right; x++) {
            for (int y = top; y < bottom; y++) {
                dark += (image.getRGB(x, y) & 0xFF) < 160 ? 1 : 0;
            }
        }
        return dark;
    }

    @Test
    void pngHasAllThatIsDrawnAtItsScale() throws IOException {
        Path file = FOLDER.resolve("everything.png");
        PRINT.write(file, PictureFormat.PNG, 2);

        BufferedImage image = ImageIO.read(file.toFile());

        assertThat(image.getWidth()).isEqualTo(400);
        hasAllThatIsDrawn(image, 2);
    }

    @Test
    void pdfHasAllThatIsDrawnAndItsTextAsText() throws IOException {
        Path file = FOLDER.resolve("everything.pdf");
        PRINT.write(file, PictureFormat.PDF, 1);

        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            // 192 points to the inch: two pixels for each of ours.
            hasAllThatIsDrawn(new PDFRenderer(document).renderImageWithDPI(0, 192), 2);
            assertThat(new PDFTextStripper().getText(document)).contains("Loss < 0.1");
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Everything");
        }
    }

    @Test
    void svgHasAGroupForEachNameAndTextAsText() throws Exception {
        Path file = FOLDER.resolve("everything.svg");
        PRINT.write(file, PictureFormat.SVG, 1);

        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());

        assertThat(document.getDocumentElement().getAttribute("viewBox")).isEqualTo("0 0 200 100");
        Element words = (Element) document.getElementsByTagName("text").item(0);
        assertThat(words.getTextContent()).isEqualTo("Loss < 0.1");
        assertThat(((Element) document.getElementsByTagName("text").item(1)).getAttribute("transform"))
                .isEqualTo("rotate(-90 190 90)");
        assertThat(document.getElementsByTagName("title").item(1).getTextContent())
                .isEqualTo("boxes");
        Element clip = (Element) document.getElementsByTagName("clipPath").item(0);
        Element clipped = (Element) clip.getParentNode();
        assertThat(clipped.getAttribute("clip-path")).isEqualTo("url(#" + clip.getAttribute("id") + ")");
        assertThat(Files.readString(file))
                .contains("fill-opacity=\"0.5\"")
                .contains("stroke-dasharray=\"4\"")
                .contains("data:image/png;base64,");
    }

    @Test
    void aPictureTooLargeForPixelsIsRefusedAndNoFileIsLeft() {
        Path file = FOLDER.resolve("huge.png");
        Print huge = new Print("huge", 20_000, 20_000, Theme.WHITE, PrintTest::draw);

        assertThatThrownBy(() -> huge.write(file, PictureFormat.PNG, 1))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("20000 × 20000 pixels");
        assertThat(file).doesNotExist();
    }

    @Test
    void linesAreNoWiderThanTheirRoomAndLoseNoWord() {
        Sheet sheet = new ImageSheet(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB), 1);
        String text = "A network learns features from pixels\nand says what it sees";

        var lines = sheet.wrapped(text, 12, false, 90);

        assertThat(lines)
                .allSatisfy(line -> assertThat(sheet.width(line, 12, false)).isLessThanOrEqualTo(90));
        assertThat(String.join(" ", lines)).isEqualTo(text.replace('\n', ' '));
    }

    @Test
    void aWordThatIsTooWideEndsInAnEllipsis() {
        Sheet sheet = new ImageSheet(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB), 1);

        String shorter = sheet.fitted("backpropagation", 12, false, 50);

        assertThat(shorter).startsWith("back").endsWith("\u2026");
        assertThat(sheet.width(shorter, 12, false)).isLessThanOrEqualTo(50);
    }

    @Test
    void lettersThatTheFontLacksAreMarked() {
        assertThat(Letters.of(false).known("LRP-z\u207a")).isEqualTo("LRP-z+");
        assertThat(Letters.of(false).known("1\u202f234 \u6f22 \u03b2")).isEqualTo("1 234 \ufffd \u03b2");
        assertThat(Letters.of(true).known("a \u2192 b, \u2423what?\u21b5")).isEqualTo("a -> b, _what?\u00b6");
    }

    @Test
    void coloursAreReadAndWritten() {
        assertThat(Colours.argb("#0072b2")).isEqualTo(0xFF0072B2);
        assertThat(Colours.hex(0x800072B2)).isEqualTo("#0072b2");
        assertThat(Colours.withOpacity(0xFF0072B2, 0.5)).isEqualTo(0x800072B2);
    }
}
