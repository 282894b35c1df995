package org.cleanclaim.edits.mce;

/// When the edits of a stay take effect: before its claim is paid, in a review after payment, or
/// both.
public enum EditClass {
  NONE,
  PREPAYMENT,
  POSTPAYMENT,
  BOTH;

  /// The class of edits of two classes together.
  EditClass and(EditClass other) {
    if (this == NONE || this == other) return other;
    return other == NONE ? this : BOTH;
  }
}
