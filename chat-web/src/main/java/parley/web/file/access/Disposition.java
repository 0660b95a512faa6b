package parley.web.file.access;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import parley.domain.message.entity.AttachedFile;

/** The header {@code Content-Disposition} of a file. */
public final class Disposition {

    private Disposition() {}

    /** Only what a browser shows without running anything is shown; SVG, HTML and PDF can contain scripts. */
    public static String of(AttachedFile file) {
        return isShown(file.type()) ? "inline" + name(file) : attachment(file);
    }

    /** For answers of others: browsers save what is at the end of a redirect, and pictures and players show it anyway. */
    public static String attachment(AttachedFile file) {
        return "attachment" + name(file);
    }

    private static String name(AttachedFile file) {
        return "; filename=\"" + ascii(file.name()) + "\"; filename*=UTF-8''" + encoded(file.name());
    }

    private static boolean isShown(String type) {
        return switch (type) {
            case "image/jpeg", "image/png", "image/gif", "image/webp" -> true;
            default -> type.startsWith("audio/") || type.startsWith("video/");
        };
    }

    /** For clients that do not know the other parameter. */
    private static String ascii(String name) {
        return name.replaceAll("[^A-Za-z0-9 ._()-]", "_");
    }

    /** RFC 8187. */
    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
    }
}
