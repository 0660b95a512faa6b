package parley.domain.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parley.domain.identity.Role;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;

class GroupPermissionsTest {

    private static final AttributeChange ARCHIVE = new AttributeChange(null, null, null, null, true, null);
    private static final AttributeChange RESTORE = new AttributeChange(null, null, null, null, false, null);
    private static final AttributeChange TITLE = new AttributeChange("new", null, null, null, null, null);

    private static final Map<String, GroupAttributes> GROUPS = Map.of(
            "open", GroupAttributes.titled("talk"),
            "moderated",
                    GroupAttributes.titled("talk")
                            .with(new AttributeChange(null, null, null, Posting.MODERATORS, null, null)),
            "archived", GroupAttributes.titled("talk").with(ARCHIVE));

    /** What each role may do in each group: yes, or the code of the refusal. */
    private static final String TABLE = """
            action         | role      | open      | moderated | archived
            SEND           | OWNER     | yes       | yes       | conflict
            SEND           | MODERATOR | yes       | yes       | conflict
            SEND           | MEMBER    | yes       | forbidden | conflict
            EDIT           | OWNER     | yes       | yes       | conflict
            EDIT           | MODERATOR | yes       | yes       | conflict
            EDIT           | MEMBER    | yes       | forbidden | conflict
            REACT          | OWNER     | yes       | yes       | conflict
            REACT          | MODERATOR | yes       | yes       | conflict
            REACT          | MEMBER    | yes       | yes       | conflict
            REVOKE_OWN     | OWNER     | yes       | yes       | conflict
            REVOKE_OWN     | MODERATOR | yes       | yes       | conflict
            REVOKE_OWN     | MEMBER    | yes       | yes       | conflict
            REVOKE_OTHERS  | OWNER     | yes       | yes       | conflict
            REVOKE_OTHERS  | MODERATOR | yes       | yes       | conflict
            REVOKE_OTHERS  | MEMBER    | forbidden | forbidden | forbidden
            REPORT         | OWNER     | yes       | yes       | yes
            REPORT         | MODERATOR | yes       | yes       | yes
            REPORT         | MEMBER    | yes       | yes       | yes
            HANDLE_REPORTS | OWNER     | yes       | yes       | yes
            HANDLE_REPORTS | MODERATOR | yes       | yes       | yes
            HANDLE_REPORTS | MEMBER    | forbidden | forbidden | forbidden
            DESCRIBE       | OWNER     | yes       | yes       | conflict
            DESCRIBE       | MODERATOR | yes       | yes       | conflict
            DESCRIBE       | MEMBER    | forbidden | forbidden | forbidden
            CONFIGURE      | OWNER     | yes       | yes       | conflict
            CONFIGURE      | MODERATOR | forbidden | forbidden | forbidden
            CONFIGURE      | MEMBER    | forbidden | forbidden | forbidden
            ARCHIVE        | OWNER     | yes       | yes       | yes
            ARCHIVE        | MODERATOR | forbidden | forbidden | forbidden
            ARCHIVE        | MEMBER    | forbidden | forbidden | forbidden
            ADD_MEMBER     | OWNER     | yes       | yes       | conflict
            ADD_MEMBER     | MODERATOR | yes       | yes       | conflict
            ADD_MEMBER     | MEMBER    | forbidden | forbidden | forbidden
            REMOVE_MEMBER  | OWNER     | yes       | yes       | yes
            REMOVE_MEMBER  | MODERATOR | yes       | yes       | yes
            REMOVE_MEMBER  | MEMBER    | forbidden | forbidden | forbidden
            MANAGE_ROLES   | OWNER     | yes       | yes       | yes
            MANAGE_ROLES   | MODERATOR | forbidden | forbidden | forbidden
            MANAGE_ROLES   | MEMBER    | forbidden | forbidden | forbidden
            LEAVE          | OWNER     | yes       | yes       | yes
            LEAVE          | MODERATOR | yes       | yes       | yes
            LEAVE          | MEMBER    | yes       | yes       | yes
            """;

