/** What a load costs each process, including the load client: CPU time, allocation and memory. */
package parley.bench.cost;
