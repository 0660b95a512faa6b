package parley.domain.file.entity;

import parley.domain.identity.FileId;
import parley.domain.identity.UserId;
import parley.domain.message.entity.AttachedFile;

/**
 * A file and how far its upload is.
 *
 * @param received the number of bytes that have arrived, from the beginning
 * @param type null until it is complete
 * @param picture null until it is complete, or if it has no preview
 * @param isSent whether a send has claimed it
 * @param place the message that has it; null if none has, or if that is not stored yet
 */
public record FileView(
        FileId id,
        UserId owner,
        String name,
        long size,
        long received,
        FileState state,
        String type,
        AttachedFile.Picture picture,
        boolean isSent,
        FilePlace place) {

    public boolean isComplete() {
        return state == FileState.COMPLETE;
    }

    public AttachedFile attached() {
        return new AttachedFile(id, name, size, type, picture);
    }
}
