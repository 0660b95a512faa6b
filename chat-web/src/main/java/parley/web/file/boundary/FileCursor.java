package parley.web.file.boundary;

import parley.domain.file.entity.FileView;
import parley.domain.identity.Position;
import parley.web.platform.rest.CursorFormat;

/** Where a page of files ended: the position of the message and the id of the file. */
record FileCursor(Position pos, long id) {

    private static final CursorFormat FORMAT = new CursorFormat(16, 16);

    static FileCursor parse(String text) {
        var numbers = FORMAT.parse(text);
        try {
            return new FileCursor(new Position(numbers[0]), numbers[1]);
        } catch (IllegalArgumentException impossible) {
            throw new IllegalArgumentException(CursorFormat.RULE, impossible);
        }
    }

    static String after(FileView last) {
        return CursorFormat.text(last.place().pos().value(), last.id().value());
    }
}
