package parley.web.message.admission;

import java.util.List;
import parley.domain.identity.UserId;

/**
 * What a message names without effect; its sender is informed.
 *
 * @param notMembers users who are not members of the conversation
 * @param everyone whether it names everyone although its sender may not mention everyone here
 */
public record NotMentioned(List<UserId> notMembers, boolean everyone) {

    public static final NotMentioned NOBODY = new NotMentioned(List.of(), false);

    public NotMentioned {
        notMembers = List.copyOf(notMembers);
    }
}