    private record Cell(GroupAction action, Role role, String group) {}

    private static Map<Cell, String> table() {
        var lines = TABLE.lines()
                .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toList())
                .toList();
        var groups = lines.getFirst().subList(2, lines.getFirst().size());
        var cells = new LinkedHashMap<Cell, String>();
        for (var line : lines.subList(1, lines.size())) {
            for (int i = 0; i < groups.size(); i++) {
                var cell = new Cell(GroupAction.valueOf(line.get(0)), Role.valueOf(line.get(1)), groups.get(i));
                cells.put(cell, line.get(i + 2));
            }
        }
        return cells;
    }

    @Test
    void every_action_of_every_role_has_a_row() {
        var expected = new ArrayList<Cell>();
        for (var action : GroupAction.values())
            for (var role : Role.values())
                for (var group : List.of("open", "moderated", "archived")) expected.add(new Cell(action, role, group));
        assertThat(table().keySet()).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void the_table_holds() {
        table().forEach((cell, expected) ->
                assertThat(answer(cell)).as("%s", cell).isEqualTo(expected));
    }

    private static String answer(Cell cell) {
        try {
            new GroupPermissions(cell.role, GROUPS.get(cell.group)).require(cell.action);
            return "yes";
        } catch (Refused refused) {
            return refused.why().code();
        }
    }

    @Test
    void a_change_needs_what_each_of_its_parts_needs() {
        var both = new AttributeChange("new", null, Visibility.PUBLIC, null, null, null);
        refused(Refusal.FORBIDDEN, Role.MODERATOR, "open", both);
        assertThatCode(() -> permissions(Role.MODERATOR, "open").require(TITLE)).doesNotThrowAnyException();
        assertThatCode(() -> permissions(Role.OWNER, "open").require(both)).doesNotThrowAnyException();
    }

    @Test
    void an_archived_group_is_changed_only_together_with_its_restoration() {
        refused(Refusal.CONFLICT, Role.OWNER, "archived", TITLE);
        refused(Refusal.FORBIDDEN, Role.MODERATOR, "archived", RESTORE);
        var restored = new AttributeChange("new", null, null, null, false, null);
        assertThatCode(() -> permissions(Role.OWNER, "archived").require(restored))
                .doesNotThrowAnyException();
    }

    @Test
    void a_change_that_archives_a_group_can_be_repeated() {
        var repeat = new AttributeChange("talk", null, null, null, true, null);
        assertThatCode(() -> permissions(Role.OWNER, "archived").require(repeat))
                .doesNotThrowAnyException();
        refused(Refusal.FORBIDDEN, Role.MODERATOR, "archived", repeat);
        refused(Refusal.CONFLICT, Role.OWNER, "archived", new AttributeChange("new", "", null, null, true, null));
        var removed = new AttributeChange(null, "", null, null, null, null);
        assertThat(removed.changes(GroupAttributes.titled("talk"))).isFalse();
        assertThat(removed.changes(GroupAttributes.titled("talk")
                        .with(new AttributeChange(null, "boilers", null, null, null, null))))
                .isTrue();
        var open = new AttributeChange(null, null, Visibility.PUBLIC, null, null, null);
        assertThat(open.changes(GroupAttributes.DEFAULT)).isTrue();
    }

    @Test
    void a_change_of_nothing_needs_nothing() {
        var nothing = new AttributeChange(null, null, null, null, null, null);
        assertThatCode(() -> permissions(Role.MEMBER, "archived").require(nothing))
                .doesNotThrowAnyException();
    }

    private static GroupPermissions permissions(Role role, String group) {
        return new GroupPermissions(role, GROUPS.get(group));
    }

    private static void refused(Refusal why, Role role, String group, AttributeChange change) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> permissions(role, group).require(change))
                .matches(refused -> refused.why() == why);
    }
}
