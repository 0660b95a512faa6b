package parley.web.preview.fetch;

import java.time.Duration;

/**
 * @param time of a fetch with all its redirects
 * @param bytes of a page, after decompression; what follows is not read
 */
public record FetchLimits(Duration time, int bytes) {

    static final int REDIRECTS = 5;
    static final int HEADERS = 100;
    static final int HEADER_LENGTH = 16_384;
}
