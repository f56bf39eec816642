package org.vitrine.editor.picture;

import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes SVG 1.1: shapes as paths, text as text, a titled group for each node and edge. */
final class SvgSheet implements Sheet {
    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final String FONTS = "Roboto, Inter, Helvetica, Arial, sans-serif";

    private final XMLStreamWriter xml;

    SvgSheet(OutputStream out, String title, double width, double height) throws IOException {
        try {
            xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            xml.writeStartElement("svg");
            xml.writeDefaultNamespace(SVG);
            xml.writeAttribute("width", number(width));
            xml.writeAttribute("height", number(height));
            xml.writeAttribute("viewBox", "0 0 " + number(width) + " " + number(height));
            xml.writeAttribute("font-family", FONTS);
            title(title);
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    void close() throws IOException {
        try {
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private void title(String text) throws XMLStreamException {
        xml.writeStartElement("title");
        xml.writeCharacters(text);
        xml.writeEndElement();
        xml.writeCharacters("\n");
    }

    @Override
    public void begin(String name) throws IOException {
        try {
            xml.writeStartElement("g");
            title(name);
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void end() throws IOException {
        try {
            xml.writeEndElement();
            xml.writeCharacters("\n");
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void fill(Shape shape, String color) throws IOException {
        path(shape, "fill", color, 0);
    }

    @Override
    public void stroke(Shape shape, String color, double width) throws IOException {
        path(shape, "stroke", color, width);
    }

    private void path(Shape shape, String paint, String color, double width) throws IOException {
        try {
            xml.writeEmptyElement("path");
            xml.writeAttribute("d", data(shape));
            xml.writeAttribute(paint, color);
            if (paint.equals("stroke")) {
                xml.writeAttribute("stroke-width", number(width));
                xml.writeAttribute("fill", "none");
            }
            xml.writeCharacters("\n");
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void write(Words words) throws IOException {
        try {
            xml.writeStartElement("text");
            xml.writeAttribute("x", number(words.x()));
            xml.writeAttribute("y", number(words.y()));
            xml.writeAttribute("font-size", number(words.size()));
            xml.writeAttribute("fill", words.color());
            if (words.bold()) {
                xml.writeAttribute("font-weight", "bold");
            }
            if (words.anchor() != Anchor.START) {
                xml.writeAttribute("text-anchor", words.anchor().name().toLowerCase(Locale.ROOT));
            }
            xml.writeCharacters(words.text());
            xml.writeEndElement();
            xml.writeCharacters("\n");
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private static String data(Shape shape) {
        StringBuilder data = new StringBuilder();
        double[] c = new double[6];
        for (PathIterator path = shape.getPathIterator(null); !path.isDone(); path.next()) {
            int kind = path.currentSegment(c);
            data.append("MLQCZ".charAt(kind));
            int count = new int[] {2, 2, 4, 6, 0}[kind];
            for (int i = 0; i < count; i++) {
                data.append(i == 0 ? "" : " ").append(number(c[i]));
            }
        }
        return data.toString();
    }

    /** At most two digits behind the point: a hundredth of a pixel is enough, and the file stays small. */
    static String number(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
    }
}
