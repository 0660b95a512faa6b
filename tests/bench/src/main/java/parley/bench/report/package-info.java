/**
 * The report of a run in {@code tests/bench/target/bench}: {@code results.json} with all data, a self-contained
 * {@code index.html}, and {@code index.md} with its plots as SVG files.
 * <ul>
 * <li>BRP-1 A figure that names a limit of the same run is shown with the limit and the ratio: 1 means that the limit is
 *     reached, less is worse. If the limit was not measured, there is no ratio.
 * <li>BRP-2 A figure with a target is shown as met or missed; a missed target does not fail the run.
 * <li>BRP-3 Every report names the machine, the versions and the command.
 * <li>BRP-4 {@code results.json} contains the data of every plot.
 * </ul>
 */
package parley.bench.report;
