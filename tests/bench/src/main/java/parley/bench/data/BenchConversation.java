package parley.bench.data;

import java.util.List;

/** A conversation with all its members. */
public record BenchConversation(long id, List<BenchUser> members) {}
