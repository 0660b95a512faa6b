package parley.web.message.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import parley.domain.conversation.boundary.UnreadQueries;
import parley.domain.message.boundary.CatchUpQueries;
import parley.domain.message.boundary.MentionQueries;
import parley.domain.message.boundary.MessageQueries;
import parley.domain.message.boundary.StoredHistory;
import parley.web.log.connection.LogConnection;
import parley.web.log.source.MessageLog;
import parley.web.log.tail.EndOffsets;
import parley.web.log.tail.LogTail;
import parley.web.log.tail.TailStatus;
import parley.web.log.topic.StoredOffsets;
import parley.web.membership.NodeMemberships;
import parley.web.membership.ReadAccess;
import parley.web.message.reading.RecentReceipts;
import parley.web.own.sync.OwnStateReader;
import parley.web.platform.database.DatabaseGateway;
import parley.web.platform.runtime.NodeExecutors;

/** Builds the plain classes of this package for injection. */
@ApplicationScoped
class HistoryProducer {

    @Produces
    @Singleton
    LogEndWait endWait(EndOffsets ends, LogTail tail) {
        return new LogEndWait(ends, tail);
    }

    @Produces
    @Singleton
    MessageHistory history(
            LogConnection log,
            LogEndWait ends,
            LogTail tail,
            TailStatus tailStatus,
            StoredOffsets stored,
            ReadAccess readers,
            DatabaseGateway database,
            StoredHistory pages,
            MessageLog messages,
            Quotes quotes) {
        var backfill = new LogBackfill(messages, tail);
        return new MessageHistory(log, ends, tail, tailStatus, stored, readers, database, pages, backfill, quotes);
    }

    @Produces
    @Singleton
    ResumeHandler resumeHandler(
            LogTail tail,
            DatabaseGateway database,
            CatchUpQueries stored,
            NodeMemberships members,
            ReadAccess readers,
            LogConnection log,
            Quotes quotes,
            ResumeSettings settings) {
        return new ResumeHandler(
                tail, database, stored, members, readers, log, quotes, settings.perConversation(), settings.inTotal());
    }

    @Produces
    @Singleton
    Quotes quotes(LogTail tail, DatabaseGateway database, StoredHistory stored, LogConnection log) {
        return new Quotes(tail, database, stored, log);
    }

    @Produces
    @Singleton
    LiveQuotes liveQuotes(Quotes quotes, NodeExecutors threads) {
        return new LiveQuotes(quotes, threads.virtual());
    }

    @Produces
    @Singleton
    HistoryWindow window(
            MessageHistory history,
            LogTail tail,
            ReadAccess readers,
            DatabaseGateway database,
            MessageQueries messages) {
        return new HistoryWindow(history, tail, readers, database, messages);
    }

    @Produces
    @Singleton
    MentionList mentionList(LogTail tail, LogConnection log, DatabaseGateway database, MentionQueries mentions) {
        return new MentionList(tail, log, database, mentions);
    }

    @Produces
    @Singleton
    UnreadCounter counter(
            LogConnection log, LogTail tail, RecentReceipts receipts, DatabaseGateway database, UnreadQueries stored) {
        return new UnreadCounter(log, tail, receipts, database, stored);
    }

    @Produces
    @Singleton
    UnreadTotals totals(
            DatabaseGateway database,
            UnreadQueries stored,
            UnreadCounter counter,
            OfflineConversationList known,
            LogConnection log,
            LogTail tail,
            OwnStateReader own,
            ReadAccess readers) {
        return new UnreadTotals(database, stored, counter, known, log, tail, own::muted, readers);
    }

    @Produces
    @Singleton
    TailOverlay overlay(LogTail tail, UnreadCounter counter, RecentReceipts receipts, ReadAccess readers) {
        return new TailOverlay(tail, counter, receipts, readers);
    }

    @Produces
    @Singleton
    MessageLookup lookup(LogTail tail, DatabaseGateway database, MessageQueries messages) {
        return new MessageLookup(tail, database, messages);
    }
}
