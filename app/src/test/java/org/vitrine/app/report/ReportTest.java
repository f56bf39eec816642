package org.vitrine.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class ReportTest {
    private static final int RED = 0xFFD00000;

    private static Report report() {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < 90; i++) {
            rows.add(List.of(
                    "layer" + i,
                    "A long description of layer " + i + " that has to be broken into lines "
                            + "since it is wider than the column that it stands in, which is not very wide at all"));
        }
        BufferedImage image = new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB);
        return new Report(
                "A <small> net",
                "Test accuracy 95.0%",
                "Two\nlines",
                List.of(
                        new Report.Section("First part", List.of(new Block.Facts(rows))),
                        new Report.Section(
                                "Second part",
                                List.of(
                                        Block.Drawn.of(
                                                "A red square",
                                                400,
                                                400,
                                                (sheet, width, height, theme) ->
                                                        sheet.fillBox(100, 100, 200, 200, RED)),
                                        new Block.Heading("Example 1"),
                                        new Block.Pictures(List.of(new Block.Captioned(image, "A black picture"))),
                                        new Block.Grid(
                                                List.of("Metric", "Verdict"), List.of(List.of("Stability", "pass"))),
                                        new Block.Folded("The project", "{\"graph\": 1}")))));
    }

    @Test
    void thePageNeedsNoOtherFileAndEscapesWhatIsWritten() throws IOException {
        String page = new String(HtmlReport.of(report()), StandardCharsets.UTF_8);
        assertThat(page)
                .contains("<h1>A &lt;small&gt; net</h1>", "Second part", "data:image/svg+xml;base64,", "Stability")
                .contains("<summary>The project</summary>")
                .doesNotContain("src=\"http", "href=\"http", "<small>");
    }

    @Test
    void wordsAndBarsGetMoreRoomThanPictures() throws IOException {
        assertThat(maps(640, 260)).contains("<div class=\"maps wide-maps\">");
        assertThat(maps(430, 410)).contains("<div class=\"maps\">");
    }

    private static String maps(int width, int height) throws IOException {
        Block.Captioned map =
                new Block.Captioned(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "A map");
        Report report =
                new Report("", "", "", List.of(new Report.Section("", List.of(new Block.Pictures(List.of(map, map))))));
        return new String(HtmlReport.of(report), StandardCharsets.UTF_8);
    }

    @Test
    void thePdfHasTheSameContentOnPagesAndNothingBeyondTheirMargins() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(PdfReport.of(report()))) {
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("A <small> net");
            assertThat(pdf.getNumberOfPages()).isBetween(4, 10);
            String text = new PDFTextStripper().getText(pdf);
            assertThat(text)
                    .contains(
                            "Test accuracy 95.0%", "layer89", "First part", "Second part", "A red square", "Stability");
            int red = 0;
            for (int page = 0; page < pdf.getNumberOfPages(); page++) {
                BufferedImage image = new PDFRenderer(pdf).renderImageWithDPI(page, 48);
                for (int y = 0; y < image.getHeight(); y++) {
                    for (int x = 0; x < image.getWidth(); x++) {
                        int argb = image.getRGB(x, y);
                        red += (argb >> 16 & 255) > 180 && (argb & 255) < 60 ? 1 : 0;
                        if (x < 25 || x > image.getWidth() - 25) {
                            assertThat(argb & 0xFFFFFF)
                                    .as("page %d at %d, %d", page, x, y)
                                    .isEqualTo(0xFFFFFF);
                        }
                    }
                }
            }
            // 200 pixels of 96 to the inch are 100 of 48.
            assertThat(red).isBetween(9_000, 10_500);
        }
    }

    @Test
    void rowsOfALongTableStayWholeAndEachPageHasItsHead() throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            rows.add(List.of("begin" + i, "many words ".repeat(60) + "end" + i));
        }
        List<String> pages = pages(new Block.Grid(List.of("Metric", "Meaning"), rows));
        assertThat(pages).hasSizeGreaterThan(5);
        for (String page : pages) {
            assertThat(page).contains("Metric Meaning");
            for (int i = 0; i < 60; i++) {
                assertThat(page.matches("(?s).*\\bbegin" + i + "\\b.*"))
                        .as("row %d on %s", i, page)
                        .isEqualTo(page.matches("(?s).*\\bend" + i + "\\b.*"));
            }
        }
    }

    @Test
    void aShortTableIsNotPartedAndKeepsWhatLeadsToIt() throws IOException {
        for (int before = 30; before < 60; before++) {
            List<Block> blocks = new ArrayList<>();
            for (int i = 0; i < before; i++) {
                blocks.add(new Block.Text("A line"));
            }
            blocks.add(new Block.Text("This leads"));
            blocks.add(new Block.Grid(
                    List.of("Metric", "Verdict"),
                    List.of(List.of("Deletion", "pass"), List.of("Insertion", "fail"), List.of("Stability", "pass"))));
            List<String> pages = pages(blocks.toArray(Block[]::new));
            assertThat(pages.get(pages.size() - 1))
                    .as("after %d lines", before)
                    .contains("This leads", "Metric", "Deletion", "Insertion", "Stability");
        }
    }

    @Test
    void aRowThatIsHigherThanAPageGoesOn() throws IOException {
        List<String> pages = pages(new Block.Grid(
                List.of("Metric", "Meaning"), List.of(List.of("Deletion", "many words ".repeat(3000) + "the end"))));
        assertThat(pages).hasSizeGreaterThan(2);
        assertThat(pages.get(pages.size() - 1)).contains("the end");
    }

    private static List<String> pages(Block... blocks) throws IOException {
        Report report = new Report("Title", "", "", List.of(new Report.Section("Section", List.of(blocks))));
        List<String> pages = new ArrayList<>();
        try (PDDocument pdf = Loader.loadPDF(PdfReport.of(report))) {
            PDFTextStripper stripper = new PDFTextStripper();
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(stripper.getText(pdf));
            }
        }
        return pages;
    }

    @Test
    void aGroupWithoutExamplesHasNoSection() {
        Explained right = new Explained(0, Explained.Group.RIGHT, "one", List.of(), List.of());
        for (Explained.Group group : Explained.Group.values()) {
            List<Block> blocks = ReportContent.explanations(List.of(right), group);
            assertThat(blocks.isEmpty()).as(group.name()).isEqualTo(group != Explained.Group.RIGHT);
        }
    }
}
