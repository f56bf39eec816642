package org.vitrine.attribution.maximisation;

import org.vitrine.datasets.Presentation;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.graph.shape.Image;
import org.vitrine.graph.shape.Sequence;

/**
 * How an input's values are neighbours: in each channel, along rows and columns. A sequence has one row, a table has one place.
 * Values are [channels, rows, columns] row by row.
 */
public record Grid(int channels, int rows, int columns) {

    /** The neighbours of a data set's inputs. A picture that is taken as a sequence of columns is a picture all the same. */
    public static Grid of(DataSpec data, Presentation presentation) {
        if (data.input() instanceof Image image) {
            return new Grid((int) image.channels(), (int) image.height(), (int) image.width());
        }
        if (data.input() instanceof Sequence sequence) {
            int features = (int) sequence.features();
            int steps = (int) sequence.length();
            return presentation instanceof Presentation.Picture
                    ? new Grid(1, features, steps)
                    : new Grid(features, 1, steps);
        }
        return new Grid((int) data.input().size(), 1, 1);
    }

    /** How many values a channel has. */
    public int plane() {
        return rows * columns;
    }

    public int size() {
        return channels * plane();
    }

    /** Whether values have neighbours. */
    public boolean hasNeighbours() {
        return plane() > 1;
    }
}
