package parley.web.preview.fetch;

import parley.web.preview.address.WebAddress;

/**
 * The beginning of an HTML page.
 *
 * @param address where it is after all redirects
 * @param charset as its server says; null if it does not
 */
public record FetchedPage(WebAddress address, byte[] content, String charset) {

    @Override
    public String toString() {
        return "FetchedPage[" + address + ", " + content.length + " bytes]";
    }
}
