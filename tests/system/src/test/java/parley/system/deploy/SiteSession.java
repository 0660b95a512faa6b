package parley.system.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import parley.cluster.client.ChatSocket;
import parley.cluster.client.Cids;
import parley.cluster.client.Json;
import parley.cluster.client.Person;
import parley.cluster.server.Eventually;

/** A person's socket through nginx. */
final class SiteSession implements AutoCloseable {

    private final List<JsonNode> frames = new CopyOnWriteArrayList<>();
    final Person person;
    final ChatSocket socket;

    SiteSession(Site site, Person person) {
        this.person = person;
        socket = ChatSocket.connect(site.http(), site.socket(), person.token(), Site.PATIENCE, frames::add)
                .join();
        assertThat(socket.ask(Json.of("t", "hello")).join().path("t").asText()).isEqualTo("welcome");
    }

    /** Sends a message; returns its position. */
    long say(long conversation, String body) {
        var ok = socket.ask(Json.of("t", "send", "cid", Cids.now(), "conv", conversation, "body", body))
                .join();
        assertThat(ok.path("t").asText()).as(ok.toString()).isEqualTo("ok");
        return ok.path("pos").asLong();
    }

    void awaitMessage(long position) {
        Eventually.holds(
                Site.PATIENCE,
                () -> assertThat(frames)
                        .anyMatch(frame -> frame.path("t").asText().equals("msg")
                                && frame.path("pos").asLong() == position));
    }

    JsonNode last(String type) {
        return frames.stream()
                .filter(frame -> frame.path("t").asText().equals(type))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    @Override
    public void close() {
        socket.close();
    }
}
