package org.cleanclaim.edits;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.cleanclaim.kernel.eligibility.EligibilityAnswer;
import org.jspecify.annotations.Nullable;

/// What is known around a claim on the day it is scrubbed.
///
/// @param asOf today
/// @param history the patient's other claims that have not been voided or replaced
/// @param timelyFilingDays days the payer gives from the first day of service; null when not known
/// @param authorizationRequired codes the payer pays with an authorization only
/// @param memberIdPattern regular expression of the payer's member ids
/// @param eligibility the payer's latest answer about the coverage
public record ScrubContext(
    LocalDate asOf,
    List<Claim> history,
    @Nullable Integer timelyFilingDays,
    Set<ProcedureCode> authorizationRequired,
    @Nullable String memberIdPattern,
    @Nullable EligibilityAnswer eligibility) {
  public ScrubContext {
    history = List.copyOf(history);
    authorizationRequired = Set.copyOf(authorizationRequired);
  }

  /// A context that knows the day alone.
  public static ScrubContext asOf(LocalDate today) {
    return new ScrubContext(today, List.of(), null, Set.of(), null, null);
  }

  public ScrubContext withHistory(List<Claim> claims) {
    return new ScrubContext(
        asOf, claims, timelyFilingDays, authorizationRequired, memberIdPattern, eligibility);
  }

  public ScrubContext withTimelyFilingDays(int days) {
    return new ScrubContext(
        asOf, history, days, authorizationRequired, memberIdPattern, eligibility);
  }

  public ScrubContext withAuthorizationRequired(Set<ProcedureCode> codes) {
    return new ScrubContext(asOf, history, timelyFilingDays, codes, memberIdPattern, eligibility);
  }

  public ScrubContext withMemberIdPattern(@Nullable String pattern) {
    return new ScrubContext(
        asOf, history, timelyFilingDays, authorizationRequired, pattern, eligibility);
  }

  public ScrubContext withEligibility(@Nullable EligibilityAnswer answer) {
    return new ScrubContext(
        asOf, history, timelyFilingDays, authorizationRequired, memberIdPattern, answer);
  }
}
