/**
 * What the parts can do alone. The product's figures are ratios to these limits, which are measured in the same run, with
 * the product's settings and with records, frames and rows of its size. Topic, table and server are removed afterwards.
 */
package parley.bench.limit;
