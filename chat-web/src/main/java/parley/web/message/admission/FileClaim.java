package parley.web.message.admission;

import java.util.List;
import parley.domain.identity.FileId;
import parley.domain.log.entity.LogEntry;
import parley.domain.message.entity.AttachedFile;
import parley.domain.refusal.Refused;

/** Gives files to a send, so that no other send can have them. */
@FunctionalInterface
interface FileClaim {

    /** @throws Refused if the sender cannot send one of them, or if that cannot be determined now */
    List<AttachedFile> claim(LogEntry.Message message, List<FileId> files);
}
