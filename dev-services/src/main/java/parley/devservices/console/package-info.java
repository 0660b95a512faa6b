/**
 * The developer's console: checks the machine, runs Maven and Liberty's dev mode, and shows progress instead of their
 * output. {@code ./mvnw} without goals starts {@link parley.devservices.console.DevServer} before anything is built, on every
 * platform: {@code mvnw} compiles this package by itself, so it may use the JDK only.
 */
package parley.devservices.console;
