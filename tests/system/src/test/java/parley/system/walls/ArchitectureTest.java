package parley.system.walls;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Plain test methods: the platform's runner skips ArchUnit's own fields silently with some Surefire versions. */
class ArchitectureTest {

    private static final List<String> MODULES = List.of("chat-ejb", "chat-log", "chat-web", "chat-persister");
    private static final JavaClasses CLASSES = imported();

    /**
     * Who may use whom: by the root package of a module, each component and the components that it may use. A new arrow
     * between two components is a decision, so it is made here; chat-web's order is explained in the package-info of
     * each component.
     */
    private static final Map<String, Map<String, Set<String>>> ALLOWED = Map.of(
            "parley.web",
            Map.ofEntries(
                    entry("platform", Set.of()),
                    entry("log", Set.of("platform")),
                    entry("account", Set.of("platform", "log", "membership")),
                    entry("membership", Set.of("platform", "log")),
                    entry("presence", Set.of("platform", "log", "membership")),
                    entry("own", Set.of("platform", "log", "account", "membership", "presence")),
                    entry("message", Set.of("platform", "log", "account", "membership", "presence", "own")),
                    entry("file", Set.of("platform", "log", "membership", "message")),
                    entry("search", Set.of("platform", "log", "account", "membership", "file")),
                    entry("preview", Set.of("platform", "membership", "message")),
                    entry("socket", Set.of("platform", "log", "account", "presence", "own", "message", "preview")),
                    entry(
                            "ops",
                            Set.of(
                                    "platform",
                                    "log",
                                    "account",
                                    "membership",
                                    "presence",
                                    "message",
                                    "file",
                                    "search",
                                    "socket"))),
            "parley.persister",
            Map.of(
                    "store", Set.of(),
                    "deadletter", Set.of(),
                    "ingest", Set.of("deadletter", "store"),
                    "operator", Set.of("deadletter", "ingest", "store"),
                    "maintenance", Set.of("ingest", "operator"),
                    "health", Set.of("deadletter", "ingest", "maintenance")),
            "parley.log",
            Map.ofEntries(
                    entry("client", Set.of()),
                    entry("note", Set.of()),
                    entry("role", Set.of()),
                    entry("supervision", Set.of()),
                    entry("trace", Set.of()),
                    entry("topic", Set.of("client")),
                    entry("range", Set.of("client", "topic")),
                    entry("record", Set.of("topic", "trace")),
                    entry("codec", Set.of("record", "topic")),
                    entry("rule", Set.of("record"))),
            "parley.domain",
            Map.ofEntries(
                    entry("identity", Set.of()),
                    entry("json", Set.of()),
                    entry("command", Set.of()),
                    entry("production", Set.of()),
                    entry("refusal", Set.of()),
                    entry("schema", Set.of("sql")),
                    entry("sql", Set.of()),
                    entry("text", Set.of()),
                    entry("group", Set.of("identity", "json", "refusal")),
                    entry("outbox", Set.of("group", "identity")),
                    entry("message", Set.of("group", "identity", "json", "text")),
                    entry("file", Set.of("identity", "message", "refusal")),
                    entry("report", Set.of("identity", "refusal", "sql")),
                    entry("log", Set.of("identity", "json", "message", "sql")),
                    entry("ledger", Set.of("identity", "log", "message")),
                    entry("account", Set.of("identity", "outbox", "refusal", "sql", "text")),
                    entry("own", Set.of("account", "identity", "refusal", "text")),
                    entry(
                            "conversation",
                            Set.of("account", "group", "identity", "message", "outbox", "refusal", "sql", "text"))));

    private static JavaClasses imported() {
        var folders = MODULES.stream().map(ArchitectureTest::folder).toList();
        assertThat(folders).as("built modules").allMatch(Files::isDirectory);
        return new ClassFileImporter().importPaths(folders);
    }

    private static Path folder(String module) {
        return Path.of("..", "..", module, "target", "classes").toAbsolutePath().normalize();
    }

    @Test
    void every_module_brought_classes() {
        for (var root : List.of("parley.domain", "parley.log", "parley.web", "parley.persister")) {
            assertThat(CLASSES.stream().filter(in(root))).as(root).hasSizeGreaterThan(5);
        }
    }

    /** Old class files would be checked in place of the code. */
    @Test
    void every_class_is_compiled_from_its_current_source() throws IOException {
        var stale = new ArrayList<String>();
        for (var module : MODULES) {
            var sources = folder(module)
                    .resolve(Path.of("..", "..", "src", "main", "java"))
                    .normalize();
            for (var type : new ClassFileImporter().importPath(folder(module))) {
                var compiled = type.getSource().orElseThrow();
                var source = sources.resolve(type.getPackageName().replace('.', '/'))
                        .resolve(compiled.getFileName().orElseThrow());
                if (!Files.isRegularFile(source)) stale.add(type.getName() + " has no source");
                else if (isOlder(Path.of(compiled.getUri()), source))
                    stale.add(type.getName() + " is older than its source");
            }
        }
        assertThat(stale).as("classes to compile again").isEmpty();
    }

