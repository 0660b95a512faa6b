package parley.web.search;

import java.util.List;
import parley.domain.account.entity.UserProfile;
import parley.domain.group.GroupAttributes;
import parley.domain.message.entity.MessageView;
import parley.web.search.query.DocumentExcerpt;
import parley.web.search.query.TextMatch;

/**
 * A message that was found, in its current state.
 *
 * @param group the attributes of its conversation; null if that is a direct one
 * @param other the other member of a direct conversation; null if it is a group, or if nobody is known
 * @param highlights the parts of its text that match
 * @param excerpts of the documents whose text matches
 */
public record FoundMessage(
        MessageView view,
        GroupAttributes group,
        UserProfile other,
        List<TextMatch.Range> highlights,
        List<DocumentExcerpt> excerpts) {}
