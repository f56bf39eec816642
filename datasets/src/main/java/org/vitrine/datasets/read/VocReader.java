package org.vitrine.datasets.read;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.vitrine.datasets.DatasetException;

/** Reads boxes from the XML files of Pascal VOC. No entities and no other files are looked up. */
public final class VocReader {
    /** Largest file that is opened. */
    public static final long MOST_BYTES = 4L * 1024 * 1024;

    private static final int MOST_BOXES = 10_000;
    private static final int DEEPEST = 16;
    private static final int LONGEST = 1000;
    private static final double FARTHEST = 1e6;

    private final String name;
    private final List<LabelledBox> boxes = new ArrayList<>();
    private final Deque<String> open = new ArrayDeque<>();
    private final Map<String, String> object = new HashMap<>();
    private final StringBuilder text = new StringBuilder();

    private VocReader(String name) {
        this.name = name;
    }

    /** The content of an annotation's file. */
    public static byte[] bytes(Path file) throws DatasetException {
        return UserFile.bytes(file, MOST_BYTES, "Is it the annotation of one picture?");
    }

    /**
     * The boxes of one picture.
     *
     * @param name how messages call the file
     */
    public static List<LabelledBox> read(byte[] bytes, String name) throws DatasetException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        VocReader reader = new VocReader(name);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
            while (xml.hasNext()) {
                reader.event(xml.next(), xml);
            }
            return List.copyOf(reader.boxes);
        } catch (XMLStreamException e) {
            throw new DatasetException(
                    "File " + name + where(e.getLocation()) + " is no whole XML: " + firstLine(e) + ".", e);
        } catch (RuntimeException e) {
            // The parser answers some damaged declarations with exceptions of its insides.
            throw new DatasetException("File " + name + " is no whole XML: " + firstLine(e) + ".", e);
        }
    }

    private void event(int event, XMLStreamReader xml) throws DatasetException {
        switch (event) {
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                throw at(xml, "declares or uses entities, which annotations never need. Remove them.");
            case XMLStreamConstants.START_ELEMENT -> {
                if (open.isEmpty() && !xml.getLocalName().equals("annotation")) {
                    throw at(
                            xml,
                            "begins with <" + shortened(xml.getLocalName())
                                    + ">; a Pascal VOC file begins with <annotation>.");
                }
                open.addLast(shortened(xml.getLocalName()));
                text.setLength(0);
                if (open.size() > DEEPEST) {
                    throw at(xml, "is nested more than " + DEEPEST + " deep.");
                }
                if (isObject()) {
                    object.clear();
                }
            }
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                if (text.length() + xml.getTextLength() <= LONGEST) {
                    text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                }
            }
            case XMLStreamConstants.END_ELEMENT -> {
                if (isObject()) {
                    addBox(xml);
                } else if (path().startsWith("annotation/object/")) {
                    object.put(
                            path().substring("annotation/object/".length()),
                            text.toString().strip());
                }
                text.setLength(0);
                open.removeLast();
            }
            default -> {}
        }
    }

    private boolean isObject() {
        return open.size() == 2 && path().equals("annotation/object");
    }

    private String path() {
        return String.join("/", open);
    }

    private void addBox(XMLStreamReader xml) throws DatasetException {
        String label = object.getOrDefault("name", "");
        if (label.isEmpty()) {
            throw at(xml, "an object has no <name>. Name its class.");
        }
        if (boxes.size() == MOST_BOXES) {
            throw at(xml, "has more than " + MOST_BOXES + " objects.");
        }
        LabelledBox box = new LabelledBox(
                label, number("xmin", xml), number("ymin", xml), number("xmax", xml), number("ymax", xml));
        if (box.left() >= box.right() || box.top() >= box.bottom()) {
            throw at(
                    xml,
                    "the box of \"" + shortened(label) + "\" is empty or turned around: xmin must be less than"
                            + " xmax, and ymin less than ymax.");
        }
        boxes.add(box);
    }

    private double number(String side, XMLStreamReader xml) throws DatasetException {
        String value = object.getOrDefault("bndbox/" + side, "");
        double number = ColumnBuilder.number(value);
        if (!(Math.abs(number) <= FARTHEST)) {
            throw at(xml, "<" + side + "> of an object is \"" + shortened(value) + "\", no usable number.");
        }
        return number;
    }

    private DatasetException at(XMLStreamReader xml, String what) {
        return new DatasetException("File " + name + where(xml.getLocation()) + ": " + what);
    }

    private static String where(Location location) {
        return location == null ? "" : ", line " + location.getLineNumber() + ", column " + location.getColumnNumber();
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }

    private static String firstLine(Exception e) {
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        int at = message.indexOf("Message: ");
        String text = (at < 0 ? message : message.substring(at + 9)).strip();
        return shortened(text.endsWith(".") ? text.substring(0, text.length() - 1) : text);
    }
}
