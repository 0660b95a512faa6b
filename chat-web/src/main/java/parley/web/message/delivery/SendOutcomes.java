package parley.web.message.delivery;

import parley.domain.identity.Position;
import parley.domain.message.entity.AppendResult;
import parley.domain.refusal.Refused;
import parley.log.rule.EntryKey;

/** Told what the log decided about each send; called under the tail's lock, so it must be quick. */
public interface SendOutcomes {

    /**
     * The record was read back at {@code place}, and is delivered next.
     *
     * @param prev what is before it in its conversation, or null
     * @param dup whether another node sent it
     */
    void accepted(int partition, EntryKey key, AppendResult place, Position prev, boolean dup);

    /** The log had the same key before, at {@code first}. */
    void repeated(EntryKey key, AppendResult first);

    void refused(EntryKey key, Refused why);
}
