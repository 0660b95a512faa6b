package parley.web.search.index;

import org.hibernate.search.engine.backend.types.Projectable;
import org.hibernate.search.engine.backend.types.Searchable;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.DocumentId;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.Indexed;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.KeywordField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.SearchEntity;

/** The document of a feeder that keeps the place in the log. */
@SearchEntity(name = IndexedPosition.NAME)
@Indexed(index = IndexedPosition.NAME)
public final class IndexedPosition {

    static final String NAME = "parley-position";
    static final String STORED = "stored";

    private final FeederPosition position;

    IndexedPosition(FeederPosition position) {
        this.position = position;
    }

    @DocumentId
    public String getId() {
        return position.feeder();
    }

    @KeywordField(searchable = Searchable.NO, projectable = Projectable.YES)
    public String getStored() {
        return position.text();
    }
}
