package parley.system.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.cluster.client.Api;
import parley.cluster.client.Chat;
import parley.cluster.client.Json;
import parley.cluster.client.Pair;
import parley.cluster.client.Person;
import parley.cluster.client.RawSocket;
import parley.cluster.server.Eventually;
import parley.cluster.server.Node;
import parley.cluster.server.TestCluster;

/** A REST node and a node for sockets only, with the persister of the cluster: neither needs the other. */
@Tag("long")
class RolesIT {

    private static final String UPGRADE = "Upgrade: websocket";

    private static final TestCluster CLUSTER = TestCluster.shared();
    private static Node rest;
    private static Node sockets;

    @BeforeAll
    static void create_nodes() {
        rest = node("rest", Map.of("PARLEY_ROLE", "rest"));
        sockets = node("sockets", Map.of("PARLEY_ROLE", "chat", "PARLEY_CHAT_SOCKETSONLY", "true"));
    }

    private static Node node(String name, Map<String, String> settings) {
        var all = new HashMap<>(TestCluster.HIGH_LIMITS);
        all.putAll(settings);
        return CLUSTER.another(name, all);
    }

    @AfterAll
    static void kill_nodes() {
        rest.kill();
        sockets.kill();
    }

    @BeforeEach
    void start_nodes() {
        TestCluster.atOnce(rest::comeUp, sockets::comeUp);
    }

    /** The nodes that have ever reported their users. */
    private static Set<String> reporters() {
        var nodes = new HashSet<String>();
        CLUSTER.log().each("chat_presence", record -> nodes.add(record.key()));
        return nodes;
    }

    private static long post(Person from, long conversation, String body) {
        return from.post(rest, conversation, body).as(200).path("pos").asLong();
    }

    @Test
    void two_users_chat_with_sockets_on_one_node_and_rest_on_the_other() {
        try (var pair = Pair.split(rest, sockets)) {
            long first = pair.adaSays("by the socket");
            pair.kims.message(first);
            long second = post(pair.kim, pair.conversation, "by REST");
            pair.adas.message(second);
            assertThat(pair.kim.positions(rest, pair.conversation, 10)).containsExactly(first, second);
        }
    }

    @Test
    void a_node_without_sockets_reports_no_users() {
        rest.kill();
        var kim = Person.register(CLUSTER.one(), "kim");
        try (var kims = Chat.hello(sockets, kim)) {
            await_report_of(kim);
            var before = reporters();
            rest.comeUp();
            // A node would report as soon as it is ready, which is before this user is connected.
            var lee = Person.register(rest, "lee");
            try (var lees = Chat.hello(sockets, lee)) {
                await_report_of(lee);
                assertThat(reporters()).isEqualTo(before);
            }
        }
    }

    private static void await_report_of(Person person) {
        Eventually.holds(
                Chat.PATIENCE,
                () -> assertThat(CLUSTER.log().all("chat_presence"))
                        .extracting(ConsumerRecord::value)
                        .anyMatch(report -> report.contains(Long.toString(person.id()))));
    }

    @Test
    void the_rest_node_dies_and_open_sockets_go_on() {
        try (var pair = Pair.split(rest, sockets)) {
            long before = pair.adaSays("before");
            rest.kill();
            long during = pair.adaSays("during");
            pair.kims.message(during);
            long answer = pair.kimSays("an answer");
            pair.adas.message(answer);
            try (var another = Chat.hello(sockets, pair.kim, Map.of(pair.conversation, before))) {
                another.message(answer);
                assertThat(another.hasRecovered(pair.conversation)).isTrue();
            }
            rest.comeUp();
            assertThat(pair.kim.positions(rest, pair.conversation, 10)).containsExactly(before, during, answer);
            assertThat(pair.adas.isOpen()).isTrue();
        }
    }

    @Test
    void the_chat_node_dies_and_rest_answers_and_clients_resume_where_they_were() {
        try (var pair = Pair.split(rest, sockets)) {
            long before = pair.adaSays("before");
            pair.kims.message(before);
            sockets.kill();
            assertThat(pair.kims.closed().code()).isNotEqualTo(1000);

            assertThat(pair.kim.positions(rest, pair.conversation, 10)).containsExactly(before);
            long during = post(pair.ada, pair.conversation, "during");
            assertThat(pair.kim.positions(rest, pair.conversation, 10)).containsExactly(before, during);
            assertThat(pair.ada.signIn(rest).at(rest).get("/api/session").status())
                    .isEqualTo(200);

            sockets.comeUp();
            try (var back = Chat.hello(sockets, pair.kim, Map.of(pair.conversation, before))) {
                back.message(during);
                assertThat(back.hasRecovered(pair.conversation)).isTrue();
                assertThat(back.messages(pair.conversation)).hasSize(1);
            }
        }
    }

    @Test
    void a_rest_node_refuses_sockets_and_says_why() {
        var ada = Person.register(rest, "ada");
        for (var path : new String[] {"/ws", "/ws/", "/"}) {
            try (var socket = RawSocket.open(rest, path, UPGRADE, "Authorization: Bearer " + ada.token())) {
                assertThat(socket.status()).as(path).isEqualTo(421);
            }
            try (var socket = RawSocket.open(rest, path, UPGRADE)) {
                assertThat(socket.status()).as(path + " without a token").isIn(401, 421);
            }
        }
        var refused = ada.at(rest).get("/ws");
        assertThat(refused.status()).isEqualTo(421);
        assertThat(refused.code()).isEqualTo("misdirected_request");
        assertThat(refused.json().path("detail").asText()).contains("connect to a chat node");
        var page = Api.at(rest).get("/");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("<title>Parley</title>");
    }

    @Test
    void a_node_for_sockets_only_refuses_everything_else_and_says_why() {
        var ada = Person.register(rest, "ada");
        for (var path : new String[] {"/", "/index.html", "/favicon.svg", "/api/me", "/api/installation"}) {
            for (var caller : new Api[] {Api.at(sockets), ada.at(sockets)}) {
                var refused = caller.get(path);
                assertThat(refused.status()).as(path).isEqualTo(421);
                assertThat(refused.code()).as(path).isEqualTo("misdirected_request");
            }
        }
        var signIn = Json.of("username", ada.username(), "password", ada.password());
        assertThat(Api.at(sockets).post("/api/session", signIn).status()).isEqualTo(421);
        assertThat(sockets.health("ready").status()).isEqualTo(200);
        assertThat(sockets.metric("parley_task_up")).isPositive();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PARLEY_ROLE             | chatt | parley.role is "chatt"; it must be one of all, chat, rest, persister.
            PARLEY_CHAT_SOCKETSONLY | true  | parley.chat.socketsOnly needs parley.role to be chat, and it is rest.
            PARLEY_PATH             | /a/   | parley.path: "/a/" is not a path such as /chat
            """)
    void a_wrong_configuration_stops_the_start_with_one_sentence(String variable, String value, String sentence) {
        var settings = new HashMap<>(Map.of("PARLEY_ROLE", "rest"));
        settings.put(variable, value);
        var node = CLUSTER.another("wrong", settings);
        node.start();
        try {
            node.awaitLog(sentence);
            assertThat(node.isReady()).isFalse();
        } finally {
            node.kill();
        }
    }
}
