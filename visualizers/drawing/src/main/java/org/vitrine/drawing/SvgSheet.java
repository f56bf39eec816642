package org.vitrine.drawing;

import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes SVG 1.1: shapes as paths, text as text, a titled group for each thing with a name. */
public final class SvgSheet implements Sheet, AutoCloseable {
    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final String XLINK = "http://www.w3.org/1999/xlink";
    private static final String FONTS = "Roboto, Inter, Helvetica, Arial, sans-serif";

    private final XMLStreamWriter xml;
    private int clips;

    public SvgSheet(OutputStream out, String title, double width, double height) {
        try {
            xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            xml.writeStartElement("svg");
            xml.writeDefaultNamespace(SVG);
            xml.writeNamespace("xlink", XLINK);
            xml.writeAttribute("width", number(width));
            xml.writeAttribute("height", number(height));
            xml.writeAttribute("viewBox", "0 0 " + number(width) + " " + number(height));
            xml.writeAttribute("font-family", FONTS);
            title(title);
        } catch (XMLStreamException e) {
            throw failure(e);
        }
    }

    @Override
    public void close() {
        try {
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw failure(e);
        }
    }

    private void title(String text) throws XMLStreamException {
        xml.writeStartElement("title");
        xml.writeCharacters(text);
        xml.writeEndElement();
        xml.writeCharacters("\n");
    }

    @Override
    public void begin(String name) {
        try {
            xml.writeStartElement("g");
            title(name);
        } catch (XMLStreamException e) {
            throw failure(e);
        }
    }

    @Override
    public void end() {
        try {
            xml.writeEndElement();
            xml.writeCharacters("\n");
        } catch (XMLStreamException e) {
            throw failure(e);
        }
    }

    @Override
    public void clip(double x, double y, double width, double height) {
        try {
            String id = "clip" + ++clips;
            xml.writeStartElement("g");
            xml.writeAttribute("clip-path", "url(#" + id + ")");
            xml.writeStartElement("clipPath");
            xml.writeAttribute("id", id);
            xml.writeEmptyElement("rect");
            place(x, y, width, height);
            xml.writeEndElement();
            xml.writeCharacters("\n");
        } catch (XMLStreamException e) {
            throw failure(e);
        }
    }

    private void place(double x, double y, double width, double height) throws XMLStreamException {
        xml.writeAttribute("x", number(x));
        xml.writeAttribute("y", number(y));
        xml.writeAttribute("width", number(width));
        xml.writeAttribute("height", number(height));
    }

    @Override
    public void fill(Shape shape, int argb) {
        path(shape, "fill", argb, Pen.of(0));
    }

    @Override
    public void stroke(Shape shape, int argb, Pen pen) {
        path(shape, "stroke", argb, pen);
    }

    private void path(Shape shape, String paint, int argb, Pen pen) {
        try {
            xml.writeEmptyElement("path");
            xml.writeAttribute("d", data(shape));
            colour(paint, argb);
            if (paint.equals("stroke")) {
                xml.writeAttribute("stroke-width", number(pen.width()));
                xml.writeAttribute("fill", "none");
                if (pen.dash() > 0) {
                    xml.writeAttribute("stroke-dasharray", number(pen.dash()));
                }
            }
            xml.writeCharacters("\n");
        } catch (XMLStreamException e) {
            throw failure(e);
        }
    }

    private void colour(String paint, int argb) throws XMLStreamException {
        xml.writeAttribute(paint, Colours.hex(argb));
        if (argb >>> 24 < 255) {
            xml.writeAttribute(paint + "-opacity", number(Colours.opacity(argb)));
        }
    }

    @Override
    public void paint(BufferedImage image, double x, double y, double width, double height) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(png)) {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            xml.writeEmptyElement("image");
            place(x, y, width, height);
            xml.writeAttribute("preserveAspectRatio", "none");
            xml.writeAttribute("image-rendering", "pixelated");
            xml.writeAttribute(
                    "xlink:href", "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray()));
            xml.writeCharacters("\n");
        } catch (XMLStreamException e) {
            throw failure(e);
        }
    }

    @Override
    public double width(String text, double size, boolean bold) {
        return Letters.of(bold).width(text, size);
    }

    @Override
    public void write(Words words) {
        try {
            xml.writeStartElement("text");
            xml.writeAttribute("x", number(words.x()));
            xml.writeAttribute("y", number(words.y()));
            xml.writeAttribute("font-size", number(words.size()));
            colour("fill", words.argb());
            if (words.upwards()) {
                xml.writeAttribute("transform", "rotate(-90 " + number(words.x()) + " " + number(words.y()) + ")");
            }
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
            throw failure(e);
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

    private static UncheckedIOException failure(XMLStreamException cause) {
        return new UncheckedIOException(new IOException(cause));
    }

    /** At most two digits behind the point: a hundredth of a pixel is enough, and the file stays small. */
    static String number(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
    }
}
