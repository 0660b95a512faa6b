/**
 * Runs inside the server: starts the child JVM of {@link parley.devservices.services} when the address of the broker or
 * the database is needed and not configured. It is a MicroProfile Config source of the lowest ordinal. Reactive
 * Messaging reads the address before any bean of the application starts, so every bean finds broker and database up.
 *
 * <h2>Settings</h2>
 * Each is an environment variable (upper case, with underscores) or else a system property. The build passes
 * properties; variables override them.
 * <ul>
 * <li>{@code parley.embedded.classpath.file}: file with the class path of the child; if missing, nothing is started
 * <li>{@code parley.role}: default {@code all}; with any other role nothing is started
 * <li>{@code parley.data}: data folder; default {@code .parley} in {@code parley.home}, or else in the working
 *     directory
 * <li>{@code parley.embedded.kafka.port}: default 19092; 0 picks a free port
 * <li>{@code parley.embedded.db.port}: default the value of {@code db.port}, else 13306
 * <li>{@code parley.embedded.password.file}: file with the database's password, passed to the child
 * <li>{@code http.port}: only for the address that is logged; default 9080
 * </ul>
 *
 * <h2>Rules</h2>
 * <ul>
 * <li>When {@code kafka.bootstrap.servers}, {@code db.host} or {@code db.port} is read and no other configuration
 *     source has a value, the launcher starts the services that are not configured, in one child, and returns the
 *     address.
 * <li>Nothing is started if broker and database are configured, if another key is read, or if keys are listed.
 * <li>While a child is running, a hot reload finds it and does not start another one. Nothing that outlives a reload
 *     refers to a class of the application: the JVM-wide state consists of JDK types, and the watcher of an earlier
 *     class loader ends when the next one takes over.
 * <li>When the child ends unexpectedly, the launcher restarts it on the same ports, with exponential back-off from 0.25
 *     to 30 seconds, unless the JVM is shutting down.
 * <li>When the JVM ends for any reason, the child ends too, because its standard input is closed.
 * <li>When the child reports why it cannot start, the launcher logs that sentence once, and the start of the
 *     application fails with it. Only a reload tries again.
 * </ul>
 */
package parley.devservices.launch;
