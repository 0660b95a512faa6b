package parley.web.search;

import java.util.List;
import java.util.Set;
import parley.domain.account.entity.UserProfile;
import parley.domain.group.GroupAttributes;
import parley.domain.identity.FileId;
import parley.domain.message.entity.MessageView;
import parley.web.search.query.TextMatch;

/**
 * A message that was found, in its current state.
 *
 * @param group the attributes of its conversation; null if that is a direct one
 * @param other the other member of a direct conversation; null if it is a group, or if nobody is known
 * @param highlights the parts of its text that match
 * @param files the documents whose text matches
 */
public record FoundMessage(
        MessageView view,
        GroupAttributes group,
        UserProfile other,
        List<TextMatch.Range> highlights,
        Set<FileId> files) {}
