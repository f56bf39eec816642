package org.vitrine.datasets.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.vitrine.datasets.DatasetException;

class BoxReaderTest {
    static final String VOC = """
            <annotation>
              <folder>pets</folder><filename>a.jpg</filename>
              <size><width>100</width><height>80</height><depth>3</depth></size>
              <object><name>cat</name><pose>Left</pose>
                <bndbox><xmin>10</xmin><ymin>20.5</ymin><xmax>50</xmax><ymax>60</ymax></bndbox>
                <part><name>head</name><bndbox><xmin>1</xmin><ymin>1</ymin><xmax>2</xmax><ymax>2</ymax></bndbox></part>
              </object>
              <object><name>dog &amp; co</name>
                <bndbox><xmax>30</xmax><xmin>0</xmin><ymax>9</ymax><ymin>5</ymin></bndbox>
              </object>
            </annotation>
            """;

    @Test
    void pascalVocIsRead() throws DatasetException {
        assertThat(VocReader.read(utf8(VOC), "a.xml"))
                .containsExactly(new LabelledBox("cat", 10, 20.5, 50, 60), new LabelledBox("dog & co", 0, 5, 30, 9));
        assertThat(VocReader.read(utf8("<annotation/>"), "a.xml")).isEmpty();
    }

    @Test
    void brokenVocIsNamedWithItsPlace() {
        voc(VOC.replace("<xmin>10", "<xmin>ten")).hasMessageContaining("line 7").hasMessageContaining("\"ten\"");
        voc(VOC.replace("<xmin>10", "<xmin>90")).hasMessageContaining("empty or turned around");
        voc(VOC.replace("<name>cat</name>", "")).hasMessageContaining("no <name>");
        voc(VOC.replace("</annotation>", "")).hasMessageContaining("no whole XML");
        voc(VOC.replace("<annotation>", "<html>")).hasMessageContaining("begins with <annotation>");
        voc("<a>".repeat(100)).hasMessageContaining("begins with");
        voc("<annotation>" + "<a>".repeat(100)).hasMessageContaining("nested");
    }

    @Test
    void entitiesAreNeverResolved() {
        voc("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><annotation><object><name>&x;</name>"
                        + "</object></annotation>")
                .hasMessageContaining("entities");
        voc("<annotation><object><name>&x;</name></object></annotation>").hasMessageContaining("broken.xml");
    }

    @Test
    void yoloIsRead() throws DatasetException {
        assertThat(YoloReader.read(utf8("0 0.5 0.5 0.2 0.4\n\n2 0.1 0.2 0.1 0.1\r\n"), "a.txt", 3))
                .containsExactly(
                        new YoloReader.Line(0, 0.5, 0.5, 0.2, 0.4), new YoloReader.Line(2, 0.1, 0.2, 0.1, 0.1));
        assertThat(new YoloReader.Line(0, 0.5, 0.5, 0.5, 0.25).pixels("cat", 100, 80))
                .isEqualTo(new LabelledBox("cat", 25, 30, 75, 50));
        assertThat(YoloReader.classes(utf8("cat\ndog\n\n\n"), "classes.txt")).containsExactly("cat", "dog");
    }

    @Test
    void brokenYoloIsNamedWithItsPlace() {
        yolo("0 0.5 0.5 0.2\n").hasMessageContaining("line 1").hasMessageContaining("not 4");
        yolo("0 0.5 0.5 0.2 0.1\n1 0.5 x 0.2 0.1").hasMessageContaining("line 2, value 3: \"x\"");
        yolo("7 0.5 0.5 0.2 0.1").hasMessageContaining("value 1: class 7.0").hasMessageContaining("0 to 2");
        yolo("1 50 0.5 0.2 0.1").hasMessageContaining("value 2: 50.0").hasMessageContaining("Divide");
        yolo("1 NaN 0.5 0.2 0.1").hasMessageContaining("value 2");
        assertThatThrownBy(() -> YoloReader.classes(utf8("a\nb\na\n"), "classes.txt"))
                .hasMessageContaining("classes.txt, line 3");
    }

    private static org.assertj.core.api.AbstractThrowableAssert<?, ? extends Throwable> voc(String text) {
        return assertThatThrownBy(() -> VocReader.read(utf8(text), "broken.xml"))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("File broken.xml");
    }

    private static org.assertj.core.api.AbstractThrowableAssert<?, ? extends Throwable> yolo(String text) {
        return assertThatThrownBy(() -> YoloReader.read(utf8(text), "broken.txt", 3))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("File broken.txt");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
