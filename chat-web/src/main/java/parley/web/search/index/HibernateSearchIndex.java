package parley.web.search.index;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.hibernate.search.engine.search.query.SearchResult;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.AnnotatedTypeSource;
import org.hibernate.search.mapper.pojo.standalone.cfg.StandalonePojoMapperSettings;
import org.hibernate.search.mapper.pojo.standalone.mapping.CloseableSearchMapping;
import org.hibernate.search.mapper.pojo.standalone.mapping.SearchMapping;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;
import org.hibernate.search.mapper.pojo.standalone.work.SearchIndexingPlan;
import org.hibernate.search.mapper.pojo.work.IndexingPlanSynchronizationStrategy;
import org.hibernate.search.util.common.SearchException;
import org.hibernate.search.util.common.SearchTimeoutException;
import parley.domain.message.entity.MessageView;
import parley.domain.refusal.Refused;
import parley.web.file.text.DocumentTexts;
import parley.web.search.query.FileTexts;

/** The index in a back end of Hibernate Search: Lucene in a folder, or OpenSearch. */
public final class HibernateSearchIndex implements SearchIndex {

    /** Hits beyond it are not counted: nobody pages so far, and counting costs more than finding. */
    private static final int COUNTED = 1_000;

    /** Longer than any query that is of use; a search engine that hangs must not keep the threads of the server. */
    private static final int PATIENCE_SECONDS = 5;

    /** There is one, and rarely a second one. */
    private static final int MOST_FEEDERS = 100;

    private static final FileTexts NONE = FileTexts.NONE;

    private final CloseableSearchMapping mapping;

    private HibernateSearchIndex(CloseableSearchMapping mapping) {
        this.mapping = mapping;
    }

    /**
     * Opens the index; creates it if it does not exist.
     *
     * @param backend the settings of the back end, without {@code hibernate.search.backend.}
     */
    public static HibernateSearchIndex open(Map<String, ?> backend) {
        var properties = new HashMap<String, Object>();
        backend.forEach((key, value) -> properties.put("hibernate.search.backend." + key, value));
        // The only two types are given: looking for others would read every class of the application.
        properties.put(StandalonePojoMapperSettings.MAPPING_BUILD_MISSING_DISCOVERED_JANDEX_INDEXES, false);
        properties.put(
                StandalonePojoMapperSettings.MAPPING_DISCOVER_ANNOTATED_TYPES_FROM_ROOT_MAPPING_ANNOTATIONS, false);
        var types = AnnotatedTypeSource.fromClasses(IndexedMessage.class, IndexedPosition.class);
        return new HibernateSearchIndex(
                SearchMapping.builder(types).properties(properties).build());
    }

    @Override
    public Map<MessageId, MessageView> find(Collection<MessageId> ids) {
        var found = new HashMap<MessageId, MessageView>();
        if (ids.isEmpty()) return found;
        var texts = ids.stream().map(MessageId::text).toList();
        try (var session = mapping.createSession()) {
            session.search(IndexedMessage.class)
                    .select(fields -> fields.field(IndexedMessage.STORED, String.class))
                    .where(where -> where.id().matchingAny(texts))
                    .fetchHits(texts.size())
                    .forEach(stored -> {
                        var view = ViewCodec.decode(stored);
                        found.put(MessageId.of(view), view);
                    });
        }
        return found;
    }

    @Override
    public void write(Collection<MessageView> messages) {
        if (messages.isEmpty()) return;
        var texts = storedTexts(messages.stream()
                .filter(view -> view.files().stream().anyMatch(DocumentTexts::isDocument))
                .map(MessageId::of)
                .toList());
        change(plan -> messages.forEach(view -> write(view, texts.getOrDefault(MessageId.of(view), NONE), plan)));
    }

    private static void write(MessageView view, FileTexts texts, SearchIndexingPlan plan) {
        if (IndexedMessage.isIndexed(view)) plan.addOrUpdate(new IndexedMessage(view, texts));
        else plan.purge(IndexedMessage.class, MessageId.of(view).text(), null);
    }

    @Override
    public Map<MessageId, FileTexts> texts(List<MessageId> ids) {
        return answered(() -> storedTexts(ids));
    }

