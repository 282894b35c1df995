package org.cleanclaim.app.scrub;

import java.util.ArrayDeque;
import java.util.function.Consumer;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.claim.Claim;
import tools.jackson.databind.JsonNode;

/// Claims that wait until what they name has been read, since a bundle may hold it behind them.
/// They go on in the order in which they came. Of those that wait at most [#MOST_WAITING] are kept:
/// then the oldest goes on as far as it is known.
final class WaitingClaims {
  static final int MOST_WAITING = 500;

  private final Consumer<Finding> findings;
  private final Consumer<Claim> receiver;
  private final KnownResources known = new KnownResources();
  private final ArrayDeque<JsonNode> waiting = new ArrayDeque<>();
  private int taken;

  WaitingClaims(Consumer<Finding> findings, Consumer<Claim> receiver) {
    this.findings = findings;
    this.receiver = receiver;
  }

  /// How many claims there were.
  int taken() {
    return taken;
  }

  void add(JsonNode claim) {
    taken++;
    waiting.addLast(claim);
    goOn();
  }

  /// Remembers what claims may name.
  ///
  /// @param url by which a bundle calls it; empty when it does not
  void know(JsonNode resource, String url) {
    if (known.add(resource, url)) goOn();
  }

  /// Nothing comes any more.
  void end() {
    while (!waiting.isEmpty()) read(waiting.removeFirst());
  }

  private void goOn() {
    while (!waiting.isEmpty()
        && (waiting.size() > MOST_WAITING || references(waiting.getFirst()).areKnown())) {
      read(waiting.removeFirst());
    }
  }

  private void read(JsonNode claim) {
    var references = references(claim);
    if (known.hasForgotten() && !references.areKnown()) {
      findings.accept(
          FhirClaims.finding(
              "FHIR-REFERENCE",
              "reference",
              "The claim names a patient, coverage or provider that is not near it in the file.",
              "Put what a claim names before it, or into smaller files."));
    }
    new FhirClaimReader(claim, references, findings).read().ifPresent(receiver);
  }

  private FhirReferences references(JsonNode claim) {
    return new FhirReferences(claim, known);
  }
}
