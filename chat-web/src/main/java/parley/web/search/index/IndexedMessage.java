package parley.web.search.index;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.hibernate.search.engine.backend.types.Aggregable;
import org.hibernate.search.engine.backend.types.Projectable;
import org.hibernate.search.engine.backend.types.Searchable;
import org.hibernate.search.engine.backend.types.Sortable;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.DocumentId;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.FullTextField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.GenericField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.Indexed;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.KeywordField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.SearchEntity;
import parley.domain.message.entity.Mentions;
import parley.domain.message.entity.MessageView;
import parley.domain.text.SearchWords;
import parley.web.search.query.FileTexts;
import parley.web.search.query.Mark;
import parley.web.search.query.SearchedText;

/**
 * The document of a message. Parley splits the text into words itself, so that every back end has the same words; the
 * back end separates them at the spaces only.
 */
@SearchEntity(name = IndexedMessage.NAME)
@Indexed(index = IndexedMessage.NAME)
public final class IndexedMessage {

    static final String NAME = "parley-messages";
    static final String ID = "id";
    static final String WORDS = "words";
    static final String SIGNS = "signs";
    static final String CONVERSATION = "conversation";
    static final String POS = "pos";
    static final String SENDER = "sender";
    static final String SENT = "sent";
    static final String MENTIONED = "mentioned";
    static final String MARKS = "marks";
    static final String FILE_WORDS = "fileWords";
    static final String FILE_SIGNS = "fileSigns";
    static final String INCOMPLETE = "incomplete";
    static final String STORED = "stored";
    static final String TEXTS = "texts";

    private static final Pattern LINK = Pattern.compile("(?i)\\b(https?://|www\\.)[^\\s]");

    private final MessageView view;
    private final FileTexts texts;
    private final SearchWords split;
    private final SearchWords documents;

    /** @param texts of its documents that are known */
    IndexedMessage(MessageView view, FileTexts texts) {
        this.view = view;
        this.texts = texts;
        // A sequence that goes from one document to the next is found here, and left out when the hit is checked.
        documents = SearchWords.of(String.join(" ", texts.byFile().values()));
        split = SearchWords.of(SearchedText.of(view).whole());
    }

    static boolean isIndexed(MessageView view) {
        return view.body() != null && !view.revoked() && view.notice() == null;
    }

    @DocumentId
    public String getId() {
        return MessageId.of(view).text();
    }

    @FullTextField(analyzer = "whitespace")
    public String getWords() {
        return split.joined();
    }

    @KeywordField
    public List<String> getSigns() {
        return List.copyOf(split.distinctSigns());
    }

    @FullTextField(analyzer = "whitespace")
    public String getFileWords() {
        return documents.joined();
    }

    @KeywordField
    public List<String> getFileSigns() {
        return List.copyOf(documents.distinctSigns());
    }

    /** Whether the texts of some of its documents are missing. */
    @GenericField
    public boolean isIncomplete() {
        return !texts.areComplete(view);
    }

    @GenericField(sortable = Sortable.YES)
    public long getConversation() {
        return view.conversation().value();
    }

    @GenericField(sortable = Sortable.YES)
    public long getPos() {
        return view.pos().value();
    }

    @GenericField
    public long getSender() {
        return view.from().value();
    }

    /** Milliseconds, as the log has it. */
    @GenericField(sortable = Sortable.YES)
    public long getSent() {
        return view.ts().toEpochMilli();
    }

    @GenericField
    public List<Long> getMentioned() {
        return mentioned(view.mentions());
    }

    private static List<Long> mentioned(Mentions mentions) {
        var ids = new ArrayList<Long>();
        if (mentions.everyone() != null) ids.add(IndexQuery.EVERYONE);
        mentions.users().forEach(user -> ids.add(user.value()));
        return ids;
    }

    @KeywordField
    public List<String> getMarks() {
        var marks = new ArrayList<String>();
        if (LINK.matcher(view.body()).find()) marks.add(Mark.LINK.code());
        if (!view.files().isEmpty()) marks.add(Mark.FILE.code());
        if (!view.reactions().isEmpty()) marks.add(Mark.REACTION.code());
        return marks;
    }

    @KeywordField(searchable = Searchable.NO, projectable = Projectable.YES, aggregable = Aggregable.NO)
    public String getStored() {
        return ViewCodec.encode(view);
    }

    @KeywordField(searchable = Searchable.NO, projectable = Projectable.YES, aggregable = Aggregable.NO)
    public String getTexts() {
        return texts.byFile().isEmpty() ? null : FileTextsCodec.encode(texts);
    }
}
