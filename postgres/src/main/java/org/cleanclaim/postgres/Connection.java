package org.cleanclaim.postgres;

/// How to reach the bundled server as its owner.
public record Connection(int port, String database, String user, String password) {
  public String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  @Override
  public String toString() {
    return "Connection[" + jdbcUrl() + " as " + user + "]";
  }
}
