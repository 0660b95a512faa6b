package parley.domain.text;

/** Repairs the names of files. */
final class FileNames {

    static final int MOST = 150;

    private static final String UNNAMED = "file";
    private static final int LONGEST_EXTENSION = 16;

    private FileNames() {}

    static String repaired(String text) {
        int slash = Math.max(text.lastIndexOf('/'), text.lastIndexOf('\\'));
        var kept = new StringBuilder();
        int marks = 0;
        for (int codePoint : text.substring(slash + 1).codePoints().toArray()) {
            boolean mark = Characters.isMark(codePoint);
            marks = mark ? marks + 1 : 0;
            if (!Characters.isKeptOutOfNames(codePoint) && marks <= Characters.MOST_MARKS)
                kept.appendCodePoint(codePoint);
        }
        var name = Characters.strip(kept.toString());
        // The names of folders, and a name of dots only.
        if (!Characters.isVisible(name) || name.chars().allMatch(unit -> unit == '.')) return UNNAMED;
        return shortened(name);
    }

    private static String shortened(String name) {
        int length = Characters.count(name);
        if (length <= MOST) return name;
        int dot = name.lastIndexOf('.');
        var extension = dot < 0 || name.length() - dot > LONGEST_EXTENSION ? "" : name.substring(dot);
        return name.substring(0, name.offsetByCodePoints(0, MOST - Characters.count(extension))) + extension;
    }
}
