package parley.system.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.cluster.server.TestPaths;
import parley.system.observe.DocumentedMetrics;

/** The Helm chart: Helm accepts it, the Kubernetes API knows every field, and it fits the application. */
class ChartTest {

    private static final Pattern SETTING = Pattern.compile("(?m)^#([A-Z_]+)=");
    private static final Pattern DRAIN = Pattern.compile("reconnect time to every client, and exits, within (\\d+) s");
    private static final Pattern VERSION =
            Pattern.compile("<artifactId>parley</artifactId>\\s*<version>([^<]+)</version>");
    private static final List<String> ROLES = List.of("chat", "rest", "persister");

    /** Values that switch each template on or off. */
    static Stream<Map<String, String>> combinations() {
        return Stream.of(
                Map.of(),
                Map.of("production", "false", "chat.autoscaling.enabled", "false", "antiAffinity", "hard"),
                Map.of("rest.enabled", "false", "ingress.enabled", "false", "networkPolicy.enabled", "false"),
                Map.of("files.claim", "parley-files"),
                Map.of("previews.enabled", "true", "previews.allowedNetworks[0]", "10.20.0.0/16"),
                Map.of(
                        "files.s3.bucket", "parley",
                        "files.s3.secret", "parley-bucket",
                        "files.s3.endpoint", "https://s3.example.org:9000",
                        "files.s3.port", "9000",
                        "files.s3.pathStyle", "true"),
                Map.of(
                        "search.backend", "opensearch",
                        "search.opensearch.uris", "https://search.example.org:9200",
                        "search.opensearch.user", "parley",
                        "search.opensearch.secret", "parley-search"),
                Map.of("telemetry.enabled", "true", "chat.socketsOnly", "true", "contextRoot", "/team/chat"),
                Map.of(
                        "kafka.keystore.secret", "",
                        "kafka.sasl.secret", "scram",
                        "kafka.securityProtocol", "SASL_SSL",
                        "database.truststore.secret", "",
                        "migrations.enabled", "false",
                        "serviceMonitor.enabled", "false",
                        "logging.json", "false",
                        "chat.autoscaling.targetCpu", "70",
                        "imagePullSecrets[0].name", "registry",
                        "persister.config.PARLEY_PERSISTER_PARALLELBATCHES", "4"));
    }

    @Test
    void helm_finds_nothing_to_improve() {
        var lint = Chart.lint();
        assertThat(lint.isFailed()).as(lint.getMessages().toString()).isFalse();
        assertThat(lint.getMessages()).noneMatch(message -> message.contains("[WARNING]"));
    }

