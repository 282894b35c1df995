package org.cleanclaim.edits;

import org.cleanclaim.kernel.claim.Claim;

/// A rule shown by two claims: one that it finds fault with, and one like it that passes.
///
/// @param fails the failing claim in words
/// @param passes the passing claim in words
record RuleExample(Rule rule, String fails, Case failing, String passes, Case passing) {

  /// A claim with what is known around it and the scrubber that judges it.
  record Case(Claim claim, ScrubContext context, Scrubber scrubber) {
    boolean finds(Rule rule) {
      return scrubber.scrub(claim, context).stream().anyMatch(f -> f.rule().equals(rule.id()));
    }
  }
}
