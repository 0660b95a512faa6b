package parley.domain.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import parley.domain.identity.Position;
import parley.domain.identity.Role;

class GroupAttributesTest {

    private static final GroupAttributes EVERYTHING = new GroupAttributes(
            "Boilers \"1\"", "Pumps", Visibility.PUBLIC, Posting.MODERATORS, true, HistoryAccess.JOINED);
    private static final Position JOINED = new Position(41);

    @Test
    void a_public_group_has_a_title() {
        var open = new AttributeChange(null, null, Visibility.PUBLIC, null, null, null);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GroupAttributes.DEFAULT.with(open))
                .withMessageStartingWith("title: ");
    }

    @Test
    void the_change_between_two_states_has_what_differs_and_leads_from_one_to_the_other() {
        for (var before : new GroupAttributes[] {GroupAttributes.DEFAULT, GroupAttributes.titled("Boilers")}) {
            var change = AttributeChange.between(before, EVERYTHING);
            assertThat(before.with(change)).isEqualTo(EVERYTHING);
            assertThat(AttributeChange.between(EVERYTHING, EVERYTHING).isEmpty())
                    .isTrue();
        }
        assertThat(AttributeChange.between(EVERYTHING, EVERYTHING.with(AttributeChange.parse("{\"archived\":false}"))))
                .isEqualTo(new AttributeChange(null, null, null, null, false, null));
    }

    @Test
    void an_empty_topic_removes_the_topic() {
        var change = new AttributeChange(null, "", null, null, null, null);
        var without = EVERYTHING.with(change);
        assertThat(without.topic()).isNull();
        assertThat(AttributeChange.between(EVERYTHING, without)).isEqualTo(change);
    }

    @Test
    void a_change_is_read_as_it_was_written() {
        var changes = new AttributeChange[] {
            AttributeChange.to(EVERYTHING),
            AttributeChange.to(GroupAttributes.DEFAULT),
            new AttributeChange(null, "", Visibility.PRIVATE, Posting.ALL, false, HistoryAccess.ALL)
        };
        for (var change : changes)
            assertThat(AttributeChange.parse(change.toJson().toString())).isEqualTo(change);
    }

    @Test
    void other_keys_are_ignored_and_a_null_is_a_missing_key() {
        assertThat(AttributeChange.parse("{\"title\":null,\"colour\":\"red\"}").isEmpty())
                .isTrue();
    }

    @Test
    void a_member_reads_from_joining_on_where_history_begins_with_joining() {
        assertThat(ReadLimit.of(Role.MEMBER, JOINED, EVERYTHING)).contains(JOINED);
        assertThat(ReadLimit.of(Role.MEMBER, JOINED, GroupAttributes.DEFAULT)).contains(ReadLimit.NONE);
    }

    @Test
    void others_read_public_groups_only_and_nothing_of_them_where_history_begins_with_joining() {
        assertThat(ReadLimit.of(null, ReadLimit.NONE, GroupAttributes.titled("x")))
                .isEmpty();
        assertThat(ReadLimit.of(null, ReadLimit.NONE, EVERYTHING)).contains(ReadLimit.NOTHING);
        var open = EVERYTHING.with(new AttributeChange(null, null, null, null, null, HistoryAccess.ALL));
        assertThat(ReadLimit.of(null, ReadLimit.NONE, open)).contains(ReadLimit.NONE);
    }
}
