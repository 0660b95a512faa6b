package parley.web.file.picture;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Prepares pictures for the storage. What cannot be decoded within the limits has no preview, and is a file like others. */
public final class Pictures {

    private static final System.Logger LOG = System.getLogger(Pictures.class.getName());

    private final Thumbnails thumbnails;

    /** @param mostPixels of a picture that is decoded */
    public Pictures(long mostPixels) {
        this.thumbnails = new Thumbnails(mostPixels);
    }

    /**
     * @param folder where new files are made
     * @return empty if {@code type} is not one of a picture with a preview
     */
    public Optional<PreparedPicture> prepare(Path content, String type, Path folder) throws IOException {
        var format = PictureFormat.of(type);
        if (format.isEmpty()) return Optional.empty();
        var filtered = Files.createTempFile(folder, "filtered-", null);
        int orientation;
        try {
            orientation = filter(format.get(), content, filtered);
        } catch (IOException broken) {
            LOG.log(System.Logger.Level.DEBUG, "A picture without preview: it is not valid.", broken);
            Files.delete(filtered);
            return Optional.of(new PreparedPicture(content, null, null));
        }
        return Optional.of(thumbnails
                .of(filtered, format.get(), orientation, folder)
                .map(made -> new PreparedPicture(filtered, made.file(), made.picture()))
                .orElseGet(() -> new PreparedPicture(filtered, null, null)));
    }

    private static int filter(PictureFormat format, Path content, Path filtered) throws IOException {
        MetadataFilter filter = switch (format) {
            case JPEG -> new JpegFilter();
            case PNG -> new PngFilter();
            case WEBP -> new WebpFilter();
            case GIF -> null;
        };
        if (filter == null) {
            Files.copy(content, filtered, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            return MetadataFilter.UPRIGHT;
        }
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(content)));
                var out = new BufferedOutputStream(Files.newOutputStream(filtered))) {
            return filter.copy(in, out);
        }
    }
}
