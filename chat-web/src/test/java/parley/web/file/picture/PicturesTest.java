package parley.web.file.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.web.file.storage.CallLimit;

class PicturesTest {

    private static final String SECRET = "taken at 52.5200 N 13.4050 E";

    /** 1 by 1 pixel, lossless. */
    private static final String WEBP = "UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==";

    private final Pictures pictures = new Pictures(1_000_000, new CallLimit(1, "busy"));

    @TempDir
    Path folder;

    @Test
    void a_picture_has_its_size_a_thumbnail_and_a_placeholder() throws IOException {
        var prepared = prepare(png(1_500, 500), "image/png");
        assertThat(prepared.picture().width()).isEqualTo(1_500);
        assertThat(prepared.picture().height()).isEqualTo(500);
        var thumbnail = ImageIO.read(prepared.thumbnail().toFile());
        assertThat(thumbnail.getWidth()).isEqualTo(720);
        assertThat(thumbnail.getHeight()).isEqualTo(240);
        var placeholder = ImageIO.read(new ByteArrayInputStream(
                Base64.getDecoder().decode(prepared.picture().placeholder())));
        assertThat(placeholder.getWidth()).isEqualTo(8);
        assertThat(prepared.picture().placeholder().length()).isLessThan(1_000);
    }

    @Test
    void a_small_picture_is_not_enlarged() throws IOException {
        var thumbnail = ImageIO.read(prepare(png(4, 3), "image/png").thumbnail().toFile());
        assertThat(thumbnail.getWidth()).isEqualTo(4);
    }

    @Test
    void a_webp_has_a_preview() throws IOException {
        var prepared = prepare(Base64.getDecoder().decode(WEBP), "image/webp");
        assertThat(prepared.picture()).isNotNull();
        assertThat(prepared.picture().width()).isEqualTo(1);
    }

    @Test
    void a_jpeg_loses_where_it_was_taken_and_keeps_its_pixels() throws IOException {
        var jpeg = jpeg(40, 30);
        var prepared = prepare(withSegments(jpeg, segment(0xe1, exif(1)), segment(0xfe, SECRET)), "image/jpeg");
        assertThat(Files.readAllBytes(prepared.content())).isEqualTo(jpeg);
    }

    @Test
    void a_jpeg_that_lies_on_its_side_is_shown_upright() throws IOException {
        var prepared = prepare(withSegments(jpeg(40, 30), segment(0xe1, exif(6))), "image/jpeg");
        assertThat(prepared.picture().width()).isEqualTo(30);
        assertThat(prepared.picture().height()).isEqualTo(40);
        assertThat(ImageIO.read(prepared.thumbnail().toFile()).getHeight()).isEqualTo(40);
        var stored = Files.readAllBytes(prepared.content());
        assertThat(text(stored)).doesNotContain(SECRET);
        assertThat(ExifSegment.orientation(Arrays.copyOfRange(stored, 6, 6 + 32)))
                .isEqualTo(6);
    }

    @Test
    void what_follows_the_end_of_a_picture_is_removed() throws IOException {
        var jpeg = jpeg(4, 3);
        var png = png(4, 3);
        var script = "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
        assertThat(Files.readAllBytes(
                        prepare(joined(jpeg, script), "image/jpeg").content()))
                .isEqualTo(jpeg);
        assertThat(Files.readAllBytes(prepare(joined(png, script), "image/png").content()))
                .isEqualTo(png);
    }

    @Test
    void a_png_loses_its_texts() throws IOException {
        var png = png(4, 3);
        var text = chunk("tEXt", SECRET.getBytes(StandardCharsets.ISO_8859_1));
        var withText = joined(Arrays.copyOf(png, 33), text, Arrays.copyOfRange(png, 33, png.length));
        assertThat(Files.readAllBytes(prepare(withText, "image/png").content())).isEqualTo(png);
    }

    @Test
    void a_webp_loses_its_exif_data() throws IOException {
        var webp = Base64.getDecoder().decode(WEBP);
        var exif = joined("EXIF".getBytes(StandardCharsets.US_ASCII), little(SECRET.length()), SECRET.getBytes());
        var with = joined(webp, exif);
        System.arraycopy(little(with.length - 8), 0, with, 4, 4);
        var stored = Files.readAllBytes(prepare(with, "image/webp").content());
        assertThat(text(stored)).doesNotContain(SECRET).doesNotContain("EXIF");
        assertThat(stored).hasSameSizeAs(with);
    }

