package parley.faults.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LinesTest {

    private final Lines lines = new Lines();

    @Test
    void lines_are_ordered_by_position() {
        for (int pos : new int[] {50, 10, 30, 20, 40, 15, 5, 60, 55, 1})
            assertThat(lines.add(pos, pos, 0, 0)).isTrue();
        assertThat(lines.add(30, 1, 1, 0)).isFalse();
        assertThat(lines.from(0).keySet()).containsExactly(1L, 5L, 10L, 15L, 20L, 30L, 40L, 50L, 55L, 60L);
        assertThat(lines.get(30).identity()).isEqualTo(30);
    }

    @Test
    void older_changes_and_changes_after_a_revoke_are_ignored() {
        lines.add(1, 1, Digest.of("one"), 0);
        lines.change(new Change(Kind.EDITED, 1, 5, 1, Digest.of("five"), null, false));
        lines.change(new Change(Kind.EDITED, 1, 4, 1, Digest.of("four"), null, false));
        assertThat(lines.get(1).fold().body()).isEqualTo(Digest.of("five"));
        lines.change(new Change(Kind.REVOKED, 1, 6, 1, 0, null, false));
        lines.change(new Change(Kind.EDITED, 1, 7, 1, Digest.of("seven"), null, false));
        assertThat(lines.get(1).fold().revoked()).isTrue();
        assertThat(lines.greatest()).isEqualTo(6);
    }

    @Test
    void a_client_may_show_a_revoke_without_its_position() {
        lines.add(1, 1, Digest.of("one"), 0);
        lines.change(new Change(Kind.REVOKED, 1, 6, 1, 0, null, false));
        var client = new Lines();
        client.show(1, 1, Fold.shown(0, 0, true, Map.of()), 0);
        client.change(new Change(Kind.REVOKED, 1, 6, 1, 0, null, false));
        assertThat(client.looksLikeFrom(0, lines)).isTrue();
        assertThat(client.differences(lines)).containsExactly(1L);
    }

    @Test
    void a_client_that_missed_a_change_does_not_show_the_same() {
        lines.add(1, 1, Digest.of("one"), 0);
        var client = new Lines();
        client.add(1, 1, Digest.of("one"), 0);
        lines.change(new Change(Kind.REACTION, 1, 6, 1, 0, "👍", true));
        assertThat(client.looksLikeFrom(0, lines)).isFalse();
        lines.change(new Change(Kind.REVOKED, 1, 7, 1, 0, null, false));
        assertThat(client.looksLikeFrom(0, lines)).isFalse();
    }

    @Test
    void the_state_does_not_depend_on_the_order_of_reactions() {
        var one = Fold.of(1).reacted(2, "👍", 7, true).reacted(3, "👍", 5, true);
        var other = Fold.of(1).reacted(2, "👍", 5, true).reacted(3, "👍", 7, true);
        assertThat(one).isEqualTo(other);
        assertThat(one.reacted(4, "👍", 5, false)).isNotEqualTo(one);
    }

    @Test
    void what_has_a_text_can_be_found() {
        lines.show(1, 1, Fold.of(Digest.of("one")), 0);
        lines.show(2, 2, Fold.of(Digest.NOTHING), 0);
        lines.show(3, 3, Fold.of(Digest.of("three")).revoked(9), 0);
        assertThat(lines.searchable().from(0).keySet()).containsExactly(1L);
        assertThat(lines.differences(lines.searchable())).containsExactly(2L, 3L);
        assertThat(lines.differences(lines)).isEmpty();
    }
}
