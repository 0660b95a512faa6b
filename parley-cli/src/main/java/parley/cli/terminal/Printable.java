package parley.cli.terminal;

/** Text from users and servers, without what a terminal would interpret. */
public final class Printable {

    private Printable() {}

    public static String of(String text) {
        var printable = new StringBuilder(text.length());
        text.codePoints().forEach(c -> printable.appendCodePoint(isControl(c) ? '?' : c));
        return printable.toString();
    }

    private static boolean isControl(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
