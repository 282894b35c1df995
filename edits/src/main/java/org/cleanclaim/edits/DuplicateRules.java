package org.cleanclaim.edits;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.ServiceLine;
import org.cleanclaim.kernel.code.Modifier;
import org.cleanclaim.kernel.party.Provider;
import org.cleanclaim.kernel.party.ProviderRole;
import org.jspecify.annotations.Nullable;

/// Services billed twice, on the claim or on another one of the patient (Medicare Claims Processing
/// Manual, chapter 1, section 120). Exact ones agree in modifiers too; possible ones differ there
/// without a modifier that says why.
final class DuplicateRules implements EditRule {
  private static final Set<String> TELL_APART =
      Set.of(
          "76", "77", "78", "79", "58", "59", "XE", "XS", "XP", "XU", "91", "50", "LT", "RT", "26",
          "TC", "80", "81", "82", "AS", "62", "66", "E1", "E2", "E3", "E4", "FA", "F1", "F2", "F3",
          "F4", "F5", "F6", "F7", "F8", "F9", "TA", "T1", "T2", "T3", "T4", "T5", "T6", "T7", "T8",
          "T9", "LC", "LD", "RC", "LM", "RI", "JW", "JZ");

  @Override
  public List<Finding> check(Claim claim, ScrubContext context) {
    var findings = new ArrayList<Finding>();
    List<ServiceLine> lines = claim.lines();
    for (int i = 0; i < lines.size(); i++) {
      ServiceLine line = lines.get(i);
      Likeness likeness = Likeness.NONE;
      for (int j = 0; j < i; j++) likeness = likeness.or(likeness(lines.get(j), line));
      for (Claim other : context.history()) {
        if (!isOfSamePatientAndPayer(claim, other)) continue;
        for (ServiceLine earlier : other.lines()) {
          likeness = likeness.or(likeness(earlier, line).from(isBySame(claim, other)));
        }
      }
      Finding finding = finding(likeness, line);
      if (finding != null) findings.add(finding);
    }
    return findings;
  }

  private enum Likeness {
    NONE,
    POSSIBLE,
    EXACT;

    /// The same service by somebody else, another specialist say, is possible only.
    Likeness from(boolean isBySame) {
      return this == EXACT && !isBySame ? POSSIBLE : this;
    }

    Likeness or(Likeness other) {
      return compareTo(other) >= 0 ? this : other;
    }
  }

  private static boolean isOfSamePatientAndPayer(Claim claim, Claim other) {
    return !other.controlNumber().equals(claim.controlNumber())
        && other.payer().equals(claim.payer())
        && other.patient().equals(claim.patient());
  }

  private static boolean isBySame(Claim a, Claim b) {
    return Objects.equals(who(a).npi(), who(b).npi());
  }

  private static Provider who(Claim claim) {
    return claim.provider(ProviderRole.RENDERING).orElse(claim.billingProvider());
  }

  private static Likeness likeness(ServiceLine a, ServiceLine b) {
    boolean isSameService =
        Objects.equals(a.procedure(), b.procedure())
            && a.servedFrom().equals(b.servedFrom())
            && Objects.equals(a.revenueCode(), b.revenueCode());
    if (!isSameService) return Likeness.NONE;
    if (isSameModifiers(a.modifiers(), b.modifiers())) return Likeness.EXACT;
    return a.procedure() == null || tellsApart(a) || tellsApart(b)
        ? Likeness.NONE
        : Likeness.POSSIBLE;
  }

  private static boolean isSameModifiers(List<Modifier> a, List<Modifier> b) {
    return a.size() == b.size() && a.containsAll(b) && b.containsAll(a);
  }

  private static boolean tellsApart(ServiceLine line) {
    for (Modifier modifier : line.modifiers()) {
      if (TELL_APART.contains(modifier.value())) return true;
    }
    return false;
  }

  private static @Nullable Finding finding(Likeness likeness, ServiceLine line) {
    String service =
        line.procedure() == null
            ? "Revenue code " + line.revenueCode()
            : line.procedure().toString();
    return switch (likeness) {
      case NONE -> null;
      case EXACT ->
          Rule.EXACT_DUPLICATE.onLine(
              line.number(),
              "Procedure",
              service + " of this day has been billed already.",
              "Remove it, or add modifier 76 or 77 when it was done again.");
      case POSSIBLE ->
          Rule.POSSIBLE_DUPLICATE.onLine(
              line.number(),
              "Procedure",
              service + " of this day has been billed with other modifiers, or by somebody else.",
              "Compare the two, and add the modifier that tells them apart or remove one.");
    };
  }
}
