package parley.web.session;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import java.lang.reflect.Proxy;
import java.net.SocketTimeoutException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class OutboundTest {

    private final List<String> written = new ArrayList<>();
    private final Queue<SendHandler> underWay = new ArrayDeque<>();
    private final List<String> troubles = new ArrayList<>();
    private final Outbound outbound = new Outbound(remote(), 3, 100, troubles::add);

    @Test
    void one_write_is_under_way_and_the_rest_follows_in_order() {
        for (var frame : List.of("a", "b", "c")) outbound.add(frame);
        assertThat(written).containsExactly("a");
        succeed();
        succeed();
        succeed();
        assertThat(written).containsExactly("a", "b", "c");
        assertThat(troubles).isEmpty();
    }

    @Test
    void when_more_waits_than_may_nothing_is_skipped_and_the_socket_is_in_trouble_once() {
        for (var frame : List.of("under way", "1", "2", "3", "4", "5")) outbound.add(frame);
        succeed();
        assertThat(troubles).containsExactly("too slow");
        assertThat(written).as("what comes after a frame that was left out would hide it").containsExactly("under way");
    }

    @Test
    void characters_count_too() {
        outbound.add("under way");
        outbound.add("x".repeat(101));
        assertThat(troubles).containsExactly("too slow");
    }

    @Test
    void a_write_that_takes_too_long_is_a_client_too_slow() {
        outbound.add("a");
        underWay.remove().onResult(new SendResult(new SocketTimeoutException()));
        assertThat(troubles).containsExactly("too slow");
    }

    @Test
    void the_last_frame_is_the_last_and_what_follows_runs_after_it_was_written() {
        var after = new ArrayList<List<String>>();
        outbound.add("a");
        outbound.finish("bye", () -> after.add(List.copyOf(written)));
        outbound.add("too late");
        succeed();
        assertThat(after).isEmpty();
        succeed();
        assertThat(after).containsExactly(List.of("a", "bye"));
        assertThat(written).containsExactly("a", "bye");
    }

    private void succeed() {
        underWay.remove().onResult(new SendResult());
    }

    private RemoteEndpoint.Async remote() {
        return (RemoteEndpoint.Async) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {RemoteEndpoint.Async.class}, (proxy, method, arguments) -> {
                    written.add((String) arguments[0]);
                    underWay.add((SendHandler) arguments[1]);
                    return null;
                });
    }
}
