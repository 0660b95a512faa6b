package parley.web.message.delivery;

import parley.domain.identity.Position;
import parley.domain.message.entity.AppendResult;
import parley.domain.refusal.Refused;
import parley.log.rule.EntryKey;

/** Receives the outcome of each send as the log decided it; called under the tail's lock, so it must be quick. */
public interface SendOutcomes {

    /**
     * The record was read back at {@code place} and is delivered next.
     *
     * @param prev the position of the record before it in its conversation, or null
     * @param dup whether another node sent it
     */
    void onAccepted(int partition, EntryKey key, AppendResult place, Position prev, boolean dup);

    /** The log already has this key at {@code first}. */
    void onRepeated(EntryKey key, AppendResult first);

    void onRefused(EntryKey key, Refused why);
}
