package parley.web.platform.path;

import java.util.regex.Pattern;

/**
 * The path of an installation as browsers see it: empty at the root, or such as {@code /chat}. No character of it has a
 * meaning in a header or a cookie, and different paths have different names of cookies.
 */
public record PublicPath(String value) {

    private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9][A-Za-z0-9_-]*)*");
    private static final int MAX_LENGTH = 100;

    public static final PublicPath ROOT = new PublicPath("");

    public PublicPath {
        if (value.length() > MAX_LENGTH || !PATH.matcher(value).matches())
            throw new IllegalArgumentException("\"" + value + "\" is not a path such as /chat: up to " + MAX_LENGTH
                    + " letters, digits, - and _, with a / before each part and none at the end.");
    }

    /** @param text a single slash also means the root */
    static PublicPath parse(String text) {
        return text.equals("/") ? ROOT : new PublicPath(text);
    }

    /** The path of an address below this one, which begins with a slash. */
    public String below(String address) {
        return value + address;
    }

    /** The name of a cookie that no installation at another path of the host has. */
    public String cookieName(String name) {
        return name + value.replace('/', '.');
    }
}