    @Test
    void a_picture_of_huge_dimensions_is_not_decoded() throws IOException {
        var huge = png(4, 3);
        ByteBuffer.wrap(huge).putInt(16, 100_000).putInt(20, 100_000);
        ByteBuffer.wrap(huge).putInt(29, checksum(Arrays.copyOfRange(huge, 12, 29)));
        assertThat(prepare(huge, "image/png").picture()).isNull();
        assertThat(prepare(png(1_001, 1_000), "image/png").picture()).isNull();
    }

    @Test
    void a_picture_that_would_wait_too_long_is_refused() throws IOException {
        var busy = new Pictures(1_000_000, new CallLimit(0, "busy"));
        var file = Files.write(folder.resolve("content"), png(4, 3));
        assertThatThrownBy(() -> busy.prepare(file, "image/png", folder)).hasMessage("busy");
    }

    @Test
    void a_jpeg_in_scans_whose_coefficients_need_much_memory_is_not_decoded() throws IOException {
        var large = new Pictures(100_000_000, new CallLimit(1, "busy"));
        for (int side : new int[] {3_000, 5_000}) {
            var file = Files.write(folder.resolve("content"), withSize(progressive(40, 30), side));
            var prepared = large.prepare(file, "image/jpeg", folder).orElseThrow();
            assertThat(prepared.picture() == null).as("side " + side).isEqualTo(side == 5_000);
        }
    }

    @Test
    void a_jpeg_with_very_many_scans_is_not_decoded() throws IOException {
        assertThat(prepare(progressive(40, 30), "image/jpeg").picture()).isNotNull();
        assertThat(prepare(withScans(progressive(40, 30), 200), "image/jpeg").picture())
                .isNull();
    }

