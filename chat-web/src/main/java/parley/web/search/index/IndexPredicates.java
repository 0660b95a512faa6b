package parley.web.search.index;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.util.common.data.Range;
import org.hibernate.search.util.common.data.RangeBoundInclusion;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.web.search.index.IndexQuery.Filter;
import parley.web.search.query.Condition;

/** Translates a query for Hibernate Search. */
final class IndexPredicates {

    /** Lucene takes 1,024 clauses. */
    private static final int MOST_LIMITED = 500;

    private final SearchPredicateFactory make;

    IndexPredicates(SearchPredicateFactory make) {
        this.make = make;
    }

    PredicateFinalStep of(IndexQuery query) {
        var all = make.bool();
        all.filter(scope(query.scope()));
        if (query.after() != null) all.filter(after(query.after()));
        for (var part : query.parts()) {
            if (!part.isExcluded()) all.filter(of(part.filter()));
            else if (isExact(part.filter())) all.mustNot(of(part.filter()));
        }
        return all;
    }

    /** Otherwise it also matches what the query does not mean: that can be left out of the hits, but not added to them. */
    private static boolean isExact(Filter filter) {
        return !(filter instanceof Filter.Text(var text)
                && text.isPrefix()
                && text.words().size() > 1);
    }

    private SearchPredicate scope(IndexQuery.Scope scope) {
        var any = make.or();
        var whole = new HashSet<>(scope.whole());
        int limited = 0;
        for (var each : scope.later().entrySet()) {
            if (limited++ < MOST_LIMITED) any.add(from(each.getKey(), each.getValue()));
            else whole.add(each.getKey().value());
        }
        if (!whole.isEmpty()) any.add(oneOf(IndexedMessage.CONVERSATION, whole));
        return any.toPredicate();
    }

    private SearchPredicate from(ConversationId conversation, Position first) {
        return make.and(
                        equal(IndexedMessage.CONVERSATION, conversation.value()),
                        range(IndexedMessage.POS, Range.atLeast(first.value())))
                .toPredicate();
    }

    private SearchPredicate after(IndexQuery.Place place) {
        var earlier = range(IndexedMessage.SENT, Range.lessThan(place.ts()));
        var sameTime = equal(IndexedMessage.SENT, place.ts());
        var before = range(IndexedMessage.CONVERSATION, Range.lessThan(place.conversation()));
        var within = make.and(
                        equal(IndexedMessage.CONVERSATION, place.conversation()),
                        range(IndexedMessage.POS, Range.lessThan(place.pos())))
                .toPredicate();
        return make.or(
                        earlier,
                        make.and(sameTime, make.or(before, within).toPredicate())
                                .toPredicate())
                .toPredicate();
    }

    private SearchPredicate of(Filter filter) {
        return switch (filter) {
            case Filter.Text(var text) -> text(text);
            case Filter.Senders(var ids) -> oneOf(IndexedMessage.SENDER, ids);
            case Filter.Conversations(var ids) -> oneOf(IndexedMessage.CONVERSATION, ids);
            case Filter.Mentioned(var ids) -> oneOf(IndexedMessage.MENTIONED, ids);
            case Filter.Sent(var from, var end) ->
                range(
                        IndexedMessage.SENT,
                        Range.between(
                                millis(from), RangeBoundInclusion.INCLUDED,
                                millis(end), RangeBoundInclusion.EXCLUDED));
            case Filter.Marked(var mark) ->
                make.match().field(IndexedMessage.MARKS).matching(mark.code()).toPredicate();
        };
    }

    /** In the message, or in its documents. */
    private SearchPredicate text(Condition.Text text) {
        return make.or(
                        text(text, IndexedMessage.WORDS, IndexedMessage.SIGNS),
                        text(text, IndexedMessage.FILE_WORDS, IndexedMessage.FILE_SIGNS))
                .toPredicate();
    }

    /** A prefix after other words is looked for anywhere; whether it follows them is checked with the hit. */
    private SearchPredicate text(Condition.Text text, String wordsField, String signsField) {
        var all = new ArrayList<SearchPredicate>();
        int sequence = text.isPrefix() ? text.words().size() - 1 : text.words().size();
        var words = text.words().subList(0, sequence);
        if (!words.isEmpty())
            all.add(make.phrase()
                    .field(wordsField)
                    .matching(String.join(" ", words))
                    .toPredicate());
        if (text.isPrefix())
            all.add(make.prefix()
                    .field(wordsField)
                    .matching(text.words().getLast())
                    .toPredicate());
        for (var sign : text.signs())
            all.add(make.match().field(signsField).matching(sign).toPredicate());
        return all.size() == 1 ? all.getFirst() : and(all);
    }

    private SearchPredicate and(List<SearchPredicate> all) {
        var and = make.and();
        all.forEach(and::add);
        return and.toPredicate();
    }

    private SearchPredicate oneOf(String field, Set<Long> values) {
        if (values.isEmpty()) return make.matchNone().toPredicate();
        return make.terms().field(field).matchingAny(values).toPredicate();
    }

    private SearchPredicate equal(String field, long value) {
        return make.match().field(field).matching(value).toPredicate();
    }

    private SearchPredicate range(String field, Range<Long> range) {
        return make.range().field(field).within(range).toPredicate();
    }

    private static Long millis(Instant time) {
        return time == null ? null : (Long) time.toEpochMilli();
    }
}
