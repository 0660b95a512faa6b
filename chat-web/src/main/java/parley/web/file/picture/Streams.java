package parley.web.file.picture;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

final class Streams {

    private Streams() {}

    /** @throws EOFException if the stream is shorter */
    static void move(InputStream in, OutputStream out, long length) throws IOException {
        var buffer = new byte[8_192];
        long left = length;
        while (left > 0) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) throw new EOFException("the picture ends within a chunk");
            out.write(buffer, 0, read);
            left -= read;
        }
    }
}
