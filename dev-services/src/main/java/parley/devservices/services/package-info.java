/**
 * The child JVM that runs a real single-node Kafka broker and a real MariaDB where none is configured.
 *
 * <h2>Command line</h2>
 * <pre>
 * java -cp "$(cat dev-services/target/embedded.classpath)" parley.devservices.services.EmbeddedServices --data DIR
 *     --kafka-port N                  default 0: a free port
 *     --db-port N                     default 0: a free port
 *     --only broker|database|both     default both
 *     --restart true|false            default true: restart a database that has crashed
 *     --leash true|false              default true: stop at the end of standard input
 *     --password-file FILE            file with the database's password; default: no password
 *     --program DIR                   folder of the unpacked MariaDB (366 MB); default DIR/mariadb/program
 * </pre>
 * A caller keeps the child's standard input open, waits for the line that begins with {@code READY} or {@code FAILED},
 * and stops the child by closing that input or by a signal. Several children can run at once in different data folders
 * and may share {@code --program}.
 *
 * <h2>What it prints</h2>
 * On standard output, one line for programs, which names only what was started:
 * {@code READY kafka=127.0.0.1:19092 database=127.0.0.1:13306 pid.mariadbd=4711}, or {@code FAILED} and a sentence
 * that says what to do. On standard error, progress for people; each line begins with {@code [embedded]}. The database
 * and its user are both called {@code parley}.
 *
 * <h2>What it keeps</h2>
 * Below {@code --data}: {@code kafka/data} and {@code kafka/broker.log}; {@code mariadb/data},
 * {@code mariadb/mariadb.err} and {@code mariadb/mariadbd.pid}; {@code services.lock} (locked while it lives) and
 * {@code services.pid}; {@code tmp}. To start fresh, delete the folder while nothing runs.
 *
 * <h2>Rules</h2>
 * <ul>
 * <li>When all services answer, the child must print one READY line with the actual ports.
 * <li>When it cannot start, the child must print one FAILED sentence that says what to do, and exit with 1.
 * <li>The data must survive any end of the child, including SIGKILL.
 * <li>While another instance holds the data folder, the child must refuse to start, unless that instance has
 *     lost its launcher. Such an instance gets ten seconds to end and is then killed.
 * <li>Before ports are chosen, a database that an earlier run left behind must be stopped. A process is ours
 *     only if its recorded pid, start and program agree, or its command line names our data folder.
 * <li>When the database crashes and {@code --restart} is true, the child must restart it on the same port, with
 *     exponential back-off from a quarter of a second to thirty seconds.
 * <li>When the broker, which runs inside the child, fails, the child must stop the database cleanly and exit
 *     with 1, so that its launcher restarts it.
 * <li>While {@code --leash} is true, the end of standard input must stop everything, and SIGINT must be
 *     ignored: Ctrl-C in a terminal reaches the child too, but the launcher decides when it ends.
 * <li>When the child stops, the broker must stop before the database.
 * <li>Services must listen on 127.0.0.1 only.
 * <li>A data folder must appear complete or not at all, so that a crash during the first start leaves nothing
 *     half-created.
 * <li>With {@code --password-file} the database must require that password, even if its data was created
 *     without one.
 * </ul>
 */
package parley.devservices.services;