    private static byte[] progressive(int width, int height) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var parameters = writer.getDefaultWriteParam();
        parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        var out = new ByteArrayOutputStream();
        writer.setOutput(new MemoryCacheImageOutputStream(out));
        writer.write(
                null,
                new IIOImage(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), null, null),
                parameters);
        ((MemoryCacheImageOutputStream) writer.getOutput()).flush();
        return out.toByteArray();
    }

    /** Says that it is larger than it is. */
    private static byte[] withSize(byte[] progressive, int side) {
        int frame = text(progressive).indexOf("\u00ff\u00c2");
        ByteBuffer.wrap(progressive).putShort(frame + 5, (short) side).putShort(frame + 7, (short) side);
        return progressive;
    }

    /** Repeats its last scan. */
    private static byte[] withScans(byte[] progressive, int scans) {
        int last = text(progressive).lastIndexOf("\u00ff\u00da");
        var scan = Arrays.copyOfRange(progressive, last, progressive.length - 2);
        var all = new byte[scans][];
        Arrays.fill(all, scan);
        return joined(Arrays.copyOf(progressive, last), joined(all), new byte[] {(byte) 0xff, (byte) 0xd9});
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/png", "image/jpeg", "image/gif", "image/webp"})
    void what_has_no_pixels_is_no_picture(String type) throws IOException {
        for (var broken : new byte[][] {
            new byte[0],
            new byte[200],
            "GIF89a".getBytes(),
            "RIFF\u00ff\u00ff\u00ff\u007fWEBPVP8X".getBytes(StandardCharsets.ISO_8859_1),
            Arrays.copyOf(png(40, 30), 30),
            Arrays.copyOf(jpeg(40, 30), 30)
        }) {
            var file = Files.write(folder.resolve("content"), broken);
            assertThat(pictures.prepare(file, type, folder)).isEmpty();
        }
    }

    @Test
    void a_truncated_picture_loses_its_metadata_too() throws IOException {
        var jpeg = withSegments(jpeg(400, 300), segment(0xe1, exif(1)));
        var png = png(400, 300);
        var text = chunk("tEXt", SECRET.getBytes(StandardCharsets.ISO_8859_1));
        var withText = joined(Arrays.copyOf(png, 33), text, Arrays.copyOfRange(png, 33, png.length));
        assertThat(stored(Arrays.copyOf(jpeg, jpeg.length - 200), "image/jpeg")).doesNotContain(SECRET);
        assertThat(stored(Arrays.copyOf(withText, withText.length - 100), "image/png"))
                .doesNotContain(SECRET);
    }

    @Test
    void what_is_between_the_segments_of_a_jpeg_is_removed() throws IOException {
        var jpeg = jpeg(40, 30);
        var stray = SECRET.getBytes(StandardCharsets.ISO_8859_1);
        assertThat(stored(withSegments(jpeg, stray, segment(0xe1, exif(1)), stray), "image/jpeg"))
                .isEqualTo(text(jpeg));
    }

    @Test
    void a_jpeg_loses_its_embedded_thumbnails() throws IOException {
        var jpeg = jpeg(40, 30);
        assertThat(stored(withSegments(jpeg, segment(0xe0, "JFXX\0\u0013" + SECRET)), "image/jpeg"))
                .isEqualTo(text(jpeg));
        var thumbnail = segment(0xe0, "JFIF\0\1\2\0\0\1\0\1\3\3" + SECRET);
        assertThat(stored(withSegments(jpeg, thumbnail), "image/jpeg")).doesNotContain(SECRET);
    }

    @Test
    void a_gif_loses_its_texts_and_keeps_its_images() throws IOException {
        var gif = encoded(40, 30, "gif");
        int images = text(gif).indexOf("\u0021\u00f9");
        if (images < 0) images = text(gif).indexOf(',', 13);
        var comment = joined(new byte[] {0x21, (byte) 0xfe, (byte) SECRET.length()}, SECRET.getBytes(), new byte[1]);
        var xmp = joined(
                new byte[] {0x21, (byte) 0xff, 11},
                "XMP DataXMP".getBytes(StandardCharsets.US_ASCII),
                new byte[] {(byte) SECRET.length()},
                SECRET.getBytes(),
                new byte[1]);
        var repeats = joined(
                new byte[] {0x21, (byte) 0xff, 11},
                "NETSCAPE2.0".getBytes(StandardCharsets.US_ASCII),
                new byte[] {3, 1, 0, 0, 0});
        var rest = Arrays.copyOfRange(gif, images, gif.length);
        var start = Arrays.copyOf(gif, images);
        assertThat(stored(joined(start, comment, repeats, xmp, rest, SECRET.getBytes()), "image/gif"))
                .isEqualTo(text(joined(start, repeats, rest)));
        assertThat(prepare(gif, "image/gif").picture()).isNotNull();
    }

    private String stored(byte[] content, String type) throws IOException {
        return text(Files.readAllBytes(prepare(content, type).content()));
    }

    @Test
    void a_svg_is_no_picture_here() throws IOException {
        var svg = Files.writeString(folder.resolve("svg"), "<svg xmlns='http://www.w3.org/2000/svg'/>");
        assertThat(pictures.prepare(svg, "image/svg+xml", folder)).isEmpty();
    }

    private PreparedPicture prepare(byte[] content, String type) throws IOException {
        var file = Files.write(folder.resolve("content"), content);
        return pictures.prepare(file, type, folder).orElseThrow();
    }

    private static byte[] png(int width, int height) throws IOException {
        return encoded(width, height, "png");
    }

    private static byte[] jpeg(int width, int height) throws IOException {
        return encoded(width, height, "jpeg");
    }

    private static byte[] encoded(int width, int height, String format) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, Color.RED.getRGB());
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    /** Directly after the marker of the beginning. */
    private static byte[] withSegments(byte[] jpeg, byte[]... segments) {
        return joined(Arrays.copyOf(jpeg, 2), joined(segments), Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    private static byte[] segment(int marker, String text) {
        return segment(marker, text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static byte[] segment(int marker, byte[] content) {
        var segment = ByteBuffer.allocate(content.length + 4);
        segment.put((byte) 0xff)
                .put((byte) marker)
                .putShort((short) (content.length + 2))
                .put(content);
        return segment.array();
    }

    private static byte[] exif(int orientation) {
        return joined(ExifSegment.of(orientation), SECRET.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static byte[] chunk(String type, byte[] content) {
        var typed = joined(type.getBytes(StandardCharsets.US_ASCII), content);
        var chunk = ByteBuffer.allocate(content.length + 12);
        return chunk.putInt(content.length).put(typed).putInt(checksum(typed)).array();
    }

    private static int checksum(byte[] bytes) {
        var crc = new CRC32();
        crc.update(bytes);
        return (int) crc.getValue();
    }

    private static byte[] little(int number) {
        return new byte[] {(byte) number, (byte) (number >> 8), (byte) (number >> 16), (byte) (number >> 24)};
    }

    private static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) all.writeBytes(part);
        return all.toByteArray();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
