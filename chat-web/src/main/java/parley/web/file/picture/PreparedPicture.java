package parley.web.file.picture;

import java.nio.file.Path;
import parley.domain.message.entity.AttachedFile;

/**
 * A picture that can be stored.
 *
 * @param content without metadata
 * @param thumbnail a JPEG; null together with {@code picture} if there is no preview
 */
public record PreparedPicture(Path content, Path thumbnail, AttachedFile.Picture picture) {}
