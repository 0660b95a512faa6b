package parley.web.file.picture;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import parley.web.file.storage.CallLimit;

/** Prepares pictures for the storage. What cannot be decoded within the limits has no preview, and is a file like others. */
public final class Pictures {

    private static final System.Logger LOG = System.getLogger(Pictures.class.getName());

    private final Thumbnails thumbnails;
    private final CallLimit limit;

    /**
     * @param mostPixels of a picture that is decoded
     * @param limit of the pictures that are decoded or wait for it
     */
    public Pictures(long mostPixels, CallLimit limit) {
        this.thumbnails = new Thumbnails(mostPixels);
        this.limit = limit;
    }

    /** Whether pictures of this type have previews. */
    public static boolean arePreviewed(String type) {
        return PictureFormat.of(type).isPresent();
    }

    /**
     * @param folder where new files are made
     * @return empty if {@code type} is not one of a picture with a preview, or if the content is none of this type: then
     *     its metadata cannot be found
     * @throws IOException also if too many pictures wait
     */
    public Optional<PreparedPicture> prepare(Path content, String type, Path folder) throws IOException {
        var format = PictureFormat.of(type);
        if (format.isEmpty()) return Optional.empty();
        var filtered = Files.createTempFile(folder, "filtered-", null);
        var filter = filter(format.get());
        int orientation;
        try {
            orientation = filter(filter, content, filtered);
        } catch (IOException broken) {
            LOG.log(System.Logger.Level.DEBUG, "A file is not the picture that it seems to be.", broken);
            Files.delete(filtered);
            return Optional.empty();
        }
        if (filter.isCostly()) return Optional.of(new PreparedPicture(filtered, null, null));
        return Optional.of(limit.make(() -> thumbnails.of(filtered, format.get(), orientation, folder))
                .map(made -> new PreparedPicture(filtered, made.file(), made.picture()))
                .orElseGet(() -> new PreparedPicture(filtered, null, null)));
    }

    private static MetadataFilter filter(PictureFormat format) {
        return switch (format) {
            case JPEG -> new JpegFilter();
            case PNG -> new PngFilter();
            case WEBP -> new WebpFilter();
            case GIF -> new GifFilter();
        };
    }

    private static int filter(MetadataFilter filter, Path content, Path filtered) throws IOException {
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(content)));
                var out = new BufferedOutputStream(Files.newOutputStream(filtered))) {
            return filter.copy(in, out);
        }
    }
}