    @Test
    void its_application_is_the_version_of_the_build() throws IOException {
        var built = VERSION.matcher(Files.readString(TestPaths.ROOT.resolve("pom.xml")));
        assertThat(built.find()).isTrue();
        assertThat(Files.readString(Chart.FOLDER.resolve("Chart.yaml")))
                .contains("\nappVersion: " + built.group(1) + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kafka", "mysql", "prometheus-adapter"})
    void the_examples_of_operators_are_yaml(String example) throws IOException {
        var text = Files.readString(TestPaths.ROOT.resolve("deploy/helm/examples/" + example + ".yaml"));
        assertThat(Chart.documents(text))
                .isNotEmpty()
                .allSatisfy(document -> assertThat(document.isObject()).isTrue());
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void only_the_service_monitor_is_not_of_the_kubernetes_api(Map<String, String> values) {
        // Rendering has failed on a field that the API does not have.
        var chart = Chart.with(values);
        assertThat(chart.resources()).isNotEmpty();
        assertThat(chart.others())
                .allSatisfy(other -> assertThat(other.path("kind").asString()).isEqualTo("ServiceMonitor"));
        assertThat(chart.resources())
                .extracting(resource ->
                        resource.getKind() + " " + resource.getMetadata().getName())
                .doesNotHaveDuplicates();
    }

    @Test
    void a_field_that_the_kubernetes_api_does_not_have_would_be_found() {
        assertThatThrownBy(() -> new Chart("{apiVersion: v1, kind: Service, spec: {port: []}}"))
                .hasMessageContaining("\"port\"");
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void every_variable_is_a_documented_setting_and_set_once(Map<String, String> values) throws IOException {
        var known = SETTING.matcher(Files.readString(TestPaths.ROOT.resolve("deploy/server/etc/parley.env")))
                .results()
                .map(setting -> setting.group(1))
                .toList();
        for (var pod : Chart.with(values).pods()) {
            var names = container(pod).getEnv().stream().map(EnvVar::getName).toList();
            assertThat(names).isSubsetOf(known).doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void secrets_are_named_and_not_contained(Map<String, String> values) {
        for (var pod : Chart.with(values).pods()) {
            assertThat(container(pod).getEnv())
                    .filteredOn(variable -> variable.getName().endsWith("PASSWORD"))
                    .isNotEmpty()
                    .allSatisfy(variable -> assertThat(
                                    variable.getValueFrom().getSecretKeyRef().getName())
                            .isNotBlank());
        }
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void files_that_settings_name_are_mounted(Map<String, String> values) {
        for (var pod : Chart.with(values).pods()) {
            var folders = container(pod).getVolumeMounts().stream()
                    .map(mount -> mount.getMountPath())
                    .toList();
            assertThat(container(pod).getVolumeMounts())
                    .extracting(mount -> mount.getName())
                    .containsExactlyInAnyOrderElementsOf(pod.getVolumes().stream()
                            .map(volume -> volume.getName())
                            .toList());
            assertThat(container(pod).getEnv())
                    .filteredOn(variable ->
                            variable.getValue() != null && variable.getValue().contains("/etc/parley/"))
                    .isNotEmpty()
                    .allSatisfy(variable -> assertThat(folders)
                            .anySatisfy(
                                    folder -> assertThat(variable.getValue()).contains(folder)));
        }
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void pods_have_no_rights_that_they_do_not_need(Map<String, String> values) {
        for (var pod : Chart.with(values).pods()) {
            assertThat(pod.getAutomountServiceAccountToken()).isFalse();
            assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
            assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
            var security = container(pod).getSecurityContext();
            assertThat(security.getReadOnlyRootFilesystem()).isTrue();
            assertThat(security.getAllowPrivilegeEscalation()).isFalse();
            assertThat(security.getCapabilities().getDrop()).containsExactly("ALL");
            assertThat(container(pod).getResources().getLimits()).containsKey("memory");
            assertThat(container(pod).getResources().getRequests()).containsKeys("cpu", "memory");
        }
    }

    @Test
    void a_pod_has_time_to_drain_after_proxies_have_noticed() throws IOException {
        var drain = DRAIN.matcher(
                Files.readString(TestPaths.ROOT.resolve("docs/operations.md")).replace('\n', ' '));
        assertThat(drain.find()).isTrue();
        for (var deployment : Chart.with(Map.of()).all(Deployment.class)) {
            var pod = deployment.getSpec().getTemplate().getSpec();
            var command = container(pod).getLifecycle().getPreStop().getExec().getCommand();
            assertThat(command.getFirst()).isEqualTo("sleep");
            assertThat(pod.getTerminationGracePeriodSeconds())
                    .isGreaterThanOrEqualTo(Long.parseLong(command.get(1)) + Long.parseLong(drain.group(1)) + 5);
        }
    }

    @Test
    void an_update_starts_a_new_pod_before_it_stops_one_and_a_disruption_takes_one() {
        var chart = Chart.with(Map.of());
        for (var role : ROLES) {
            var deployment = chart.one(Deployment.class, "parley-" + role);
            var update = deployment.getSpec().getStrategy().getRollingUpdate();
            assertThat(update.getMaxUnavailable()).isEqualTo(new IntOrString(0));
            var budget = chart.one(PodDisruptionBudget.class, "parley-" + role).getSpec();
            assertThat(budget.getMaxUnavailable()).isEqualTo(new IntOrString(1));
            assertThat(budget.getSelector()).isEqualTo(deployment.getSpec().getSelector());
            assertThat(deployment.getSpec().getTemplate().getMetadata().getLabels())
                    .containsAllEntriesOf(deployment.getSpec().getSelector().getMatchLabels());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "false"})
    void probes_ask_documented_addresses_on_a_port_that_answers_them(String production) throws IOException {
        var documentation = Files.readString(TestPaths.ROOT.resolve("docs/operations.md"));
        for (var deployment : Chart.with(Map.of("production", production)).all(Deployment.class)) {
            var parley = container(deployment.getSpec().getTemplate().getSpec());
            var ports = parley.getPorts().stream().map(port -> port.getName()).toList();
            var probes = Stream.of(parley.getStartupProbe(), parley.getLivenessProbe(), parley.getReadinessProbe())
                    .map(probe -> probe.getHttpGet())
                    .toList();
            assertThat(probes)
                    .extracting(HTTPGetAction::getPath)
                    .containsExactly("/health/started", "/health/live", "/health/ready")
                    .allSatisfy(path -> assertThat(documentation).contains("| `" + path + "` |"));
            // The details, and all of a persister, are on the management port then.
            var expected = production.equals("true") ? "management" : "http";
            assertThat(probes)
                    .allSatisfy(probe -> assertThat(probe.getPort().getStrVal())
                            .isEqualTo(expected)
                            .isIn(ports));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "false"})
    void network_policies_open_the_ports_that_are_used(String production) {
        var chart = Chart.with(Map.of("production", production, "telemetry.enabled", "true"));
        for (var role : ROLES) {
            var policy = chart.one(NetworkPolicy.class, "parley-" + role).getSpec();
            var pod = chart.one(Deployment.class, "parley-" + role).getSpec();
            assertThat(policy.getPodSelector()).isEqualTo(pod.getSelector());
            var containerPorts = container(pod.getTemplate().getSpec()).getPorts().stream()
                    .map(port -> port.getContainerPort())
                    .collect(Collectors.toCollection(TreeSet::new));
            var in = policy.getIngress().stream()
                    .flatMap(rule -> rule.getPorts().stream())
                    .map(port -> port.getPort().getIntVal())
                    .collect(Collectors.toCollection(TreeSet::new));
            // Nobody uses a persister's application port in production mode.
            if (role.equals("persister") && production.equals("true")) containerPorts.remove(9080);
            assertThat(in).isEqualTo(containerPorts);
            assertThat(policy.getIngress())
                    .allSatisfy(rule -> assertThat(rule.getFrom()).isNotEmpty());
            var out = policy.getEgress().stream()
                    .flatMap(rule -> rule.getPorts().stream())
                    .map(port -> port.getPort().getIntVal())
                    .toList();
            var settings = settings(pod.getTemplate().getSpec());
            assertThat(out)
                    .contains(
                            53,
                            portOf(settings.get("KAFKA_BOOTSTRAP_SERVERS")),
                            Integer.parseInt(settings.get("DB_PORT")),
                            portOf(settings.get("OTEL_EXPORTER_OTLP_ENDPOINT")));
        }
    }

    @Test
    void files_are_on_a_volume_or_in_a_bucket_that_all_pods_with_an_api_reach() {
        var volume = Chart.with(Map.of("files.claim", "parley-files"));
        var bucket = Chart.with(Map.of("files.s3.bucket", "parley", "files.s3.port", "9000", "files.claim", "unused"));
        for (var role : ROLES) {
            boolean hasFiles = !role.equals("persister");
            var mounting = volume.one(Deployment.class, "parley-" + role)
                    .getSpec()
                    .getTemplate()
                    .getSpec();
            assertThat(mounting.getVolumes().stream()
                            .filter(each -> each.getPersistentVolumeClaim() != null)
                            .map(each -> each.getPersistentVolumeClaim().getClaimName()))
                    .isEqualTo(hasFiles ? List.of("parley-files") : List.of());
            assertThat(settings(mounting).containsKey("PARLEY_FILES_FOLDER")).isEqualTo(hasFiles);
            var storing = bucket.one(Deployment.class, "parley-" + role)
                    .getSpec()
                    .getTemplate()
                    .getSpec();
            assertThat(storing.getVolumes())
                    .allSatisfy(
                            each -> assertThat(each.getPersistentVolumeClaim()).isNull());
            assertThat(settings(storing).containsKey("PARLEY_FILES_BUCKET")).isEqualTo(hasFiles);
            assertThat(bucket.one(NetworkPolicy.class, "parley-" + role).getSpec().getEgress().stream()
                            .flatMap(rule -> rule.getPorts().stream())
                            .anyMatch(port -> port.getPort().getIntVal() == 9000))
                    .isEqualTo(hasFiles);
        }
    }

    @Test
    void pods_with_an_api_reach_opensearch_and_what_else_is_configured() {
        var chart = Chart.with(Map.of(
                "search.backend", "opensearch",
                "search.opensearch.uris", "https://search.example.org:9243",
                "search.opensearch.port", "9243",
                "networkPolicy.egressPorts[0]", "3310"));
        for (var role : ROLES) {
            boolean searches = !role.equals("persister");
            var pod = chart.one(Deployment.class, "parley-" + role)
                    .getSpec()
                    .getTemplate()
                    .getSpec();
            assertThat("https://search.example.org:9243".equals(settings(pod).get("PARLEY_SEARCH_URIS")))
                    .isEqualTo(searches);
            for (int port : List.of(9243, 3310))
                assertThat(chart.one(NetworkPolicy.class, "parley-" + role).getSpec().getEgress().stream()
                                .flatMap(rule -> rule.getPorts().stream())
                                .anyMatch(open -> open.getPort().getIntVal() == port))
                        .isEqualTo(searches);
        }
    }

    @Test
    void only_pods_with_an_api_reach_web_servers_and_only_if_previews_are_on() {
        var on = Map.of(
                "previews.enabled", "true",
                "previews.ports[0]", "443",
                "previews.ports[1]", "8443",
                "previews.allowedNetworks[0]", "10.20.0.0/16");
        var socketsOnly = new HashMap<>(on);
        socketsOnly.put("chat.socketsOnly", "true");
        for (var role : ROLES) {
            assertThat(networks(Chart.with(Map.of()), role)).isEmpty();
            var pod = Chart.with(on).one(Deployment.class, "parley-" + role).getSpec();
            var settings = settings(pod.getTemplate().getSpec());
            if (role.equals("persister")) {
                assertThat(settings).doesNotContainKey("PARLEY_PREVIEWS_ENABLED");
                assertThat(networks(Chart.with(on), role)).isEmpty();
                continue;
            }
            assertThat(settings)
                    .containsEntry("PARLEY_PREVIEWS_ENABLED", "true")
                    .containsEntry("PARLEY_PREVIEWS_PORTS", "443,8443")
                    .containsEntry("PARLEY_PREVIEWS_ALLOWEDNETWORKS", "10.20.0.0/16");
            var rule = networks(Chart.with(on), role).getFirst();
            assertThat(rule.getPorts())
                    .extracting(
                            port -> port.getProtocol() + " " + port.getPort().getIntVal())
                    .containsExactly("TCP 443", "TCP 8443");
            assertThat(rule.getTo())
                    .extracting(to -> to.getIpBlock().getCidr())
                    .containsExactly("0.0.0.0/0", "2000::/3", "10.20.0.0/16");
            assertThat(rule.getTo().getFirst().getIpBlock().getExcept())
                    .contains("10.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16");
            assertThat(networks(Chart.with(socketsOnly), role)).hasSize(role.equals("chat") ? 0 : 1);
        }
    }

    @Test
    void the_probe_has_the_job_of_its_alert_and_uses_the_address_of_users() throws IOException {
        assertThat(Chart.with(Map.of()).all(Deployment.class)).hasSameSizeAs(ROLES);
        var chart = Chart.with(Map.of(
                "probe.enabled", "true",
                "probe.accountsSecret", "parley-probe",
                "serviceMonitor.enabled", "true",
                "contextRoot", "/chat"));
        var deployment = chart.one(Deployment.class, "parley-probe").getSpec();
        var labels = deployment.getSelector().getMatchLabels();
        var rules = Files.readString(TestPaths.ROOT.resolve("deploy/monitoring/rules/parley.yml"));
        assertThat(rules).contains("up{job=\"" + labels.get("app.kubernetes.io/name") + "\"}");
        assertThat(deployment.getTemplate().getMetadata().getLabels()).isEqualTo(labels);
        var service = chart.one(Service.class, "parley-probe");
        assertThat(service.getMetadata().getLabels()).isEqualTo(labels);
        assertThat(service.getSpec().getSelector()).isEqualTo(labels);
        assertThat(chart.one(NetworkPolicy.class, "parley-probe")
                        .getSpec()
                        .getPodSelector()
                        .getMatchLabels())
                .isEqualTo(labels);
        assertThat(chart.others())
                .anySatisfy(monitor -> assertThat(
                                monitor.path("metadata").path("name").asString())
                        .isEqualTo("parley-probe"));

        var pod = deployment.getTemplate().getSpec();
        assertThat(settings(pod)).containsEntry("PARLEY_URL", "https://chat.example.org/chat/");
        assertThat(settings(pod).get("PARLEY_PROBE_ACCOUNTS")).startsWith("/etc/parley/probe/");
        assertThat(container(pod).getArgs()).containsExactly("probe", "--every", "60", "--serve", "0.0.0.0:9100");
        assertThat(container(pod).getSecurityContext().getReadOnlyRootFilesystem())
                .isTrue();
        // Nodes are not selected with it.
        assertThat(labels)
                .isNotEqualTo(chart.one(Deployment.class, "parley-chat")
                        .getSpec()
                        .getSelector()
                        .getMatchLabels());
    }

    /** The rules of a role that name networks to connect to. */
    private static List<NetworkPolicyEgressRule> networks(Chart chart, String role) {
        return chart.one(NetworkPolicy.class, "parley-" + role).getSpec().getEgress().stream()
                .filter(rule -> rule.getTo() != null && !rule.getTo().isEmpty())
                .toList();
    }

    private static int portOf(String address) {
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "false"})
    void the_ingress_sends_sockets_to_chat_nodes_and_the_rest_to_rest_nodes_if_there_are_any(String rest) {
        var chart = Chart.with(Map.of("rest.enabled", rest, "contextRoot", "/chat"));
        var ingress = chart.one(Ingress.class, "parley");
        var paths = ingress.getSpec().getRules().getFirst().getHttp().getPaths();
        assertThat(paths)
                .extracting(path -> path.getPathType() + " " + path.getPath() + " "
                        + path.getBackend().getService().getName())
                .containsExactly(
                        "Exact /chat/ws parley-chat",
                        "Prefix /chat " + (rest.equals("true") ? "parley-rest" : "parley-chat"));
        assertThat(paths)
                .allSatisfy(path -> assertThat(chart.one(
                                        Service.class,
                                        path.getBackend().getService().getName())
                                .getSpec()
                                .getPorts())
                        .extracting(port -> port.getName())
                        .contains(path.getBackend().getService().getPort().getName()));
        // More than the 120 s for which a client may be silent: parley.session.idleMillis.
        assertThat(ingress.getMetadata().getAnnotations())
                .containsEntry("nginx.ingress.kubernetes.io/proxy-read-timeout", "180")
                .containsEntry("nginx.ingress.kubernetes.io/proxy-send-timeout", "180");
        var settings = settings(chart.one(Deployment.class, "parley-chat")
                .getSpec()
                .getTemplate()
                .getSpec());
        assertThat(settings)
                .containsEntry("PARLEY_CONTEXT_ROOT", "/chat")
                .containsEntry("PARLEY_TOKEN_AUDIENCE", "https://chat.example.org/chat/");
    }

    @Test
    void the_autoscaler_counts_sockets_and_the_deployment_leaves_the_number_to_it() throws IOException {
        var chart = Chart.with(Map.of());
        var scaler = chart.one(HorizontalPodAutoscaler.class, "parley-chat").getSpec();
        var deployment = chart.one(Deployment.class, scaler.getScaleTargetRef().getName());
        assertThat(deployment.getSpec().getReplicas()).isNull();
        assertThat(DocumentedMetrics.all())
                .contains(scaler.getMetrics().getFirst().getPods().getMetric().getName());
        assertThat(Files.readString(TestPaths.ROOT.resolve("deploy/helm/examples/prometheus-adapter.yaml")))
                .contains("seriesQuery: parley_sockets{");
        assertThat(Chart.with(Map.of("chat.autoscaling.enabled", "false"))
                        .one(Deployment.class, "parley-chat")
                        .getSpec()
                        .getReplicas())
                .isEqualTo(2);
    }

    @Test
    void migrations_run_before_anything_changes_with_the_settings_and_image_of_a_persister() {
        var chart = Chart.with(Map.of("persister.imageTag", "new"));
        var job = chart.one(Job.class, "parley-migrations");
        assertThat(job.getMetadata().getAnnotations()).containsEntry(Chart.HOOK, "pre-install,pre-upgrade");
        var persister = chart.one(Deployment.class, "parley-persister")
                .getSpec()
                .getTemplate()
                .getSpec();
        var pod = job.getSpec().getTemplate().getSpec();
        assertThat(container(pod).getEnv()).isEqualTo(container(persister).getEnv());
        assertThat(container(pod).getImage())
                .isEqualTo(container(persister).getImage())
                .endsWith(":new");
        // Nothing that the chart itself makes exists before the first installation.
        assertThat(pod.getVolumes())
                .allSatisfy(volume -> assertThat(volume.getConfigMap()).isNull());
    }

    @Test
    void the_service_monitor_scrapes_the_port_that_has_metrics() {
        for (var production : List.of("true", "false")) {
            var chart = Chart.with(Map.of("production", production));
            assertThat(chart.others()).hasSize(1);
            var monitor = chart.others().getFirst().path("spec");
            var port = monitor.path("endpoints").path(0).path("port").asString();
            for (var role : ROLES) {
                var service = chart.one(Service.class, "parley-" + role);
                assertThat(service.getSpec().getPorts())
                        .extracting(each -> each.getName())
                        .contains(port);
                monitor.path("selector")
                        .path("matchLabels")
                        .properties()
                        .forEach(label -> assertThat(service.getMetadata().getLabels())
                                .containsEntry(label.getKey(), label.getValue().asString()));
            }
            assertThat(port).isEqualTo(production.equals("true") ? "management" : "http");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kafka.bootstrapServers=",
                "database.host=",
                "database.secret=",
                "token.secret=",
                "proxies.regex=",
                "production=maybe",
                "contextRoot=chat",
                "chat.replica=3",
                "config.DB_PASSWORD=secret",
                "config.PARLEY_FILES_SECRETKEY=secret",
                "files.s3.endpoint=s3.example.org",
                "config.PARLEY_PREVIEWS_ENABLED=true",
                "previews.allowedNetworks[0]=wiki.example.org",
                "search.backend=opensearch",
                "config.PARLEY_SEARCH_PASSWORD=secret",
                "config.parley\\.registration=open"
            })
    void values_that_are_missing_or_wrong_are_refused(String value) {
        var pair = value.split("=", 2);
        var values = new HashMap<String, String>();
        values.put(pair[0], pair[1]);
        assertThatThrownBy(() -> Chart.with(values)).isInstanceOf(IllegalStateException.class);
    }

    private static Container container(PodSpec pod) {
        assertThat(pod.getContainers()).hasSize(1);
        return pod.getContainers().getFirst();
    }

    private static Map<String, String> settings(PodSpec pod) {
        return container(pod).getEnv().stream()
                .filter(variable -> variable.getValue() != null)
                .collect(Collectors.toMap(EnvVar::getName, EnvVar::getValue));
    }
}
