package org.vitrine.datasets.read;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.vitrine.datasets.Npy;
import org.vitrine.datasets.Tensor;

/** Whole files of each format, and some that are built to do harm. */
final class FuzzSeeds {
    private static final int[] PICTURES = {
        BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_BYTE_INDEXED
    };

    private FuzzSeeds() {}

    static List<byte[]> pictures(String format) {
        List<byte[]> files = new ArrayList<>();
        try {
            for (int type : PICTURES) {
                files.add(PictureReaderTest.file(image(type), format));
            }
            if (format.equals("png")) {
                files.add(PictureReaderTest.file(image(BufferedImage.TYPE_INT_ARGB), format));
                files.add(PictureReaderTest.file(image(BufferedImage.TYPE_USHORT_GRAY), format));
                files.add(PictureReaderTest.file(image(BufferedImage.TYPE_BYTE_BINARY), format));
            }
            if (format.equals("jpg")) {
                files.add(progressive());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    /** PNG whose checksums fit again, so that damage reaches the decoder. */
    static byte[] repairedPng(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        int at = 8;
        while (at + 12 <= bytes.length) {
            int length = buffer.getInt(at);
            if (length < 0 || length > bytes.length - at - 12) {
                return bytes;
            }
            CRC32 sum = new CRC32();
            sum.update(bytes, at + 4, length + 4);
            buffer.putInt(at + 8 + length, (int) sum.getValue());
            at += length + 12;
        }
        return bytes;
    }

    /** A PNG that unpacks to black pixels without end, and claims that they are its comment. */
    static byte[] pngWithEndlessComment() {
        byte[] png = pictures("png").get(0);
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes("zTXtcomment\0\0".getBytes(StandardCharsets.ISO_8859_1));
        content.writeBytes(deflated(50_000_000));
        ByteBuffer bomb = ByteBuffer.allocate(png.length + content.size() + 8);
        bomb.put(png, 0, 33)
                .putInt(content.size() - 4)
                .put(content.toByteArray())
                .putInt(0);
        bomb.put(png, 33, png.length - 33);
        return repairedPng(bomb.array());
    }

    static List<byte[]> sounds() {
        return List.of(
                SoundReaderTest.wav(1, 1, 8000, 16, 400, FuzzSeeds::fill),
                SoundReaderTest.wav(1, 2, 44100, 24, 600, FuzzSeeds::fill),
                SoundReaderTest.wav(7, 1, 8000, 8, 200, FuzzSeeds::fill),
                SoundReaderTest.wav(3, 1, 16000, 32, 400, b -> {
                    while (b.hasRemaining()) {
                        b.putFloat((b.position() % 7) * 0.1f);
                    }
                }));
    }

    static List<byte[]> npy() {
        return List.of(
                npyOf(Tensor.of(new float[] {1, -2.5f, Float.NaN, 0, 3e-40f, 6}, 2, 3)),
                npyOf(Tensor.zeros(3, 2, 2)),
                new String(npyOf(Tensor.zeros(3, 4)), StandardCharsets.ISO_8859_1)
                        .replace("False", "True ")
                        .replace("<f4", "<i4")
                        .getBytes(StandardCharsets.ISO_8859_1));
    }

    static List<byte[]> npz() {
        return List.of(
                zip("x.npy", npy().get(0), "y.npy", npy().get(1)),
                zip("../../escape.npy", npy().get(0), "C:\\evil.npy", npy().get(1)));
    }

    static List<byte[]> idx() {
        ByteBuffer pictures =
                ByteBuffer.allocate(16 + 24).putInt(0x803).putInt(2).putInt(4).putInt(3);
        ByteBuffer labels = ByteBuffer.allocate(8 + 5).putInt(0x801).putInt(5);
        return List.of(pictures.array(), labels.array());
    }

    static List<byte[]> tables() {
        return utf8(
                "a,b,kind\n1,2.5,x\n3,-4e2,\"y, z\"\n5,NaN,\"say \"\"hi\"\"\"\n",
                "Tag;Wert;Ort\r\n01.02.2020;3,5;Köln\r\n29.02.2020;-4,25;Bonn\r\n",
                "1\t2\t3\n4\t5\t6\n\n7\t8\t9\n",
                "when|what\n2020-01-01T10:00:00Z|up\n2020-01-02T11:30:00+02:00|down\n",
                "'a','b'\n'x, y','2'\n'it''s','3'\n",
                "x,y\n1,Infinity\n1e999,-1e999\nNaN,nan\n");
    }

    static List<byte[]> tableBombs() {
        return utf8(
                "a,b\n1,\"" + "x".repeat(10_000_000),
                "a,b\n1," + "x".repeat(10_000_000) + "\n",
                "a,b\n1,\"" + "\"\"".repeat(5_000_000),
                "1" + ",1".repeat(1_000_000) + "\n",
                ",".repeat(1_000_000),
                "\"".repeat(1_000_001),
                "\n".repeat(2_000_000),
                "a,b\n" + "1,2\n".repeat(1_000_000),
                "a,b\n" + "1,2".repeat(1_000_000),
                "a,b\n1," + "9".repeat(90_000) + "\n" + "2,3\n".repeat(1000),
                "a,b\n1,2\0\n3,4\n",
                "a,b\n" + "1,2\n".repeat(50_000) + "1,2\0\n");
    }

    static List<byte[]> texts() {
        return utf8("plain\n", "\uFEFFwith a mark\r\nand Ünïcödé 🙂\n", "", "x".repeat(1000));
    }

    static List<byte[]> voc() {
        return utf8(BoxReaderTest.VOC, "<annotation/>");
    }

    static List<byte[]> vocBombs() {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE annotation [<!ENTITY l0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            laughs.append("<!ENTITY l" + i + " \"&l" + (i - 1) + ";&l" + (i - 1) + ";\">");
        }
        return utf8(
                laughs + "]><annotation><object><name>&l29;</name></object></annotation>",
                "<annotation>" + "<a>".repeat(500_000),
                "<annotation a='" + "x".repeat(3_000_000) + "'/>",
                "<annotation><object><name>" + "x".repeat(3_000_000) + "</name></object></annotation>",
                "<annotation>" + "<object/>".repeat(100_000) + "</annotation>",
                "<" + "x".repeat(2_000_000) + "/>");
    }

    static List<byte[]> yolo() {
        return utf8("0 0.5 0.5 0.2 0.4\n2 0.1 0.2 0.1 0.1\r\n", "", "1 1 1 1 1");
    }

    static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zipped = new GZIPOutputStream(out)) {
            zipped.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void fill(ByteBuffer buffer) {
        while (buffer.hasRemaining()) {
            buffer.put((byte) (buffer.position() * 7));
        }
    }

    private static byte[] npyOf(Tensor tensor) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            Npy.write(out, tensor);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] zip(String name, byte[] content, String otherName, byte[] otherContent) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
            zip.putNextEntry(new ZipEntry(otherName));
            zip.write(otherContent);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] deflated(int zeros) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out, new Deflater(9))) {
            byte[] block = new byte[100_000];
            for (int i = 0; i < zeros; i += block.length) {
                deflater.write(block);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] progressive() throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpg").next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image(BufferedImage.TYPE_INT_RGB), null, null), param);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    private static BufferedImage image(int type) {
        BufferedImage image = new BufferedImage(24, 17, type);
        Graphics2D graphics = image.createGraphics();
        graphics.setPaint(new GradientPaint(0, 0, Color.BLUE, 20, 10, new Color(255, 200, 0, 90)));
        graphics.fillRect(2, 1, 20, 14);
        graphics.dispose();
        return image;
    }

    private static List<byte[]> utf8(String... texts) {
        return Arrays.stream(texts)
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
    }
}
