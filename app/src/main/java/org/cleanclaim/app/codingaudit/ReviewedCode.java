package org.cleanclaim.app.codingaudit;

import org.jspecify.annotations.Nullable;

/// What an auditor says to one code in an open review.
///
/// @param code the line as it was coded, such as `E11.9` or `99213 25`
/// @param instead the line that should stand in its place, null when none should
/// @param reason why the auditor disagrees, null when the auditor agrees
public record ReviewedCode(
    String code, Opinion opinion, @Nullable String instead, @Nullable String reason) {

  /// Whether the code stands.
  public enum Opinion {
    AGREE,
    DISAGREE
  }

  public ReviewedCode {
    code = code.strip();
    instead = instead == null || instead.isBlank() ? null : instead.strip();
    reason = reason == null || reason.isBlank() ? null : reason.strip();
    if (opinion == Opinion.DISAGREE && reason == null) {
      throw new AuditRefusal("Say why you disagree with " + code + ".");
    }
  }
}
