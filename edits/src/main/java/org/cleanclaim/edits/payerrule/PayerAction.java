package org.cleanclaim.edits.payerrule;

import java.util.List;
import org.cleanclaim.kernel.code.Carc;
import org.jspecify.annotations.Nullable;

/// What a rule does when its conditions hold.
public sealed interface PayerAction {
  /// The reason code that the payer would deny with, if this were not done; null when not known.
  @Nullable Carc expectedDenial();

  /// Says something to the biller.
  ///
  /// @param weight whether the claim stops
  /// @param at the field that it points to; null for the first that the rule asks about
  /// @param expectedDenial the reason code that the payer would deny with, when known
  record Say(
      Weight weight,
      String message,
      String remedy,
      @Nullable ClaimField at,
      @Nullable Carc expectedDenial)
      implements PayerAction {}

  /// Whether the claim stops.
  enum Weight {
    HOLD,
    WARN
  }

  /// Writes a field of the claim.
  ///
  /// @param expectedDenial the reason code that the payer denies with as long as the field is not
  ///   so, when known
  record Write(Manner manner, ClaimField field, List<String> values, @Nullable Carc expectedDenial)
      implements PayerAction {
    public Write {
      values = List.copyOf(values);
    }
  }

  /// How a field is written.
  enum Manner {
    /// The values replace those of the field; none empties it.
    SET,
    /// The values are added to those that are there.
    ADD,
    /// The values are taken away.
    REMOVE
  }

  /// Marks the claim with a word for worklists.
  record Tag(String name) implements PayerAction {
    @Override
    public @Nullable Carc expectedDenial() {
      return null;
    }
  }
}
