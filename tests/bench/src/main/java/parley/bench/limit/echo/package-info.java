/** The one class of the application {@code echo.war}, which a server of its own runs: a socket, and nothing behind it. */
package parley.bench.limit.echo;
