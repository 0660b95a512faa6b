package parley.web.file.picture;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Copies everything. */
final class GifFilter implements MetadataFilter {

    @Override
    public int copy(DataInputStream in, OutputStream out) throws IOException {
        in.transferTo(out);
        return UPRIGHT;
    }
}
