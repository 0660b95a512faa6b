package parley.domain.file.entity;

import parley.domain.message.entity.AttachedFile;

/**
 * What is known of a file when all of it has arrived and is in the storage.
 *
 * @param size of what is stored, which can be less than what was uploaded: metadata of pictures is removed
 * @param sha256 of what is stored
 * @param picture null if it has no preview
 */
public record InspectedFile(String type, long size, byte[] sha256, AttachedFile.Picture picture) {}
