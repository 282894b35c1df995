package org.cleanclaim.app.claim;

import java.util.List;
import java.util.UUID;
import org.cleanclaim.kernel.Finding;

/// What a fix would do to one of the claims chosen, or has done.
public sealed interface FixOutcome {
  UUID claimId();

  /// Our number of the claim; its public id where no such claim is known.
  String controlNumber();

  /// Nothing has been changed yet.
  ///
  /// @param revision the revision that was looked at; another is not changed
  /// @param left errors and warnings that the scrub would still find
  record Previewed(
      UUID claimId,
      String controlNumber,
      int revision,
      String before,
      String after,
      List<Finding> left)
      implements FixOutcome {
    public long errorsLeft() {
      return left.stream().filter(Finding::blocks).count();
    }
  }

  /// Changed and scrubbed again.
  ///
  /// @param status READY, or HELD when something else holds it
  record Applied(
      UUID claimId, String controlNumber, String before, String after, ClaimStatus status)
      implements FixOutcome {}

  /// Left as it was.
  record Refused(UUID claimId, String controlNumber, String why) implements FixOutcome {}
}
