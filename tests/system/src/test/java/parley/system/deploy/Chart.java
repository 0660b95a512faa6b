package parley.system.deploy;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import parley.cluster.server.TestPaths;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The chart, rendered by Helm itself with the example's values and some others. */
final class Chart {

    static final Path FOLDER = TestPaths.ROOT.resolve("deploy/helm/parley");
    private static final Path EXAMPLE = TestPaths.ROOT.resolve("deploy/helm/examples/values.yaml");
    /** Stands for {@code helm.sh/hook} in what is rendered. */
    static final String HOOK = "example.org/hook";

    private static final String KUBERNETES = "1.34.0";

    private static final Map<String, Class<? extends HasMetadata>> TYPES = Map.of(
            "apps/v1 Deployment", Deployment.class,
            "autoscaling/v2 HorizontalPodAutoscaler", HorizontalPodAutoscaler.class,
            "batch/v1 Job", Job.class,
            "networking.k8s.io/v1 Ingress", Ingress.class,
            "networking.k8s.io/v1 NetworkPolicy", NetworkPolicy.class,
            "policy/v1 PodDisruptionBudget", PodDisruptionBudget.class,
            "v1 ConfigMap", ConfigMap.class,
            "v1 Service", Service.class);

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .annotationIntrospector(new KnownFieldsOnly())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** The classes of the API collect fields that they do not know; these are errors here. */
    private static final class KnownFieldsOnly extends JacksonAnnotationIntrospector {

        private static final long serialVersionUID = 1L;

        @Override
        public Boolean hasAnySetter(MapperConfig<?> config, Annotated annotated) {
            return Boolean.FALSE;
        }
    }

    private static final Map<Map<String, String>, Chart> RENDERED = new ConcurrentHashMap<>();

    private final List<HasMetadata> resources = new ArrayList<>();
    private final List<JsonNode> others = new ArrayList<>();

    Chart(String rendered) {
        for (var document : documents(rendered)) {
            var type = TYPES.get(document.path("apiVersion").asString() + " "
                    + document.path("kind").asString());
            if (type == null) others.add(document);
            else resources.add(YAML.treeToValue(document, type));
        }
    }

    /** The documents of a file that are not empty. */
    static List<JsonNode> documents(String text) {
        return Stream.of(text.split("(?m)^---\\s*$"))
                .map(YAML::readTree)
                .filter(document -> document != null && !document.isEmpty())
                .toList();
    }

    /**
     * A copy in which hooks are ordinary resources with another annotation: the library leaves hooks out of its answer.
     */
    private static final Path WITHOUT_HOOKS = copy();

    private static Path copy() {
        var copy = TestPaths.ROOT.resolve("tests/system/target/chart");
        TestPaths.delete(copy);
        try (var files = Files.walk(FOLDER)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var to = copy.resolve(FOLDER.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.writeString(to, Files.readString(file).replace("helm.sh/hook", HOOK));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return copy;
    }

    /** Renders; throws {@link IllegalStateException} with Helm's message if the values are refused. */
    static Chart with(Map<String, String> values) {
        return RENDERED.computeIfAbsent(values, Chart::render);
    }

    private static Chart render(Map<String, String> values) {
        var command = new Helm(WITHOUT_HOOKS)
                .template()
                .withName("parley")
                .withNamespace("chat")
                .withKubeVersion(KUBERNETES)
                .withValuesFile(EXAMPLE);
        values.forEach(command::set);
        return new Chart(command.call());
    }

    static LintResult lint() {
        return new Helm(FOLDER).lint().strict().call();
    }

    /** Resources whose type is of no API of Kubernetes itself. */
    List<JsonNode> others() {
        return others;
    }

    List<HasMetadata> resources() {
        return resources;
    }

    <T extends HasMetadata> List<T> all(Class<T> type) {
        return resources.stream().filter(type::isInstance).map(type::cast).toList();
    }

    <T extends HasMetadata> T one(Class<T> type, String name) {
        return all(type).stream()
                .filter(resource -> resource.getMetadata().getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + type.getSimpleName() + " " + name));
    }

    /** Of deployments and jobs. */
    List<PodSpec> pods() {
        return Stream.concat(
                        all(Deployment.class).stream()
                                .map(each -> each.getSpec().getTemplate()),
                        all(Job.class).stream().map(each -> each.getSpec().getTemplate()))
                .map(template -> template.getSpec())
                .toList();
    }
}
