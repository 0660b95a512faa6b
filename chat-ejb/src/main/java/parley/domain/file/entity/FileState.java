package parley.domain.file.entity;

/** The states of a row; their ordinals are stored. */
public enum FileState {
    UPLOADING,
    COMPLETE,
    /** Its contents are to be removed from the storage. */
    REMOVED
}
