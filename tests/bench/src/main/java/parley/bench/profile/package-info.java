/**
 * CPU time and allocation of a process, from flight recordings under load. A sample belongs to the first frame outside the
 * JDK (the library) and to the first frame of ours (the component). Allocation is weighted by the bytes that a sample
 * stands for.
 */
package parley.bench.profile;
