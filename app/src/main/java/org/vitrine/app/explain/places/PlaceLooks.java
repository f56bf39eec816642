package org.vitrine.app.explain.places;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.vitrine.app.shared.PlaceNames;
import org.vitrine.attribution.Places;
import org.vitrine.charts.bars.BarsFigure;
import org.vitrine.charts.format.Visible;
import org.vitrine.charts.heatmap.HeatmapFigure;
import org.vitrine.charts.panel.Table;
import org.vitrine.charts.render.Palette;
import org.vitrine.charts.render.Raster;
import org.vitrine.charts.render.Relevance;
import org.vitrine.charts.token.TokensFigure;
import org.vitrine.datasets.Presentation;
import org.vitrine.datasets.Tensor;
import org.vitrine.drawing.Figure;

/**
 * What a model says at the places of one example, as pictures, figures and tables.
 *
 * @param input of the example, without the batch axis
 */
record PlaceLooks(PlaceNames names, Told told, Presentation presentation, Tensor input) {

    /** An image, and how sure the model is of something at each part of it. */
    record Picture(Raster image, Optional<Relevance> relevance) {}

    private Places places() {
        return names.places();
    }

    /** What is told as an image: classes of pixels as colours, cells over the input, what was given back. Empty if it is none. */
    Optional<Picture> picture() {
        return switch (places().kind()) {
            case PIXEL -> Optional.of(new Picture(classes(), Optional.empty()));
            case CELL -> presentation.image(input).map(image -> new Picture(Raster.of(image), Optional.of(sureness())));
            case VALUE -> givenBack().map(image -> new Picture(Raster.of(image), Optional.empty()));
            case STEP, COORDINATE -> Optional.empty();
        };
    }

    /** Each pixel in the colour of its class; grey where there is none. */
    private Raster classes() {
        int count = told.count();
        float[] colours = new float[3 * count];
        for (int place = 0; place < count; place++) {
            int argb = told.isReal(place) ? Palette.argb(told.best(place), false) : 0xFF808080;
            for (int channel = 0; channel < 3; channel++) {
                colours[channel * count + place] = ((argb >> (16 - 8 * channel)) & 255) / 255f;
            }
        }
        return new Raster(3, places().axes().get(0), places().axes().get(1), colours);
    }

    private Relevance sureness() {
        float[] sure = new float[told.count()];
        for (int place = 0; place < sure.length; place++) {
            sure[place] = told.greatest(place);
        }
        return new Relevance(places().axes().get(0), places().axes().get(1), sure, false);
    }

    private Optional<Tensor> givenBack() {
        boolean image = places().axes().size() == 3;
        return image
                ? presentation.image(new Tensor(input.shape(), told.values().values()))
                : Optional.empty();
    }

    Figure figure(int place) {
        Optional<Picture> picture = picture();
        if (picture.isPresent()) {
            return new HeatmapFigure(
                    picture.get().image(),
                    picture.get().relevance(),
                    0.7,
                    names.region(place)
                            .map(part -> new java.awt.geom.Rectangle2D.Double(
                                    part.getMinX(), part.getMinY(), part.getWidth(), part.getHeight())));
        }
        List<String> said = new ArrayList<>();
        List<Double> sure = new ArrayList<>();
        int marked = -1;
        for (int at = 0; at < told.count(); at++) {
            if (told.isReal(at)) {
                marked = at == place ? said.size() : marked;
                said.add(
                        places().single()
                                ? names.where(at)
                                : Visible.name(names.scores().get(told.best(at))));
                sure.add((double) told.greatest(at));
            }
        }
        return places().single()
                ? new BarsFigure(said, sure, false, marked)
                : new TokensFigure(
                        said, sure, false, Set.of(), marked < 0 ? OptionalInt.empty() : OptionalInt.of(marked));
    }

    /** All scores at all places that are no padding. */
    Table table() {
        List<String> columns = new ArrayList<>(names.axes());
        columns.addAll(names.scores());
        List<List<Object>> rows = new ArrayList<>();
        for (int place = 0; place < told.count(); place++) {
            if (told.isReal(place)) {
                List<Object> row = new ArrayList<>();
                for (int at : places().position(place)) {
                    row.add(at + 1);
                }
                for (float score : told.at(place)) {
                    row.add(score);
                }
                rows.add(row);
            }
        }
        return Table.of(columns, rows);
    }
}
