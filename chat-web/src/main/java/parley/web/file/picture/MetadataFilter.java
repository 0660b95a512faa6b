package parley.web.file.picture;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Copies a picture without what does not belong to its appearance: where and by whom it was taken, comments, embedded
 * previews. The pixels are not decoded, so nothing of them is lost.
 */
sealed interface MetadataFilter permits GifFilter, JpegFilter, PngFilter, WebpFilter {

    /** From 1 to 8 as in EXIF; 1 is upright. */
    int UPRIGHT = 1;

    /**
     * @return the orientation in which the picture has to be shown
     * @throws IOException if it is not a picture of this format
     */
    int copy(DataInputStream in, OutputStream out) throws IOException;

    /** Whether the picture that was copied would need far more memory or time to decode than its size tells. */
    default boolean isCostly() {
        return false;
    }
}
