package parley.web.file.picture;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.Orientation;
import parley.domain.message.entity.AttachedFile;

/** Makes thumbnails: JPEGs on white, upright. */
final class Thumbnails {

    private static final System.Logger LOG = System.getLogger(Thumbnails.class.getName());

    private static final int LONGER_SIDE = 720;
    private static final int LONGER_SIDE_OF_PLACEHOLDER = 8;

    record Thumbnail(Path file, AttachedFile.Picture picture) {}

    private final long mostPixels;

    Thumbnails(long mostPixels) {
        this.mostPixels = mostPixels;
    }

    /** Empty if the picture is too large, or cannot be decoded. One at a time, because a decoder needs much memory. */
    synchronized Optional<Thumbnail> of(Path content, PictureFormat format, int orientation, Path folder)
            throws IOException {
        var reader = reader(format);
        try (var in = ImageIO.createImageInputStream(content.toFile())) {
            return decode(reader, in, format, orientation, folder);
        } catch (IOException | RuntimeException | LinkageError | OutOfMemoryError undecodable) {
            // Decoders throw all sorts of exceptions at broken pictures.
            LOG.log(System.Logger.Level.DEBUG, "A picture without preview: it cannot be decoded.", undecodable);
            return Optional.empty();
        } finally {
            reader.dispose();
        }
    }

    private static ImageReader reader(PictureFormat format) throws IOException {
        // Readers of libraries are made directly: the registry of ImageIO belongs to the whole server.
        if (format == PictureFormat.WEBP) return new WebPImageReaderSpi().createReaderInstance(null);
        return ImageIO.getImageReadersByFormatName(format.name()).next();
    }

    private Optional<Thumbnail> decode(
            ImageReader reader, ImageInputStream in, PictureFormat format, int orientation, Path folder)
            throws IOException {
        reader.setInput(in, true, true);
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if (width < 1 || height < 1 || (long) width * height > Math.min(mostPixels, format.mostPixels()))
            return Optional.empty();
        var parameters = reader.getDefaultReadParam();
        int step = Math.max(1, Math.max(width, height) / (2 * LONGER_SIDE));
        parameters.setSourceSubsampling(step, step, 0, 0);
        var upright = upright(opaque(reader.read(0, parameters)), orientation);
        var file = Files.createTempFile(folder, "thumbnail-", null);
        var thumbnail = reduced(upright, LONGER_SIDE);
        if (!ImageIO.write(thumbnail, "jpeg", file.toFile())) throw new IOException("there is no writer of JPEG");
        boolean turned = orientation > 4;
        var picture =
                new AttachedFile.Picture(turned ? height : width, turned ? width : height, placeholder(thumbnail));
        return Optional.of(new Thumbnail(file, picture));
    }

    private static BufferedImage opaque(BufferedImage image) {
        var opaque = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        var graphics = opaque.createGraphics();
        graphics.drawImage(image, 0, 0, Color.WHITE, null);
        graphics.dispose();
        return opaque;
    }

    private static BufferedImage upright(BufferedImage image, int orientation) {
        return orientation == MetadataFilter.UPRIGHT
                ? image
                : ExifFilterUtils.getFilterForOrientation(Orientation.typeOf(orientation))
                        .apply(image);
    }

    private static BufferedImage reduced(BufferedImage image, int longerSide) throws IOException {
        double scale = Math.min(1, (double) longerSide / Math.max(image.getWidth(), image.getHeight()));
        int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        return net.coobird.thumbnailator.Thumbnails.of(image)
                .forceSize(width, height)
                .asBufferedImage();
    }

    private static String placeholder(BufferedImage thumbnail) throws IOException {
        var png = new ByteArrayOutputStream();
        ImageIO.write(reduced(thumbnail, LONGER_SIDE_OF_PLACEHOLDER), "png", png);
        return Base64.getEncoder().encodeToString(png.toByteArray());
    }
}
