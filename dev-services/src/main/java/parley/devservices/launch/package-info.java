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
 * <li>{@code parley.data}: data folder; default {@code .parley} in {@code parley.home}, or else in the working directory
 * <li>{@code parley.embedded.kafka.port}: default 19092; 0 picks a free port
 * <li>{@code parley.embedded.db.port}: default the value of {@code db.port}, else 13306
 * <li>{@code parley.embedded.password.file}: file with the database's password, passed to the child
 * <li>{@code http.port}: only for the address that is logged; default 9080
 * </ul>
 *
 * <h2>Rules</h2>
 * <ul>
 * <li>LCH-1 When {@code kafka.bootstrap.servers}, {@code db.host} or {@code db.port} is asked for, and no other source
 *     of configuration has a value for it, the launcher shall start what is not configured, in one child, and answer
 *     with its address.
 * <li>LCH-2 Where broker and database are configured, nothing shall be started; nor by any other key, nor by a
 *     listing of keys.
 * <li>LCH-3 While a child lives, a hot reload shall find it and start no second one. Nothing that outlives a reload
 *     shall hold a class of the application: the JVM-wide state is of the JDK's types, and the watcher of an earlier
 *     class loader ends when the next one takes over.
 * <li>LCH-4 When the child ends by itself, the launcher shall start it again on the same ports, after pauses that
 *     double from a quarter of a second to thirty seconds; not once the JVM has begun to end.
 * <li>LCH-5 When the JVM ends by any means, the child shall end: the pipe to its standard input is its leash.
 * <li>LCH-6 When the child says why it cannot start, the launcher shall log that sentence once, and the application's
 *     start shall fail with it. The same application does not try twice; a reload does.
 * </ul>
 */
package parley.devservices.launch;
