package parley.web.preview.page;

/** What a page says about itself; null for what it does not say. */
public record PageText(String title, String description, String site) {}