    private Map<MessageId, FileTexts> storedTexts(List<MessageId> ids) {
        var found = new HashMap<MessageId, FileTexts>();
        if (ids.isEmpty()) return found;
        var names = ids.stream().map(MessageId::text).toList();
        try (var session = mapping.createSession()) {
            session
                    .search(IndexedMessage.class)
                    .select(fields -> fields.composite()
                            .from(
                                    fields.field(IndexedMessage.STORED, String.class),
                                    fields.field(IndexedMessage.TEXTS, String.class))
                            .as(Documents::of))
                    .where(where -> where.id().matchingAny(names))
                    .fetchHits(names.size())
                    .stream()
                    .filter(each -> each.texts != null)
                    .forEach(each -> found.put(each.message, each.texts));
        }
        return found;
    }

    /** @param texts null if there are none */
    private record Documents(MessageId message, FileTexts texts) {

        static Documents of(String stored, String texts) {
            return new Documents(
                    MessageId.of(ViewCodec.decode(stored)), texts == null ? null : FileTextsCodec.decode(texts));
        }
    }

    @Override
    public List<MessageView> incomplete(int limit) {
        try (var session = mapping.createSession()) {
            return session
                    .search(IndexedMessage.class)
                    .select(fields -> fields.field(IndexedMessage.STORED, String.class))
                    .where(where ->
                            where.match().field(IndexedMessage.INCOMPLETE).matching(true))
                    .sort(sort -> sort.field(IndexedMessage.SENT).desc())
                    .fetchHits(limit)
                    .stream()
                    .map(ViewCodec::decode)
                    .toList();
        }
    }

    @Override
    public void complete(Map<MessageView, FileTexts> messages) {
        if (messages.isEmpty()) return;
        change(plan -> messages.forEach((view, texts) -> write(view, texts, plan)));
    }

    @Override
    public List<FeederPosition> positions() {
        try (var session = mapping.createSession()) {
            return session
                    .search(IndexedPosition.class)
                    .select(fields -> fields.field(IndexedPosition.STORED, String.class))
                    .where(where -> where.matchAll())
                    .fetchHits(MOST_FEEDERS)
                    .stream()
                    .map(FeederPosition::parse)
                    .filter(Objects::nonNull)
                    .sorted(Comparator.comparing(FeederPosition::term).reversed())
                    .toList();
        }
    }

    @Override
    public void write(FeederPosition position) {
        change(plan -> plan.addOrUpdate(new IndexedPosition(position)));
    }

    @Override
    public void forget(Collection<String> feeders) {
        change(plan -> feeders.forEach(feeder -> plan.purge(IndexedPosition.class, feeder, null)));
    }

    private void change(Consumer<SearchIndexingPlan> work) {
        // It waits until the documents are committed and visible; failures are thrown at the end of the session.
        try (var session = mapping.createSessionWithOptions()
                .indexingPlanSynchronizationStrategy(IndexingPlanSynchronizationStrategy.sync())
                .build()) {
            work.accept(session.indexingPlan());
        }
    }

    @Override
    public void clear() {
        for (var type : List.of(IndexedPosition.class, IndexedMessage.class))
            mapping.scope(type).schemaManager().dropAndCreate();
    }

    @Override
    public Hits search(IndexQuery query) {
        if (query.scope().isEmpty()) return new Hits(List.of(), 0, true);
        return answered(() -> {
            try (var session = mapping.createSession()) {
                var result = fetch(session, query);
                var total = result.total();
                return new Hits(
                        result.hits().stream().map(ViewCodec::decode).toList(),
                        total.hitCountLowerBound(),
                        total.isHitCountExact());
            }
        });
    }

    /** For callers who wait for it. */
    private static <T> T answered(Supplier<T> query) {
        try {
            return query.get();
        } catch (SearchTimeoutException slow) {
            throw Refused.unavailable("The search takes too long; please try again later, or search for less.", slow);
        } catch (SearchException failed) {
            throw Refused.unavailable("The search index cannot be read now; please try again later.", failed);
        }
    }

    private static SearchResult<String> fetch(SearchSession session, IndexQuery query) {
        return session.search(IndexedMessage.class)
                .select(fields -> fields.field(IndexedMessage.STORED, String.class))
                .where(where -> new IndexPredicates(where).of(query))
                .sort(sort -> sort.field(IndexedMessage.SENT)
                        .desc()
                        .then()
                        .field(IndexedMessage.CONVERSATION)
                        .desc()
                        .then()
                        .field(IndexedMessage.POS)
                        .desc())
                .totalHitCountThreshold(COUNTED)
                .failAfter(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .fetch(query.limit());
    }

    @Override
    public long size() {
        try (var session = mapping.createSession()) {
            return session.search(IndexedMessage.class)
                    .where(where -> where.matchAll())
                    .fetchTotalHitCount();
        }
    }

    @Override
    public void close() {
        mapping.close();
    }
}
