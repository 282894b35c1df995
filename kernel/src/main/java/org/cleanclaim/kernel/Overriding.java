package org.cleanclaim.kernel;

/// Who may let a claim go on in spite of a [Finding], and what has to be written down for it.
public enum Overriding {
  /// Nobody: the payer or the law takes no such claim, so it has to be mended.
  NEVER("nobody"),
  /// A biller, who writes the reason into the claim's timeline.
  BILLER_WITH_REASON("a biller, with a reason"),
  /// A billing manager, who writes the reason and names the document that supports it.
  MANAGER_WITH_REASON("a manager, with a reason and its document");

  private final String words;

  Overriding(String words) {
    this.words = words;
  }

  /// For screens and reference pages.
  public String words() {
    return words;
  }

  /// What holds where a rule says nothing of its own: an error stops all, the rest a biller judges.
  public static Overriding usual(Severity severity) {
    return severity == Severity.ERROR ? NEVER : BILLER_WITH_REASON;
  }
}
