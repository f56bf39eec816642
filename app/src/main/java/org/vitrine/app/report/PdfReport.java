package org.vitrine.app.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.vitrine.drawing.Anchor;
import org.vitrine.drawing.PdfSheet;
import org.vitrine.drawing.Theme;
import org.vitrine.drawing.Words;

/** Writes a report as a PDF of A4 pages: figures as vectors, text as text. */
final class PdfReport implements AutoCloseable {
    /** A4 at 96 pixels to the inch. */
    private static final double WIDTH = 793.7;

    private static final double HEIGHT = 1122.5;
    private static final double MARGIN = 60;
    private static final double ROOM = WIDTH - 2 * MARGIN;
    private static final double FOOT = HEIGHT - MARGIN;
    private static final double SIZE = 11;
    private static final double LINE = 16;
    private static final double GAP = 14;
    private static final double CELL_LINE = 14;
    private static final double CELL_GAP = 5;
    /** Names and values. */
    private static final double[] FACTS = {0.32, 0.68};
    /** Tables that are no higher stand on one page. */
    private static final double SHORT = 360;

    private static final double CAPTION = 26;
    /** Figures may shrink to this share of their size to stay on a page. */
    private static final double LEAST_SHARE = 0.7;

    private static final Theme THEME = Theme.WHITE;

    private final PDDocument document = new PDDocument();
    private final PdfSheet.Fonts fonts;
    private PdfSheet page;
    private int pages;
    private double y;

    private PdfReport(String title) throws IOException {
        document.getDocumentInformation().setTitle(title);
        document.getDocumentInformation().setCreator("Vitrine");
        fonts = PdfSheet.Fonts.of(document);
        page = begin();
    }

