package parley.domain.file.entity;

/**
 * A part of a file that is being uploaded.
 *
 * @param object names its object in the storage
 */
public record FilePart(long offset, long length, long object) {}
