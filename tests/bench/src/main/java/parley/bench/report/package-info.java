/**
 * What a run leaves in {@code tests/bench/target/bench}: {@code results.json} with everything, {@code index.html} that
 * needs nothing else, {@code index.md} with its plots as SVG beside it.
 * <ul>
 * <li>BRP-1 A figure that names a limit of the same run stands beside it with the ratio of the two, in the sense that 1
 *     is the limit and less is worse; where that limit was not measured there is no ratio.
 * <li>BRP-2 A figure for which the project has a target stands beside it, met or not; a run never fails for it.
 * <li>BRP-3 Every report says on what machine, with which versions and by which command it was made.
 * <li>BRP-4 What is drawn stands in {@code results.json} as numbers.
 * </ul>
 */
package parley.bench.report;
