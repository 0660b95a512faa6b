package parley.web.file.boundary;

import java.util.regex.Pattern;
import parley.domain.file.entity.FileView;
import parley.domain.identity.Position;

/** Where a page of files ended: the position of the message and the id of the file. */
record FileCursor(Position pos, long id) {

    static final String RULE = "after: the next of a page is needed";
    private static final Pattern FORM = Pattern.compile("([0-9]{1,16})-([0-9]{1,16})");

    static FileCursor parse(String text) {
        var parts = FORM.matcher(text);
        if (!parts.matches()) throw new IllegalArgumentException(RULE);
        try {
            return new FileCursor(new Position(Long.parseLong(parts.group(1))), Long.parseLong(parts.group(2)));
        } catch (IllegalArgumentException impossible) {
            throw new IllegalArgumentException(RULE, impossible);
        }
    }

    static String after(FileView last) {
        return last.place().pos() + "-" + last.id();
    }
}
