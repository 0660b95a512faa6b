package parley.web.file.text.extractor;

import java.io.IOException;
import java.io.Writer;

/** Takes the text of a document up to a limit, and separates its parts by single spaces or line breaks. */
final class TextSink extends Writer {

    private final Appendable target;
    private int left;
    /** What separates the next character from the last one; a space until there is a first one. */
    private char separator;

    private boolean isEmpty = true;

    TextSink(Appendable target, int most) {
        this.target = target;
        this.left = most;
    }

    /** There is as much text as may be. */
    static final class Full extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Full() {
            super("enough text", null, false, false);
        }
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
        for (int i = from; i < from + length; i++) add(text[i]);
    }

    /** What follows is another paragraph, cell or line. */
    void endLine() {
        separator = '\n';
    }

    private void add(char each) throws IOException {
        if (each == '\n' || each == '\r') {
            separator = '\n';
        } else if (Character.isWhitespace(each) || Character.isSpaceChar(each)) {
            if (separator == 0) separator = ' ';
        } else if (!Character.isISOControl(each)) {
            if (separator != 0 && !isEmpty) put(separator);
            separator = 0;
            put(each);
            isEmpty = false;
        }
    }

    private void put(char each) throws IOException {
        if (left-- <= 0) throw new Full();
        target.append(each);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
