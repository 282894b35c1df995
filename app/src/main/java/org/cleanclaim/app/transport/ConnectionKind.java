package org.cleanclaim.app.transport;

/// By what files travel.
public enum ConnectionKind {
  /// A folder of this machine that another program empties and fills.
  FOLDER("Folder"),
  /// SSH file transfer to a server whose key is pinned.
  SFTP("SFTP"),
  /// An interface over HTTPS with a token.
  HTTPS("HTTPS");

  private final String title;

  ConnectionKind(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }
}
