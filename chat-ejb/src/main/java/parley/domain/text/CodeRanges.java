package parley.domain.text;

import java.util.BitSet;

/**
 * Finds the code of a message: fenced and indented blocks, and spans between backticks. It follows CommonMark, except
 * that lists do not change what counts as indented. The client implements the same rules in {@code mentions.ts}.
 */
final class CodeRanges {

    private static final int TAB = 4;
    private static final int INDENTED = 4;
    private static final int FENCE = 3;
    private static final int MOST_DIGITS = 9;

    private final String body;
    private final BitSet code;
    /** The start of the current paragraph, or -1 between paragraphs. */
    private int paragraph = -1;

    private int paragraphDepth;
    private int fenceLength;
    private char fenceChar;
    private int fenceDepth;

    /** The number of block quote markers of a line, and where its content starts. */
    private record Content(int depth, int start) {}

    private CodeRanges(String body) {
        this.body = body;
        this.code = new BitSet(body.length());
    }

    /** The positions of {@code body} that are code. */
    static BitSet of(String body) {
        var ranges = new CodeRanges(body);
        for (int from = 0; from <= body.length(); ) {
            int newline = body.indexOf('\n', from);
            int to = newline < 0 ? body.length() : newline;
            ranges.line(from, to);
            from = to + 1;
        }
        ranges.endParagraph(body.length());
        return ranges.code;
    }

    private void line(int from, int to) {
        if (fenceLength > 0) {
            var inFence = content(from, to, fenceDepth);
            if (inFence.depth == fenceDepth) {
                code.set(from, to);
                if (closesFence(inFence.start, to)) fenceLength = 0;
                return;
            }
            fenceLength = 0;
        }
        var content = content(from, to, Integer.MAX_VALUE);
        if (content.depth != paragraphDepth) endParagraph(from);
        int text = afterSpaces(content.start, to);
        if (text == to) {
            endParagraph(from);
            return;
        }
        boolean indented = columns(content.start, text) >= INDENTED;
        if (indented && paragraph < 0) {
            code.set(from, to);
            return;
        }
        if (!indented && opensFence(text, to)) {
            endParagraph(from);
            fenceDepth = content.depth;
            code.set(from, to);
            return;
        }
        boolean heading = !indented && isHeading(text, to);
        if (heading || isListItem(text, to)) endParagraph(from);
        if (paragraph < 0) {
            paragraph = from;
            paragraphDepth = content.depth;
        }
        if (heading) endParagraph(to);
    }

    private Content content(int from, int to, int mostMarkers) {
        int depth = 0;
        int start = from;
        while (depth < mostMarkers) {
            int marker = start;
            while (marker < to && marker < start + INDENTED - 1 && body.charAt(marker) == ' ') marker++;
            if (marker == to || body.charAt(marker) != '>') break;
            depth++;
            start = marker + 1;
            if (start < to && isSpace(body.charAt(start))) start++;
        }
        return new Content(depth, start);
    }

    private boolean opensFence(int text, int to) {
        char c = body.charAt(text);
        if (c != '`' && c != '~') return false;
        int end = runEnd(text, to);
        if (end - text < FENCE) return false;
        int backtick = c == '`' ? body.indexOf('`', end) : -1;
        if (backtick >= 0 && backtick < to) return false;
        fenceChar = c;
        fenceLength = end - text;
        return true;
    }

    private boolean closesFence(int start, int to) {
        int text = afterSpaces(start, to);
        if (text == to || body.charAt(text) != fenceChar || columns(start, text) >= INDENTED) return false;
        int end = runEnd(text, to);
        return end - text >= fenceLength && afterSpaces(end, to) == to;
    }

    private boolean isHeading(int text, int to) {
        if (body.charAt(text) != '#') return false;
        int end = runEnd(text, to);
        return end - text <= 6 && (end == to || isSpace(body.charAt(end)));
    }

    private boolean isListItem(int text, int to) {
        int end = text;
        while (end < to && end - text < MOST_DIGITS && body.charAt(end) >= '0' && body.charAt(end) <= '9') end++;
        if (end == to || (end == text ? "-+*" : ".)").indexOf(body.charAt(end)) < 0) return false;
        return end + 1 == to || isSpace(body.charAt(end + 1));
    }

    /** Marks the code spans of the paragraph. */
    private void endParagraph(int to) {
        int from = paragraph;
        paragraph = -1;
        paragraphDepth = 0;
        if (from < 0) return;
        for (int i = from; i < to; ) {
            char c = body.charAt(i);
            if (c == '\\') {
                i += 2;
            } else if (c == '`') {
                int end = runEnd(i, to);
                int closed = closed(end, to, end - i);
                if (closed > 0) code.set(i, closed);
                i = closed > 0 ? closed : end;
            } else {
                i++;
            }
        }
    }

    /** The end of the next run of exactly {@code length} backticks, or -1. */
    private int closed(int from, int to, int length) {
        for (int i = body.indexOf('`', from); i >= 0 && i < to; i = body.indexOf('`', i)) {
            int end = runEnd(i, to);
            if (end - i == length) return end;
            i = end;
        }
        return -1;
    }

    private int runEnd(int from, int to) {
        int end = from;
        while (end < to && body.charAt(end) == body.charAt(from)) end++;
        return end;
    }

    private int afterSpaces(int from, int to) {
        int i = from;
        while (i < to && isSpace(body.charAt(i))) i++;
        return i;
    }

    private int columns(int from, int to) {
        int columns = 0;
        for (int i = from; i < to; i++) columns += body.charAt(i) == '\t' ? TAB - columns % TAB : 1;
        return columns;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\r';
    }
}
