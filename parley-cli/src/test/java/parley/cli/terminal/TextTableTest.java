package parley.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTableTest {

    @Test
    void columns_are_aligned_and_numbers_are_on_the_right() {
        var table = TextTable.of("ID", "USERNAME", "NAME").row(7, "ada", "Ada").row(1042, "kim", null);
        assertThat(table).hasToString("""
                  ID  USERNAME  NAME
                   7  ada       Ada
                1042  kim""");
    }

    @Test
    void names_cannot_control_the_terminal() {
        assertThat(TextTable.of("NAME").row("a\u001b[31mb\n\u202ec")).asString().isEqualTo("NAME\na?[31mb??c");
    }
}
