package parley.web.message.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
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
import parley.web.platform.database.DatabaseGateway;

/** Builds the plain classes of this package for injection. */
@ApplicationScoped
class HistoryProducer {

    @Produces
    @Singleton
    MessageHistory history(
            LogConnection log,
            EndOffsets ends,
            LogTail tail,
            TailStatus tailStatus,
            StoredOffsets stored,
            NodeMemberships members,
            DatabaseGateway database,
            StoredHistory pages,
            MessageLog messages,
            Quotes quotes) {
        var backfill = new LogBackfill(messages, tail);
        return new MessageHistory(
                log, new LogEndWait(ends, tail), tail, tailStatus, stored, members, database, pages, backfill, quotes);
    }

    @Produces
    @Singleton
    ResumeHandler resumeHandler(
            LogTail tail,
            DatabaseGateway database,
            CatchUpQueries stored,
            NodeMemberships members,
            LogConnection log,
            Quotes quotes,
            ResumeSettings settings) {
        return new ResumeHandler(
                tail, database, stored, members, log, quotes, settings.perConversation(), settings.inTotal());
    }

    @Produces
    @Singleton
    Quotes quotes(LogTail tail, DatabaseGateway database, StoredHistory stored, LogConnection log) {
        return new Quotes(tail, database, stored, log);
    }

    @Produces
    @Singleton
    HistoryWindow window(
            MessageHistory history,
            LogTail tail,
            NodeMemberships members,
            DatabaseGateway database,
            MessageQueries messages) {
        return new HistoryWindow(history, tail, members, database, messages);
    }

    @Produces
    @Singleton
    MentionList mentionList(LogTail tail, LogConnection log, DatabaseGateway database, MentionQueries mentions) {
        return new MentionList(tail, log, database, mentions);
    }

    @Produces
    @Singleton
    TailOverlay overlay(LogTail tail) {
        return new TailOverlay(tail);
    }
}