    static byte[] of(Report report) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PdfReport pdf = new PdfReport(report.title())) {
            pdf.write(report);
            pdf.page.close();
            pdf.document.save(out);
        } catch (UncheckedIOException e) {
            throw new IOException(e.getMessage(), e);
        }
        return out.toByteArray();
    }

    @Override
    public void close() throws IOException {
        document.close();
    }

    private PdfSheet begin() throws IOException {
        PdfSheet sheet = new PdfSheet(document, fonts, WIDTH, HEIGHT);
        pages++;
        y = MARGIN;
        sheet.write(new Words(
                Integer.toString(pages), WIDTH / 2, HEIGHT - MARGIN / 2, Anchor.MIDDLE, 9, false, THEME.muted()));
        return sheet;
    }

    /** Goes to the next page if there is no room for so much; tells whether it did. */
    private boolean need(double height) {
        if (y + height <= FOOT || y <= MARGIN) {
            return false;
        }
        try {
            page.close();
            page = begin();
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Report report) {
        text(report.title(), 24, true, THEME.text(), 0);
        y += 6;
        text(report.headline(), 15, false, THEME.text(), 0);
        if (!report.notes().isBlank()) {
            text(report.notes(), SIZE, false, THEME.muted(), 0);
        }
        for (Report.Section section : report.sections()) {
            y += GAP;
            need(40 + height(section.blocks(), 0));
            text(section.title(), 17, true, THEME.text(), 0);
            page.line(MARGIN, y, WIDTH - MARGIN, y, THEME.grid(), 1);
            y += 8;
            for (int i = 0; i < section.blocks().size(); i++) {
                if (!(section.blocks().get(i) instanceof Block.Pictures)) {
                    need(height(section.blocks(), i));
                }
                write(section.blocks().get(i));
            }
        }
    }

    private void write(Block block) {
        if (block instanceof Block.Text text) {
            text(text.text(), SIZE, false, THEME.text(), 0);
            y += 4;
        } else if (block instanceof Block.Heading heading) {
            y += 6;
            text(heading.text(), 13, true, THEME.text(), 0);
        } else if (block instanceof Block.Facts facts) {
            table(Optional.empty(), facts.rows(), FACTS);
        } else if (block instanceof Block.Grid grid) {
            table(Optional.of(grid.head()), grid.rows(), shares(grid));
        } else if (block instanceof Block.Drawn drawn) {
            drawn(drawn);
        } else if (block instanceof Block.Pictures pictures) {
            pictures(pictures.pictures());
        }
    }

    /** How much room a block needs at least, so that no heading stands alone and no short table is parted. */
    private double height(List<Block> blocks, int index) {
        Block block = blocks.get(index);
        boolean more = index + 1 < blocks.size();
        if (block instanceof Block.Heading && more) {
            return 30 + height(blocks, index + 1);
        }
        if (block instanceof Block.Text text) {
            boolean leads = more
                    && (blocks.get(index + 1) instanceof Block.Grid || blocks.get(index + 1) instanceof Block.Drawn);
            return leads
                    ? page.wrapped(text.text(), SIZE, false, ROOM).size() * LINE + 4 + height(blocks, index + 1)
                    : 2 * LINE;
        }
        if (block instanceof Block.Facts facts) {
            return height(Optional.empty(), facts.rows(), FACTS);
        }
        if (block instanceof Block.Grid grid) {
            return height(Optional.of(grid.head()), grid.rows(), shares(grid));
        }
        if (block instanceof Block.Drawn drawn) {
            return LEAST_SHARE * scale(drawn) * drawn.height() + CAPTION;
        }
        return block instanceof Block.Pictures ? 220 : 0;
    }

    /** All of a short table, the beginning of a long one. */
    private double height(Optional<List<String>> head, List<List<String>> rows, double[] shares) {
        double heading = head.map(names -> high(names, shares, true)).orElse(0.0);
        double all = heading;
        for (List<String> row : rows) {
            all += high(row, shares, false);
        }
        return all <= SHORT ? all : heading + high(rows.get(0), shares, false);
    }

    private static double scale(Block.Drawn drawn) {
        return Math.min(drawn.scale(), Math.min(ROOM / drawn.width(), (FOOT - MARGIN - 80) / drawn.height()));
    }

    /** Text in lines. */
    private void text(String text, double size, boolean bold, int ink, double indent) {
        double high = size * LINE / SIZE;
        for (String line : page.wrapped(text, size, bold, ROOM - indent)) {
            need(high);
            page.write(new Words(line, MARGIN + indent, y + size, Anchor.START, size, bold, ink));
            y += high;
        }
    }

    /** Columns get room by their longest text, the longest ones less than they ask for. */
    private double[] shares(Block.Grid grid) {
        double[] shares = new double[grid.head().size()];
        double sum = 0;
        for (int column = 0; column < shares.length; column++) {
            double widest = page.width(grid.head().get(column), SIZE, true);
            for (List<String> row : grid.rows()) {
                widest = Math.max(widest, page.width(row.get(column), SIZE, false));
            }
            shares[column] = Math.sqrt(Math.min(widest + 12, ROOM)) * Math.sqrt(Math.min(widest + 12, 220));
            sum += shares[column];
        }
        double scale = Math.max(sum, 0.6 * ROOM);
        for (int column = 0; column < shares.length; column++) {
            shares[column] /= scale;
        }
        return shares;
    }

    /** Rows that are kept whole; each page that they go on to has the head again. */
    private void table(Optional<List<String>> head, List<List<String>> rows, double[] shares) {
        double heading = head.map(names -> high(names, shares, true)).orElse(0.0);
        head.ifPresent(names -> row(names, shares, true));
        for (List<String> row : rows) {
            if (need(Math.min(high(row, shares, false), FOOT - MARGIN - heading))) {
                head.ifPresent(names -> row(names, shares, true));
            }
            row(row, shares, false);
        }
        y += GAP / 2;
    }

    private double high(List<String> cells, double[] shares, boolean head) {
        int most = 1;
        for (int column = 0; column < shares.length; column++) {
            most = Math.max(most, lines(cells.get(column), shares[column], head).size());
        }
        return most * CELL_LINE + CELL_GAP;
    }

    private void row(List<String> cells, double[] shares, boolean head) {
        List<List<String>> columns = new ArrayList<>();
        for (int column = 0; column < shares.length; column++) {
            columns.add(lines(cells.get(column), shares[column], head));
        }
        int most = columns.stream().mapToInt(List::size).max().orElse(1);
        for (int line = 0; line < most; line++) {
            // Only a row that is higher than a page goes on on the next.
            need(CELL_LINE + CELL_GAP);
            double x = MARGIN;
            for (int column = 0; column < shares.length; column++) {
                List<String> own = columns.get(column);
                if (line < own.size()) {
                    int ink = head || (column == 0 && shares.length == 2) ? THEME.muted() : THEME.text();
                    page.write(new Words(own.get(line), x, y + SIZE, Anchor.START, SIZE, head, ink));
                }
                x += shares[column] * ROOM;
            }
            y += CELL_LINE;
        }
        y += CELL_GAP;
        page.line(MARGIN, y - 2, MARGIN + ROOM, y - 2, THEME.grid(), 0.7);
    }

    private List<String> lines(String text, double share, boolean head) {
        return page.wrapped(text, SIZE, head, share * ROOM - 10);
    }

    private void drawn(Block.Drawn drawn) {
        double whole = scale(drawn);
        double room = FOOT - y - CAPTION;
        // A little smaller is better than most of a page left empty.
        double scale = drawn.height() * whole > room && drawn.height() * whole * LEAST_SHARE <= room
                ? room / drawn.height()
                : whole;
        double high = drawn.height() * scale;
        need(high + CAPTION);
        double x = MARGIN;
        page.within(x, y, scale, () -> drawn.figure().draw(page, drawn.width(), drawn.height(), THEME));
        y += high + 4;
        text(drawn.title(), 9.5, false, THEME.muted(), 0);
        y += GAP / 2;
    }

    private void pictures(List<Block.Captioned> pictures) {
        double side = (ROOM - 3 * 10) / 4;
        for (int from = 0; from < pictures.size(); from += 4) {
            List<Block.Captioned> row = pictures.subList(from, Math.min(pictures.size(), from + 4));
            boolean wide = row.stream()
                    .anyMatch(picture ->
                            picture.image().getWidth() > 1.6 * picture.image().getHeight());
            if (wide) {
                row.forEach(picture -> place(List.of(picture), ROOM * 0.75));
            } else {
                place(row, side);
            }
        }
    }

    private void place(List<Block.Captioned> row, double width) {
        double most = 0;
        for (Block.Captioned picture : row) {
            most = Math.max(
                    most, width * picture.image().getHeight() / picture.image().getWidth());
        }
        double fits = Math.min(1, (FOOT - MARGIN - 40) / most);
        need(most * fits + 30);
        double x = MARGIN;
        for (Block.Captioned picture : row) {
            double high =
                    width * fits * picture.image().getHeight() / picture.image().getWidth();
            page.paint(picture.image(), x, y, width * fits, high);
            String caption = page.fitted(picture.caption(), 9, false, width);
            page.write(new Words(caption, x, y + most * fits + 12, Anchor.START, 9, false, THEME.muted()));
            x += width + 10;
        }
        y += most * fits + 24;
    }
}
