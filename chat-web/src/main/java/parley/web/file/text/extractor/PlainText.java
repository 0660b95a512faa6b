package parley.web.file.text.extractor;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Text without a format, in UTF-8, in UTF-16 with its mark, or else in the characters of Western Europe. */
final class PlainText {

    private static final int SAMPLE = 8_192;
    private static final Charset WESTERN = Charset.forName("windows-1252");

    private PlainText() {}

    static void read(Path document, TextSink text) throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(document))) {
            new InputStreamReader(in, charset(in)).transferTo(text);
        }
    }

    private static Charset charset(InputStream in) throws IOException {
        in.mark(SAMPLE);
        var beginning = in.readNBytes(SAMPLE);
        in.reset();
        if (beginning.length > 1) {
            int mark = (beginning[0] & 0xff) << 8 | beginning[1] & 0xff;
            if (mark == 0xFEFF || mark == 0xFFFE) return StandardCharsets.UTF_16;
        }
        return isUtf8(beginning) ? StandardCharsets.UTF_8 : WESTERN;
    }

    private static boolean isUtf8(byte[] beginning) {
        // The last character may be cut off.
        int whole = beginning.length;
        for (int i = 1; i <= Math.min(3, beginning.length) && beginning.length == SAMPLE; i++) {
            if ((beginning[beginning.length - i] & 0xC0) == 0xC0) whole = beginning.length - i;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(Arrays.copyOf(beginning, whole)));
            return true;
        } catch (CharacterCodingException other) {
            return false;
        }
    }
}
