package parley.web.search.index;

import org.hibernate.search.engine.backend.types.Projectable;
import org.hibernate.search.engine.backend.types.Searchable;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.DocumentId;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.Indexed;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.KeywordField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.SearchEntity;

/** The only document of the index that keeps the place in the log. */
@SearchEntity(name = IndexedPosition.NAME)
@Indexed(index = IndexedPosition.NAME)
public final class IndexedPosition {

    static final String NAME = "position";
    static final String ID = "position";
    static final String STORED = "stored";

    private final String stored;

    IndexedPosition(IndexPosition position) {
        stored = position.text();
    }

    @DocumentId
    public String getId() {
        return ID;
    }

    @KeywordField(searchable = Searchable.NO, projectable = Projectable.YES)
    public String getStored() {
        return stored;
    }
}
