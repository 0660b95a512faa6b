package parley.web.platform.page;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The files of the page, with their tags. They do not change while the node runs, so each tag is computed once. */
final class PageFiles {

    static final String START = "/index.html";

    /** The start page and the assets, also encoded. No segment begins with a dot, so no path leaves the folder. */
    private static final Pattern FILE =
            Pattern.compile("/index\\.html(\\.br|\\.gz)?|/assets(/[A-Za-z0-9_-][A-Za-z0-9._-]*)+");

    /** Opens a file of the application; null if there is none. */
    interface Source {
        InputStream open(String path);
    }

    private final Source source;
    private final Map<String, EntityTag> tags = new ConcurrentHashMap<>();

    PageFiles(Source source) {
        this.source = source;
    }

    /** The tag of a file; null if the page has no such file. */
    EntityTag tag(String path) throws IOException {
        var known = tags.get(path);
        if (known != null) return known;
        var content = read(path);
        if (content == null) return null;
        var tag = EntityTag.of(content);
        tags.put(path, tag);
        return tag;
    }

    /** The content of a file; null if the page has no such file. */
    byte[] read(String path) throws IOException {
        if (!FILE.matcher(path).matches()) return null;
        try (var file = source.open(path)) {
            return file == null ? null : file.readAllBytes();
        }
    }
}
