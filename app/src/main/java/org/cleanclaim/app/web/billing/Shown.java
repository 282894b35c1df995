package org.cleanclaim.app.web.billing;

/// Which rows of a list are shown.
public enum Shown {
  OPEN("what waits"),
  ALL("all");

  private final String title;

  Shown(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }

  /// The address at which a list shows these rows.
  public String at(String list) {
    return this == OPEN ? list : list + "?state=" + name();
  }
}
