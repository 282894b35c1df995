package org.cleanclaim.grouping.msdrg;

import org.jspecify.annotations.Nullable;

/// A result with the rule that led to it; none when an error came first.
///
/// @param reroute the rule that moved the stay into its category; null where none did
/// @param mdc the category whose rules were looked at last
record Decision(DrgResult result, @Nullable Rule reroute, @Nullable Rule rule, int mdc) {
  Decision(DrgResult result, @Nullable Rule rule, int mdc) {
    this(result, null, rule, mdc);
  }
}
