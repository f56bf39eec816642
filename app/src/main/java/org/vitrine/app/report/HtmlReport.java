package org.vitrine.app.report;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.vitrine.drawing.Print;
import org.vitrine.drawing.SvgSheet;
import org.vitrine.drawing.Theme;

/** Writes a report as one page of HTML that needs no other file: figures are SVG inside it. */
final class HtmlReport {
    /** Longer cells are sentences. */
    private static final int LONG = 20;
    /** Words and bars, which are wider than pictures are, need room to be read. */
    private static final double WIDE = 1.6;

    private final Html html = new Html();

    private HtmlReport() {}

    static byte[] of(Report report) throws IOException {
        HtmlReport page = new HtmlReport();
        page.write(report);
        return page.html.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void write(Report report) throws IOException {
        html.raw("<!DOCTYPE html>").raw("<html lang=\"en\">").raw("<head>").raw("<meta charset=\"utf-8\">");
        html.raw("<meta name=\"viewport\" content=\"width=device-width\">").element("title", report.title());
        html.raw("<style>" + style() + "</style>").raw("</head>").raw("<body>");
        html.element("h1", report.title());
        html.raw("<p class=\"headline\">" + Html.escape(report.headline()) + "</p>");
        if (!report.notes().isBlank()) {
            html.raw("<p class=\"notes\">" + Html.escape(report.notes()).replace("\n", "<br>") + "</p>");
        }
        contents(report.sections());
        for (int i = 0; i < report.sections().size(); i++) {
            Report.Section section = report.sections().get(i);
            html.raw("<h2 id=\"part" + i + "\">" + Html.escape(section.title()) + "</h2>");
            for (Block block : section.blocks()) {
                write(block);
            }
        }
        html.raw("</body>").raw("</html>");
    }

    private void contents(List<Report.Section> sections) {
        html.raw("<nav>");
        for (int i = 0; i < sections.size(); i++) {
            html.raw("<a href=\"#part" + i + "\">" + Html.escape(sections.get(i).title()) + "</a>");
        }
        html.raw("</nav>");
    }

    private void write(Block block) throws IOException {
        if (block instanceof Block.Text text) {
            html.element("p", text.text());
        } else if (block instanceof Block.Heading heading) {
            html.element("h3", heading.text());
        } else if (block instanceof Block.Facts facts) {
            html.facts(facts.rows());
        } else if (block instanceof Block.Grid grid) {
            grid(grid);
        } else if (block instanceof Block.Drawn drawn) {
            drawn(drawn);
        } else if (block instanceof Block.Pictures pictures) {
            pictures(pictures);
        } else if (block instanceof Block.Folded folded) {
            html.raw("<details><summary>" + Html.escape(folded.title()) + "</summary>");
            html.element("pre", folded.text()).raw("</details>");
        }
    }

    private void grid(Block.Grid grid) {
        boolean words =
                grid.rows().stream().anyMatch(row -> row.get(row.size() - 1).length() > LONG);
        html.raw("<div class=\"wide\"><table class=\"" + (words ? "words" : "numbers") + "\">")
                .headRow(grid.head());
        for (List<String> row : grid.rows()) {
            StringBuilder cells = new StringBuilder("<tr><th>" + Html.escape(row.get(0)) + "</th>");
            row.stream().skip(1).forEach(cell -> cells.append("<td>")
                    .append(Html.escape(cell))
                    .append("</td>"));
            html.raw(cells + "</tr>");
        }
        html.raw("</table></div>");
    }

    private void drawn(Block.Drawn drawn) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Print print = new Print(drawn.title(), drawn.width(), drawn.height(), Theme.WHITE, drawn.figure());
        try (SvgSheet sheet = new SvgSheet(out, drawn.title(), drawn.width(), drawn.height())) {
            print.draw(sheet);
        }
        html.raw("<figure>"
                + image(
                        "svg+xml",
                        out.toByteArray(),
                        drawn.width() * drawn.scale(),
                        drawn.height() * drawn.scale(),
                        drawn.title()));
        html.element("figcaption", drawn.title()).raw("</figure>");
    }

    private void pictures(Block.Pictures pictures) throws IOException {
        boolean many = pictures.pictures().size() > 1;
        boolean wide = pictures.pictures().stream()
                .anyMatch(picture ->
                        picture.image().getWidth() > WIDE * picture.image().getHeight());
        html.raw(many ? wide ? "<div class=\"maps wide-maps\">" : "<div class=\"maps\">" : "<div>");
        for (Block.Captioned picture : pictures.pictures()) {
            BufferedImage image = picture.image();
            html.raw("<figure>" + image("png", png(image), image.getWidth(), image.getHeight(), picture.caption()));
            html.element("figcaption", picture.caption()).raw("</figure>");
        }
        html.raw("</div>");
    }

    private static String image(String type, byte[] data, double width, double height, String alternative) {
        return "<img width=\"" + Math.round(width) + "\" height=\"" + Math.round(height) + "\" alt=\""
                + Html.escape(alternative) + "\" src=\"data:image/" + type + ";base64,"
                + Base64.getEncoder().encodeToString(data) + "\">";
    }

    private static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        // ImageIO's default writes a temporary file for each picture.
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(image, "png", out);
        }
        return bytes.toByteArray();
    }

    private static String style() throws IOException {
        try (InputStream in = HtmlReport.class.getResourceAsStream("report.css")) {
            if (in == null) {
                throw new IOException("report.css is missing from this build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
