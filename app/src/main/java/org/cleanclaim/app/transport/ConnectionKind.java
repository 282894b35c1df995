package org.cleanclaim.app.transport;

/// By what files travel.
public enum ConnectionKind {
  FOLDER("Folder", "A folder that another program empties and fills"),
  SFTP("SFTP", "SSH file transfer with a pinned host key"),
  HTTPS("HTTPS", "An interface over HTTPS with a token");

  private final String title;
  private final String meaning;

  ConnectionKind(String title, String meaning) {
    this.title = title;
    this.meaning = meaning;
  }

  public String title() {
    return title;
  }

  public String meaning() {
    return meaning;
  }
}
