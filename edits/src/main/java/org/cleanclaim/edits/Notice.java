package org.cleanclaim.edits;

import java.util.List;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.FilingIndicator;
import org.cleanclaim.kernel.claim.ServiceLine;
import org.cleanclaim.kernel.code.Modifier;

/// What a line says about an advance notice to the Medicare patient (Medicare Claims Processing
/// Manual, chapter 30, section 50).
///
/// @param isSigned GA: a required notice was signed, the patient may be billed
/// @param isVoluntary GX: a notice that was not required was given
/// @param isExcluded GY: the law excludes the service
/// @param isUnsigned GZ: a denial is expected and no notice was signed
record Notice(boolean isSigned, boolean isVoluntary, boolean isExcluded, boolean isUnsigned) {
  private static final Notice NONE = new Notice(false, false, false, false);

  static Notice of(List<Modifier> modifiers) {
    if (modifiers.isEmpty()) return NONE;
    return new Notice(
        has(modifiers, "GA"), has(modifiers, "GX"), has(modifiers, "GY"), has(modifiers, "GZ"));
  }

  private static boolean has(List<Modifier> modifiers, String value) {
    for (Modifier modifier : modifiers) {
      if (modifier.value().equals(value)) return true;
    }
    return false;
  }

  boolean expectsDenial() {
    return isSigned || isUnsigned;
  }

  /// GA and GZ speak of medical necessity, GX and GY of what the law excludes; GZ denies GA.
  void findings(Claim claim, ServiceLine line, List<Finding> findings) {
    if (!(isSigned || isVoluntary || isExcluded || isUnsigned)) return;
    if ((isSigned && isUnsigned) || (expectsDenial() && (isVoluntary || isExcluded))) {
      findings.add(
          Rule.NOTICE_CONFLICT.onLine(
              line.number(),
              "Modifier",
              "The notice modifiers of the line contradict each other.",
              "Keep GA, GZ or GY; GX goes with GY alone."));
    }
    FilingIndicator filing = claim.subscriber().filing();
    boolean isMedicare =
        filing == FilingIndicator.MEDICARE_PART_A || filing == FilingIndicator.MEDICARE_PART_B;
    if (!isMedicare) {
      findings.add(
          Rule.NOTICE_MEDICARE.onLine(
              line.number(),
              "Modifier",
              "A modifier of Medicare's notice stands on a claim to another payer.",
              "Remove it, unless the payer's guide asks for it."));
    }
  }
}
