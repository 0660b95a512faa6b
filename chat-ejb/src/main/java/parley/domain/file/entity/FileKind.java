package parley.domain.file.entity;

import java.util.Locale;

/** What a file is, for lists of files. */
public enum FileKind {
    IMAGE("f.type LIKE 'image/%'"),
    AUDIO("f.type LIKE 'audio/%'"),
    VIDEO("f.type LIKE 'video/%'"),
    OTHER("f.type NOT LIKE 'image/%' AND f.type NOT LIKE 'audio/%' AND f.type NOT LIKE 'video/%'");

    private final String condition;

    FileKind(String condition) {
        this.condition = condition;
    }

    /** @throws IllegalArgumentException if there is no such kind */
    public static FileKind parse(String code) {
        for (var kind : values()) if (kind.code().equals(code)) return kind;
        throw new IllegalArgumentException("image, audio, video or other");
    }

    private String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Of the file {@code f} in JPQL. */
    public String condition() {
        return condition;
    }
}
