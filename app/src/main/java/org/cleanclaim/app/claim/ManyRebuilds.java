package org.cleanclaim.app.claim;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.springframework.stereotype.Component;

/// Many held or rejected claims made anew from the registration and scrubbed again, each by itself:
/// one that cannot be is named with its reason and never stops the others.
@Component
public class ManyRebuilds {
  private static final String WHY = "Scrubbed again from the registration as it is now";
  private static final int MOST_CLAIMS = 500;

  /// What came of it.
  ///
  /// @param left claims that stay as they are, a sentence each
  public record Report(int ready, int held, List<String> left) {
    public Report {
      left = List.copyOf(left);
    }

    /// In a sentence, without those that stay.
    public String sentence() {
      int all = ready + held;
      return "%d %s scrubbed again: %d ready to send, %d held."
          .formatted(all, all == 1 ? "claim" : "claims", ready, held);
    }
  }

  private final Claims claims;

  ManyRebuilds(Claims claims) {
    this.claims = claims;
  }

  /// @throws IllegalStateException when no claim is chosen, or too many are
  public Report rebuild(List<UUID> chosen) {
    AccessDeniedForActor.unless(Permission.WORK_CLAIM);
    if (chosen.isEmpty()) throw new IllegalStateException("Choose the claims to scrub again.");
    if (chosen.size() > MOST_CLAIMS) {
      throw new IllegalStateException(
          "More than %d claims are chosen; choose fewer.".formatted(MOST_CLAIMS));
    }
    int ready = 0;
    int held = 0;
    var left = new ArrayList<String>();
    for (UUID id : new LinkedHashSet<>(chosen)) {
      var claim = claims.find(id);
      if (claim.isEmpty()) {
        left.add("There is no claim %s.".formatted(id));
        continue;
      }
      try {
        var made = claims.rebuild(claim.get().id(), WHY);
        if (made.status() == ClaimStatus.READY) ready++;
        else held++;
      } catch (IllegalStateException refusal) {
        left.add("%s: %s".formatted(claim.get().controlNumber(), refusal.getMessage()));
      }
    }
    return new Report(ready, held, left);
  }
}
