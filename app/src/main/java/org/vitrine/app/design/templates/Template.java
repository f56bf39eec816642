package org.vitrine.app.design.templates;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vitrine.app.welcome.Example;
import org.vitrine.charts.render.Picture;
import org.vitrine.datasets.catalogue.DatasetTexts;
import org.vitrine.graph.model.GraphDocument;

/**
 * A graph of the gallery.
 *
 * @param file below {@code examples}, without its ending
 * @param architecture the published network that it follows; empty for an example that follows none
 * @param data what users call its data set
 */
public record Template(
        String file,
        Style style,
        String architecture,
        long parameters,
        GraphDocument document,
        String data,
        Picture thumbnail) {
    static final int WIDTH = 224;
    static final int HEIGHT = 120;
    private static final String LIST = "gallery.tsv";

    /** All of them in the order of the gallery. */
    public static List<Template> readAll(DatasetTexts texts) throws IOException {
        List<Template> all = new ArrayList<>();
        List<String> lines = Example.text(LIST).lines().toList();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t", -1);
            GraphDocument document = Example.read(cells[0]);
            all.add(new Template(
                    cells[0],
                    Style.of(cells[1]),
                    cells[2],
                    Long.parseLong(cells[3]),
                    document,
                    texts.title(document.data().dataset()),
                    SketchPainter.paint(GraphSketch.of(document), WIDTH, HEIGHT)));
        }
        return List.copyOf(all);
    }

    public String title() {
        return document.title();
    }

    /** The name of the file alone, such as {@code lenet-mnist}. */
    String name() {
        return file.substring(file.lastIndexOf('/') + 1);
    }

    boolean isArchitecture() {
        return !architecture.isEmpty();
    }

    /** Whether all words stand somewhere in what is told of it. */
    boolean matches(String query) {
        String all = String.join(" ", title(), architecture, style.title(), data, document.notes(), file)
                .toLowerCase(Locale.ROOT);
        for (String word : query.strip().toLowerCase(Locale.ROOT).split("\\s+", -1)) {
            if (!all.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
