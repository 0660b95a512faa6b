package parley.domain.account.entity;

import java.util.regex.Pattern;

/** The cursor of a directory search: rank and id of the page's last user. */
public record DirectoryCursor(int rank, long id) {

    public static final DirectoryCursor START = new DirectoryCursor(0, 0);
    private static final Pattern TEXT = Pattern.compile("([0-3])-(\\d{1,16})");

    public static DirectoryCursor parse(String text) {
        if (text.equals("0")) return START;
        var parts = TEXT.matcher(text);
        if (!parts.matches()) throw new IllegalArgumentException("after: the next of a page is needed");
        return new DirectoryCursor(Integer.parseInt(parts.group(1)), Long.parseLong(parts.group(2)));
    }

    @Override
    public String toString() {
        return rank + "-" + id;
    }
}
