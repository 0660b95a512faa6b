package parley.web.preview;

/**
 * What a reader sees of a linked page before opening it.
 *
 * @param url the link of the message
 * @param host where the page is, after all redirects
 * @param description null if the page has none
 * @param site null if the page does not name its site
 */
public record LinkPreview(String url, String host, String title, String description, String site) {}
