package parley.cluster.client;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Files that were made to harm whoever opens them. All are small. */
public final class HostileFiles {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int MIB = 1_024 * 1_024;

    private HostileFiles() {}

    private interface Content {
        void write(DataOutputStream out) throws IOException;
    }

    /** An archive of half a gigabyte of zeros. */
    public static byte[] zipBomb() {
        return bytes(out -> {
            var zip = new ZipOutputStream(out);
            zip.setLevel(Deflater.BEST_COMPRESSION);
            for (int i = 0; i < 8; i++) {
                zip.putNextEntry(new ZipEntry("../../bomb-" + i));
                zeros(zip, 64);
            }
            zip.finish();
        });
    }

    /** A valid picture with one bit a pixel, of which a decoder would make gigabytes. */
    public static byte[] hugePng(int side) {
        return png(
                side,
                side,
                1,
                out -> chunk(out, "IDAT", zipped(rows -> {
                    var row = new byte[1 + (side + 7) / 8];
                    for (int i = 0; i < side; i++) rows.write(row);
                })));
    }

    /** A small JPEG in scans that says it is huge: a decoder keeps the coefficients of all of it. */
    public static byte[] hugeProgressiveJpeg(int side) {
        var jpeg = progressiveJpeg();
        for (int at = 2; at < jpeg.length; at++) {
            if ((jpeg[at] & 0xff) != 0xff || (jpeg[at + 1] & 0xff) != 0xc2) continue;
            ByteBuffer.wrap(jpeg).putShort(at + 5, (short) side).putShort(at + 7, (short) side);
            return jpeg;
        }
        throw new IllegalStateException("the JPEG is not a progressive one");
    }

    /** A small JPEG whose last scan is repeated, and decoded each time. */
    public static byte[] jpegWithScans(int scans) {
        var jpeg = progressiveJpeg();
        int last = new String(jpeg, StandardCharsets.ISO_8859_1).lastIndexOf("\u00ff\u00da");
        return bytes(out -> {
            out.write(jpeg, 0, last);
            for (int i = 0; i < scans; i++) out.write(jpeg, last, jpeg.length - 2 - last);
            out.writeShort(0xffd9);
        });
    }

    private static byte[] progressiveJpeg() {
        return bytes(out -> {
            var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
            var parameters = writer.getDefaultWriteParam();
            parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            try (var images = new MemoryCacheImageOutputStream(out)) {
                writer.setOutput(images);
                var image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
                writer.write(null, new IIOImage(image, null, null), parameters);
            } finally {
                writer.dispose();
            }
        });
    }

    /** A tiny picture with texts and a color profile that expand to hundreds of megabytes. */
    public static byte[] pngWithBombsBesideItsPixels() {
        return png(1, 1, 8, out -> {
            var bomb = zipped(content -> zeros(content, 256));
            chunk(out, "iCCP", joined("profile\0\0", bomb));
            chunk(out, "zTXt", joined("Comment\0\0", bomb));
            chunk(out, "iTXt", joined("Comment\0\1\0\0\0", bomb));
            chunk(out, "IDAT", zipped(content -> content.write(new byte[] {0, 0})));
        });
    }

    /** A header without pixels. */
    public static byte[] pngHeader(int width, int height) {
        return png(width, height, 8, out -> {});
    }

    /** A GIF whose screen is as large as it can be, with a frame of one pixel. */
    public static byte[] gifWithHugeScreen() {
        return bytes(out -> {
            out.writeBytes("GIF89a");
            out.write(new byte[] {(byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0x80, 0, 0});
            out.write(new byte[] {0, 0, 0, (byte) 0xff, (byte) 0xff, (byte) 0xff});
            out.write(new byte[] {0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3b});
        });
    }

    /** Both a GIF and a script. */
    public static byte[] gifThatIsAScript() {
        return "GIF89a/*\1\1\0\0\0*/=1;window.ran=true;//<script>window.ran=true</script>"
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    public static byte[] svgWithScript() {
        return text("<svg xmlns='http://www.w3.org/2000/svg' onload='window.ran=true'>"
                + "<script>window.ran=true</script></svg>");
    }

    /** XML whose entities expand to billions of characters, and one that reads a file of the server. */
    public static byte[] svgWithEntities() {
        var xml = new StringBuilder("<?xml version='1.0'?><!DOCTYPE svg [<!ENTITY f SYSTEM 'file:///etc/passwd'>");
        xml.append("<!ENTITY a0 'ha'>");
        for (int i = 1; i < 30; i++)
            xml.append(
                    "<!ENTITY a%d '%s'>".formatted(i, "&a%d;".formatted(i - 1).repeat(10)));
        return text(xml + "]><svg xmlns='http://www.w3.org/2000/svg'><text>&f;&a29;</text></svg>");
    }

    public static byte[] page() {
        return text("<!doctype html><script>window.ran=true;top.ran=true</script>");
    }

    /** A PDF, followed by an archive that another program finds in it. */
    public static byte[] pdfThatIsAnArchive() {
        return bytes(out -> {
            out.write(text("%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj\n"));
            out.write(zipBomb());
        });
    }

    /** Segments without an end. */
    public static byte[] brokenJpeg() {
        return bytes(out -> {
            out.writeShort(0xffd8);
            for (int i = 0; i < 1_000; i++) {
                out.writeShort(0xffe1);
                out.writeShort(2);
            }
            out.writeShort(0xffe1);
            out.writeShort(0xffff);
        });
    }

    private static byte[] png(int width, int height, int depth, Content chunks) {
        return bytes(out -> {
            out.write(PNG);
            chunk(out, "IHDR", bytes(header -> {
                header.writeInt(width);
                header.writeInt(height);
                header.write(new byte[] {(byte) depth, 0, 0, 0, 0});
            }));
            chunks.write(out);
            chunk(out, "IEND", new byte[0]);
        });
    }

    private static void chunk(DataOutputStream out, String type, byte[] content) throws IOException {
        var checked = joined(type, content);
        var checksum = new CRC32();
        checksum.update(checked);
        out.writeInt(content.length);
        out.write(checked);
        out.writeInt((int) checksum.getValue());
    }

    private static byte[] zipped(Content content) {
        return bytes(out -> {
            var zip = new DeflaterOutputStream(out, new Deflater(Deflater.BEST_COMPRESSION));
            content.write(new DataOutputStream(zip));
            zip.finish();
        });
    }

    private static void zeros(OutputStream out, int mebibytes) throws IOException {
        for (int i = 0; i < mebibytes; i++) out.write(new byte[MIB]);
    }

    private static byte[] joined(String head, byte[] rest) {
        return bytes(out -> {
            out.writeBytes(head);
            out.write(rest);
        });
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(Content content) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            content.write(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
