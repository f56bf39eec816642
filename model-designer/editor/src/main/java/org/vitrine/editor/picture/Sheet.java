package org.vitrine.editor.picture;

import java.awt.Shape;
import java.io.IOException;

/** What a picture is drawn on: three operations, which each format does in its own way. Colours are {@code #rrggbb}. */
interface Sheet {

    /** What follows belongs together and has a name, until {@link #end()}. */
    void begin(String name) throws IOException;

    void end() throws IOException;

    void fill(Shape shape, String color) throws IOException;

    void stroke(Shape shape, String color, double width) throws IOException;

    void write(Words words) throws IOException;
}
