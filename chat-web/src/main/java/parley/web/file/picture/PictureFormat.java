package parley.web.file.picture;

import java.util.Optional;

/** The formats of pictures that have previews; all browsers show them. */
enum PictureFormat {
    JPEG("image/jpeg", Integer.MAX_VALUE),
    PNG("image/png", Integer.MAX_VALUE),
    GIF("image/gif", Integer.MAX_VALUE),
    /** Its decoder needs memory for the whole picture. */
    WEBP("image/webp", 16_000_000);

    private final String type;
    private final int mostPixels;

    PictureFormat(String type, int mostPixels) {
        this.type = type;
        this.mostPixels = mostPixels;
    }

    static Optional<PictureFormat> of(String type) {
        for (var format : values()) if (format.type.equals(type)) return Optional.of(format);
        return Optional.empty();
    }

    int mostPixels() {
        return mostPixels;
    }
}
