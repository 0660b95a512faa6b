/**
 * Where CPU time and memory go in a process, by flight recordings while a load goes on.
 * <ul>
 * <li>BPR-1 A sample belongs to the first frame outside of the JDK, and to the first frame of ours: who does it, and for
 *     what. What has no frame of ours belongs to who began the thread.
 * <li>BPR-2 CPU samples are taken by CPU time where the virtual machine can (25 and newer), which sees native code as
 *     well; else by wall time among threads that run Java.
 * <li>BPR-3 Allocation is weighed as the recorder weighs it: by the bytes that a sample stands for.
 * </ul>
 */
package parley.bench.profile;
