package org.cleanclaim.app.denial;

import java.util.Locale;
import org.cleanclaim.app.claim.BilledClaim;
import org.cleanclaim.edits.payerrule.PayerClass;

/// The draft of a payer rule that would have held a claim before it was denied. It is where
/// somebody begins to write: the condition is as narrow as the record allows.
public final class PreventionDraft {
  private PreventionDraft() {}

  /// The text of the draft.
  public static String of(DenialCase denial, BilledClaim claim, String owner) {
    String reason = denial.reasonCode().substring(denial.reasonCode().indexOf('-') + 1);
    String condition =
        denial.cause().equals("authorization") ? "  - claim.authorizationNumber is missing\n" : "";
    return """
    rule: %1$s
    version: 1
    title: %2$s before %3$s goes to the payer
    intent: Claims like the denied one are held until the cause is mended
    owner: %4$s
    reason: Denied with %2$s on claim %5$s
    source: Denial case of claim %5$s
    from: %6$s
    scope:
      payers: [%7$s]
    when:
      - line.procedure is %3$s
    %8$sdo:
      - hold: This payer refused such a line with %2$s.
        fix: %9$s
        at: line.procedure
        denial: %10$s
    examples:
      passes:
        - {payer.id: %7$s, lines: [{procedure: A0000}]}
      fails:
        - {payer.id: %7$s, lines: [{procedure: %3$s}]}
    """
        .formatted(
            "DENIED-%s-%s-%s"
                .formatted(PayerClass.of(claim.snapshot()), reason, denial.procedure())
                .toUpperCase(Locale.ROOT)
                .replace('_', '-'),
            denial.reasonCode(),
            denial.procedure(),
            owner,
            denial.controlNumber(),
            claim.servedFrom(),
            claim.snapshot().payer().id().value(),
            condition,
            denial.guidance().replace(':', ','),
            reason);
  }
}
