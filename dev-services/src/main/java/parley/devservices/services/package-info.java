/**
 * The child JVM that runs a real single-node Kafka broker and a real MariaDB where none is configured.
 *
 * <h2>Command line</h2>
 * <pre>
 * java -cp "$(cat dev-services/target/embedded.classpath)" parley.devservices.services.EmbeddedServices --data DIR
 *     --kafka-port N                  0 (default): a free one
 *     --db-port N                     0 (default): a free one
 *     --only broker|database|both     default both
 *     --restart true|false            default true: a database that dies alone is started again
 *     --leash true|false              default true: standard input is the leash, see EMB-8
 *     --password-file FILE            what the database's password is; without it there is none
 *     --program DIR                   where MariaDB is unpacked (once, 366 MB); default DIR/mariadb/program
 * </pre>
 * A test that starts the child from a launcher of its own keeps the child's standard input open, waits for the line
 * that begins with {@code READY} or {@code FAILED}, and ends the child by closing that input or by a signal. Several
 * folders at once are fine: ports of 0 differ, and {@code --program} may be shared.
 *
 * <h2>What it prints</h2>
 * On standard output one line for machines, with what was started only:
 * {@code READY kafka=127.0.0.1:19092 database=127.0.0.1:13306 pid.mariadbd=4711}, or {@code FAILED} and a sentence
 * that says what to do. On standard error lines for people, each beginning with {@code [embedded]}. The database is
 * {@code parley}, as is its user.
 *
 * <h2>What it keeps</h2>
 * Below {@code --data}: {@code kafka/data} and {@code kafka/broker.log}; {@code mariadb/data},
 * {@code mariadb/mariadb.err} and {@code mariadb/mariadbd.pid}; {@code services.lock} (locked while it lives) and
 * {@code services.pid}; {@code tmp}. Deleting the folder while nothing runs begins anew.
 *
 * <h2>Rules</h2>
 * <ul>
 * <li>EMB-1 When all services answer, the child shall print one READY line with the ports really taken.
 * <li>EMB-2 When it cannot start, the child shall print one FAILED sentence that says what to do, and exit with 1.
 * <li>EMB-3 The data shall survive the end of the child by any means, SIGKILL included.
 * <li>EMB-4 While another instance holds the data folder, the child shall refuse to start, unless that instance has
 *     lost its launcher: then it is a left-over, and is given ten seconds and then ended.
 * <li>EMB-5 Before ports are chosen, a database that an earlier run left behind shall be ended. A process is ours
 *     only if its recorded pid, start and program agree, or its command line names our data folder.
 * <li>EMB-6 When the database dies alone and {@code --restart} is true, the child shall start it again on the same
 *     port, after pauses that double from a quarter of a second to thirty seconds.
 * <li>EMB-7 When the broker, which lives in the child itself, gives up, the child shall stop the database cleanly
 *     and exit with 1, so that its launcher starts it again.
 * <li>EMB-8 While {@code --leash} is true, the end of standard input shall stop everything, and SIGINT nothing:
 *     a Ctrl-C in a terminal reaches the child too, and the launcher decides when it ends.
 * <li>EMB-9 When it stops, by the leash or by SIGTERM, the broker shall stop before the database.
 * <li>EMB-10 Services shall listen on 127.0.0.1 only.
 * <li>EMB-11 A folder with data shall appear whole or not at all, so that a crash of the first start leaves nothing
 *     half made.
 * <li>EMB-12 With {@code --password-file} nobody shall sign in to the database without that password, also where
 *     its data was made without one.
 * </ul>
 */
package parley.devservices.services;
