package parley.bench.data;

/** A user with a token that every node accepts. */
public record BenchUser(long id, String token) {}
