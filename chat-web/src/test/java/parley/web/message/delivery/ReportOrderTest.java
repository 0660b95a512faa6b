package parley.web.message.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class ReportOrderTest {

    private static final CompletableFuture<Void> NOTHING = CompletableFuture.completedFuture(null);

    private final ReportOrder order = new ReportOrder();
    private final List<String> made = new ArrayList<>();

    private CompletableFuture<Void> add(String socket, CompletionStage<Void> needed, String report) {
        return order.<Void, Void>add(socket, needed, none -> {
                    made.add(report);
                    return NOTHING;
                })
                .toCompletableFuture();
    }

    @Test
    void a_report_that_needs_nothing_is_made_at_once() {
        assertThat(add("phone", NOTHING, "read 1")).isCompleted();
        assertThat(made).containsExactly("read 1");
        assertThat(order.waiting()).isZero();
    }

    @Test
    void reports_of_a_socket_wait_for_those_before_them() {
        var first = new CompletableFuture<Void>();
        var second = new CompletableFuture<Void>();
        add("phone", first, "unread 1");
        add("phone", NOTHING, "read 2");
        add("phone", second, "unread 3");
        var last = add("phone", NOTHING, "read 4");
        second.complete(null);
        assertThat(made).isEmpty();
        first.complete(null);
        assertThat(made).containsExactly("unread 1", "read 2", "unread 3", "read 4");
        assertThat(last).isCompleted();
        assertThat(order.waiting()).isZero();
    }

    @Test
    void another_socket_does_not_wait() {
        add("phone", new CompletableFuture<>(), "unread 1");
        add("laptop", NOTHING, "read 2");
        assertThat(made).containsExactly("read 2");
    }

    @Test
    void what_follows_a_report_that_fails_is_made() {
        var needed = new CompletableFuture<Void>();
        var failed = add("phone", needed, "unread 1");
        var next = add("phone", NOTHING, "read 2");
        needed.completeExceptionally(new IllegalStateException("no answer"));
        assertThat(failed).isCompletedExceptionally();
        assertThat(next).isCompleted();
        assertThat(made).containsExactly("read 2");
        assertThat(order.waiting()).isZero();
    }
}
