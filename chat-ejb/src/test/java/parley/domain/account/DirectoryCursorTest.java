package parley.domain.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import parley.domain.account.control.DirectoryQuery;
import parley.domain.account.entity.DirectoryCursor;

class DirectoryCursorTest {

    @Test
    void a_cursor_is_parsed_from_its_own_form() {
        var place = new DirectoryCursor(2, 9_007_199_254_740_991L);
        assertThat(DirectoryCursor.parse(place.toString())).isEqualTo(place);
        assertThat(DirectoryCursor.parse("0")).isEqualTo(DirectoryCursor.START);
    }

    @Test
    void anything_else_is_refused() {
        for (var no :
                new String[] {"", "7", "4-1", "-1-1", "1-", "1-x", "1-99999999999999999", "1--1", "２-1", "1-1 "}) {
            assertThatIllegalArgumentException()
                    .as(no)
                    .isThrownBy(() -> DirectoryCursor.parse(no))
                    .withMessageStartingWith("after: ");
        }
    }

    @Test
    void a_query_has_as_many_parameters_as_question_marks() {
        for (var folded : new String[] {"ada", "hopper grace", "a b c d e f g h i j k l m n o p", "100%", "?"}) {
            var query = DirectoryQuery.of(folded, DirectoryCursor.START, 11);
            assertThat(query.sql().chars().filter(each -> each == '?').count())
                    .as(folded)
                    .isEqualTo(query.parameters().size());
        }
    }
}
