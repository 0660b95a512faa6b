package parley.web.message.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import parley.domain.message.boundary.StoredCatchUp;
import parley.domain.message.boundary.StoredPages;
import parley.web.log.connection.ChatLog;
import parley.web.log.source.MessageLog;
import parley.web.log.tail.LogEnds;
import parley.web.log.tail.Tail;
import parley.web.log.tail.TailReader;
import parley.web.log.topic.StoredFeed;
import parley.web.membership.Members;
import parley.web.platform.database.Database;

/** Builds the plain classes of this package for injection. */
@ApplicationScoped
class HistoryProducer {

    @Produces
    @Singleton
    History history(
            ChatLog log,
            LogEnds ends,
            Tail tail,
            TailReader reader,
            StoredFeed stored,
            Members members,
            Database database,
            StoredPages pages,
            MessageLog messages) {
        var gap = new LogGap(messages, tail);
        return new History(log, new AwaitedEnd(ends, tail), tail, reader, stored, members, database, pages, gap);
    }

    @Produces
    @Singleton
    Resumption resumption(
            Tail tail, Database database, StoredCatchUp stored, Members members, ChatLog log, ResumeSettings settings) {
        return new Resumption(tail, database, stored, members, log, settings.perConversation(), settings.inTotal());
    }

    @Produces
    @Singleton
    Recent recent(Tail tail) {
        return new Recent(tail);
    }
}
