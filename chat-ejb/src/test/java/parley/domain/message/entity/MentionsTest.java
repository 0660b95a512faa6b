package parley.domain.message.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import parley.domain.identity.UserId;
import parley.domain.text.MentionGrammar;

class MentionsTest {

    private static final UserId ADA = new UserId(1);
    private static final UserId KIM = new UserId(2);

    @Test
    void a_column_holds_users_and_everyone() {
        for (var mentions : List.of(
                Mentions.of(List.of(KIM, ADA), null),
                Mentions.of(List.of(), Mentions.Everyone.HERE),
                Mentions.of(List.of(ADA), Mentions.Everyone.CHANNEL))) {
            assertThat(Mentions.ofColumn(mentions.toColumn())).isEqualTo(mentions);
        }
        assertThat(Mentions.of(List.of(KIM, ADA), Mentions.Everyone.CHANNEL).toColumn())
                .isEqualTo("channel 2 1");
    }

    @Test
    void nobody_is_null_as_in_rows_of_earlier_versions() {
        assertThat(Mentions.NONE.toColumn()).isNull();
        assertThat(Mentions.ofColumn(null)).isSameAs(Mentions.NONE);
        assertThat(Mentions.of(List.of(), null)).isSameAs(Mentions.NONE);
    }

    @Test
    void the_longest_list_fits_into_its_column() {
        long greatest = (1L << 53) - 1;
        var users = LongStream.rangeClosed(greatest - MentionGrammar.MOST_USERS + 1, greatest)
                .mapToObj(UserId::new)
                .toList();
        assertThat(Mentions.of(users, Mentions.Everyone.CHANNEL).toColumn()).hasSizeLessThanOrEqualTo(1_000);
    }

    @Test
    void everyone_includes_each_member() {
        assertThat(Mentions.of(List.of(KIM), null).include(ADA)).isFalse();
        assertThat(Mentions.of(List.of(KIM), null).include(KIM)).isTrue();
        assertThat(Mentions.of(List.of(), Mentions.Everyone.HERE).include(ADA)).isTrue();
    }

    @Test
    void a_kind_of_everyone_of_a_later_version_is_ignored() {
        assertThat(Mentions.ofColumn("nearby 2")).isEqualTo(Mentions.of(List.of(KIM), null));
    }
}
