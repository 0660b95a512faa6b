package parley.web.message.delivery;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.UserId;
import parley.domain.refusal.Refused;
import parley.log.codec.ReadReceipt;
import parley.web.log.connection.LogConnection;
import parley.web.log.tail.EndOffsets;
import parley.web.log.tail.LogTail;
import parley.web.log.tail.TailStatus;
import parley.web.membership.NodeMemberships;

/** Makes the receipts of what users report. It does not block, and keeps the order of each socket. */
final class ReceiptPublisher {

    private static final int END_TIMEOUT_SECONDS = 2;

    private final LogConnection log;
    private final NodeMemberships members;
    private final TailStatus tailStatus;
    private final LogTail tail;
    private final EndOffsets ends;
    private final Executor threads;
    private final Function<ReadReceipt, CompletionStage<Void>> sending;
    private final ReportOrder order = new ReportOrder();

    /**
     * @param threads for receipts that had to wait for the end of the log
     * @param sending appends a receipt to {@code chat_receipts}
     */
    ReceiptPublisher(
            LogConnection log,
            NodeMemberships members,
            TailStatus tailStatus,
            LogTail tail,
            EndOffsets ends,
            Executor threads,
            Function<ReadReceipt, CompletionStage<Void>> sending) {
        this.log = log;
        this.members = members;
        this.tailStatus = tailStatus;
        this.tail = tail;
        this.ends = ends;
        this.threads = threads;
        this.sending = sending;
    }

    /** See {@link ReadReceipts#publish}. */
    CompletionStage<Void> read(ConversationId conversation, UserId user, Position pos, String session) {
        require(conversation, user);
        var newest = tail.newest(conversation, log.identity().epoch());
        var receipt = ReadReceipt.read(conversation, user, earlier(pos, newest), log.nameOf(session));
        return order.add(session, CompletableFuture.completedFuture(receipt), sending);
    }

    /** See {@link ReadReceipts#setBack}. */
    CompletionStage<Void> setBack(ConversationId conversation, UserId user, Position pos, String session) {
        require(conversation, user);
        int partition = tail.partition(conversation);
        int epoch = log.identity().epoch();
        var before = new Position(Math.max(0, pos.value() - 1));
        // The thread that has the answer serves all users, and sending can block.
        var receipt = ends.now()
                .thenApplyAsync(
                        found -> {
                            var end = Position.at(epoch, Math.max(0, found.byPartition()[partition] - 1));
                            return new ReadReceipt(conversation, user, earlier(before, end), log.nameOf(session), end);
                        },
                        threads)
                .orTimeout(END_TIMEOUT_SECONDS, TimeUnit.SECONDS);
        return order.add(session, receipt, sending);
    }

    /** @throws Refused {@code not_found} or {@code unavailable} */
    private void require(ConversationId conversation, UserId user) {
        members.require(conversation, user);
        tailStatus.requireRecent();
    }

    private static Position earlier(Position one, Position other) {
        return one.isAfter(other) ? other : one;
    }
}
