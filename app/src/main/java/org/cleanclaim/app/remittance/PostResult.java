package org.cleanclaim.app.remittance;

import java.util.List;
import java.util.UUID;
import org.cleanclaim.app.remittance.ScannedRemittance.PlacedFailure;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;

/// What came of posting one remittance.
public sealed interface PostResult {

  UUID publicId();

  String trace();

  /// Posted whole.
  ///
  /// @param unmatched claim payments that found no claim of ours; their money lies in unapplied
  ///   cash
  /// @param booked where its day is closed: the day for which it counts instead
  record Posted(
      UUID publicId,
      String trace,
      Money paid,
      int claims,
      int unmatched,
      @Nullable BookedDay booked)
      implements PostResult {}

  /// The same remittance (payer, trace, amount, date, content) had been received before; nothing
  /// was changed.
  record AlreadyPosted(UUID publicId, String trace) implements PostResult {}

  /// An equation does not hold: kept and shown, not posted, nothing plugged.
  ///
  /// @param failures the equations that fail, each with its segment
  record OutOfBalance(UUID publicId, String trace, List<PlacedFailure> failures)
      implements PostResult {
    public OutOfBalance {
      failures = List.copyOf(failures);
    }
  }

  /// Something else speaks against posting it: kept until a person decides.
  record Stopped(UUID publicId, String trace, StopReason reason, String sentence, String remedy)
      implements PostResult {}
}