    private static boolean isOlder(Path one, Path other) throws IOException {
        return Files.getLastModifiedTime(one).compareTo(Files.getLastModifiedTime(other)) < 0;
    }

    @Test
    void components_use_only_allowed_components() {
        var arrows = new TreeSet<String>();
        for (var type : CLASSES) {
            var root = ALLOWED.keySet().stream()
                    .filter(base -> in(base).test(type))
                    .findFirst();
            if (root.isEmpty()) continue;
            var from = component(root.get(), type);
            var allowed = ALLOWED.get(root.get()).get(from);
            if (allowed == null) arrows.add(root.get() + "." + from + " is in no list");
            else
                type.getDirectDependenciesFromSelf().stream()
                        .map(Dependency::getTargetClass)
                        .filter(in(root.get()))
                        .map(target -> component(root.get(), target))
                        .filter(to -> !to.equals(from) && !allowed.contains(to))
                        .forEach(to -> arrows.add(root.get() + ": " + from + " -> " + to + ", by " + type.getName()));
        }
        assertThat(arrows).as("arrows that nobody has allowed").isEmpty();
    }

    private static String component(String root, JavaClass type) {
        return type.getPackageName().substring(root.length() + 1).split("\\.")[0];
    }

    @Test
    void lower_components_build_no_frames() {
        noClasses()
                .that()
                .resideOutsideOfPackages("parley.web.socket..", "parley.web.ops.start..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("parley.web.socket.frame..")
                .check(CLASSES);
    }

    @Test
    void the_domain_depends_on_neither_web_nor_persister_nor_their_protocols() {
        noClasses()
                .that()
                .resideInAPackage("parley.domain..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "parley.web..",
                        "parley.persister..",
                        "parley.log..",
                        "jakarta.ws.rs..",
                        "jakarta.websocket..",
                        "jakarta.servlet..",
                        "org.apache.kafka..",
                        "org.eclipse.microprofile.reactive..")
                .check(CLASSES);
    }

    @Test
    void the_log_depends_on_neither_web_nor_persister_nor_entities() {
        noClasses()
                .that()
                .resideInAPackage("parley.log..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "parley.web..",
                        "parley.persister..",
                        "jakarta.ws.rs..",
                        "jakarta.websocket..",
                        "jakarta.persistence..",
                        "java.sql..")
                .check(CLASSES);
    }

    @Test
    void the_web_depends_on_neither_jdbc_nor_jpa_nor_the_persister() {
        noClasses()
                .that()
                .resideInAPackage("parley.web..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.persistence..", "java.sql..", "javax.sql..", "parley.persister..")
                .check(CLASSES);
    }

    @Test
    void the_persister_does_not_depend_on_the_web() {
        noClasses()
                .that()
                .resideInAPackage("parley.persister..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("parley.web..", "jakarta.websocket..")
                .check(CLASSES);
    }

    @Test
    void entities_depend_on_neither_control_nor_boundary() {
        noClasses()
                .that()
                .resideInAPackage("..entity..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("parley..control..", "parley..boundary..")
                .check(CLASSES);
    }

    @Test
    void entry_points_are_in_boundary_packages_only() {
        classes()
                .that(areAnnotated(
                        "jakarta.ejb.Stateless", "jakarta.ws.rs.Path", "jakarta.websocket.server.ServerEndpoint"))
                .should()
                .resideInAPackage("..boundary..")
                .check(CLASSES);
        methods()
                .that()
                .areAnnotatedWith("org.eclipse.microprofile.reactive.messaging.Incoming")
                .should()
                .beDeclaredInClassesThat()
                .resideInAPackage("..boundary..")
                .check(CLASSES);
    }

    @Test
    void there_are_no_own_threads_and_no_console_output() {
        noClasses().should().callMethodWhere(calls(Thread.class, "sleep")).check(CLASSES);
        noClasses().should().callConstructorWhere(makes(Thread.class)).check(CLASSES);
        noClasses()
                .should()
                .callMethodWhere(calls(Thread.class, "startVirtualThread", "ofVirtual", "ofPlatform"))
                .check(CLASSES);
        noClasses().should().accessField(System.class, "out").check(CLASSES);
        noClasses().should().accessField(System.class, "err").check(CLASSES);
        noClasses()
                .should()
                .callMethodWhere(calls(Throwable.class, "printStackTrace"))
                .check(CLASSES);
    }

    @Test
    void one_class_of_a_module_reads_the_system_clock() {
        var askers = CLASSES.stream()
                .filter(type -> type.getMethodCallsFromSelf().stream()
                        .anyMatch(call -> call.getName().equals("currentTimeMillis")
                                || call.getName().equals("now")
                                        && call.getTargetOwner().isEquivalentTo(Instant.class)
                                        && call.getTarget()
                                                .getRawParameterTypes()
                                                .isEmpty()
                                || call.getTargetOwner().isEquivalentTo(Clock.class)
                                        && call.getName().startsWith("system")))
                .map(JavaClass::getName)
                .sorted()
                .toList();
        assertThat(askers).as("classes that ask the system for the time").hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void the_domain_has_no_startup_and_no_timers() {
        // Its jar sits in two applications: what it started would run twice.
        noClasses()
                .that()
                .resideInAPackage("parley.domain..")
                .should()
                .beAnnotatedWith("jakarta.ejb.Startup")
                .check(CLASSES);
        methods()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage("parley.domain..")
                .should()
                .notBeAnnotatedWith("jakarta.ejb.Schedule")
                .check(CLASSES);
    }

    /** A call from within a lambda of a method that calls the guard, or a reference that such a method hands over. */
    @Test
    void chat_nodes_call_the_database_only_through_the_guard() {
        var past = CLASSES.stream()
                .filter(type -> type.getPackageName().startsWith("parley.web")
                        && !type.getPackageName().startsWith("parley.web.platform.database"))
                .flatMap(type -> Stream.<JavaCodeUnitAccess<?>>concat(
                        type.getCodeUnitCallsFromSelf().stream().map(call -> call),
                        type.getCodeUnitReferencesFromSelf().stream()))
                .filter(access -> access.getTargetOwner().isAnnotatedWith("jakarta.ejb.Stateless"))
                .filter(access -> access instanceof JavaCall<?> && !access.isDeclaredInLambda()
                        || access.getOrigin().getMethodCallsFromSelf().stream()
                                .noneMatch(other -> other.getTargetOwner()
                                        .getName()
                                        .equals("parley.web.platform.database.DatabaseGateway")))
                .map(access -> access.getDescription())
                .toList();
        assertThat(past)
                .as("calls to the domain's stateless beans past parley.web.platform.database.DatabaseGateway")
                .isEmpty();
    }

    @Test
    void only_the_store_inserts_message_rows() {
        noClasses()
                .that()
                .resideOutsideOfPackages("parley.persister.store..", "parley.domain.message.entity..")
                .should()
                .callConstructorWhere(DescribedPredicate.describe(
                        "makes a StoredMessage",
                        call -> call.getTargetOwner().getSimpleName().equals("StoredMessage")))
                .check(CLASSES);
    }

    @Test
    void components_have_no_cycles() {
        for (var root : List.of("parley.domain", "parley.log", "parley.web", "parley.persister")) {
            slices().matching(root + ".(*)..").should().beFreeOfCycles().check(CLASSES);
        }
    }

    @Test
    void no_package_is_in_two_modules() {
        Map<String, List<String>> owners = new TreeMap<>();
        for (var module : MODULES) {
            new ClassFileImporter()
                    .importPath(folder(module)).stream()
                            .map(JavaClass::getPackageName)
                            .distinct()
                            .forEach(name ->
                                    owners.merge(name, List.of(module), (a, b) -> List.of(a.getFirst(), b.getFirst())));
        }
        assertThat(owners.entrySet().stream()
                        .filter(owner -> owner.getValue().size() > 1)
                        .map(Map.Entry::toString)
                        .collect(Collectors.toList()))
                .isEmpty();
    }

    private static java.util.function.Predicate<JavaClass> in(String root) {
        return type -> type.getPackageName().startsWith(root + ".");
    }

    private static DescribedPredicate<JavaClass> areAnnotated(String... annotations) {
        return DescribedPredicate.describe(
                "annotated with one of " + List.of(annotations),
                type -> List.of(annotations).stream().anyMatch(type::isAnnotatedWith));
    }

    private static DescribedPredicate<com.tngtech.archunit.core.domain.JavaMethodCall> calls(
            Class<?> owner, String... names) {
        return DescribedPredicate.describe(
                "calls " + owner.getSimpleName() + "." + String.join("|", names),
                call -> call.getTargetOwner().isAssignableTo(owner)
                        && List.of(names).contains(call.getName()));
    }

    private static DescribedPredicate<com.tngtech.archunit.core.domain.JavaConstructorCall> makes(Class<?> type) {
        return DescribedPredicate.describe(
                "makes a " + type.getSimpleName(), call -> call.getTargetOwner().isEquivalentTo(type));
    }
}
