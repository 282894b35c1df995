package org.cleanclaim.edits;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.cleanclaim.kernel.eligibility.EligibilityAnswer;
import org.jspecify.annotations.Nullable;

/// What is known around a claim on the day it is scrubbed.
///
/// @param asOf today
/// @param history the patient's other claims that have not been voided or replaced; one given twice
///   counts once
/// @param timelyFilingDays days the payer gives from the first day of service; null when not known
/// @param authorizationRequired codes the payer pays with an authorization only
/// @param memberIdPattern regular expression of the payer's member ids
/// @param eligibility the payer's latest answer about the coverage
/// @param authorizations those on file for the patient with this payer
/// @param coveragePolicies those of the payer, or of the contractor for Medicare
/// @param otherServices the services on all other claims of the patient; null when they are those
///   of the history
public record ScrubContext(
    LocalDate asOf,
    List<Claim> history,
    @Nullable Integer timelyFilingDays,
    Set<ProcedureCode> authorizationRequired,
    @Nullable String memberIdPattern,
    @Nullable EligibilityAnswer eligibility,
    List<KnownAuthorization> authorizations,
    CoveragePolicies coveragePolicies,
    @Nullable OtherServices otherServices) {
  public ScrubContext {
    history = List.copyOf(history.size() < 2 ? history : new LinkedHashSet<>(history));
    authorizationRequired = Set.copyOf(authorizationRequired);
    authorizations = List.copyOf(authorizations);
  }

  /// A context that knows the day alone.
  public static ScrubContext asOf(LocalDate today) {
    return new ScrubContext(
        today, List.of(), null, Set.of(), null, null, List.of(), CoveragePolicies.NONE, null);
  }

  /// With the patient's other claims.
  public ScrubContext withHistory(List<Claim> claims) {
    return new ScrubContext(
        asOf,
        claims,
        timelyFilingDays,
        authorizationRequired,
        memberIdPattern,
        eligibility,
        authorizations,
        coveragePolicies,
        otherServices);
  }

  /// With the days that the payer's contract gives to file.
  public ScrubContext withTimelyFilingDays(int days) {
    return new ScrubContext(
        asOf,
        history,
        days,
        authorizationRequired,
        memberIdPattern,
        eligibility,
        authorizations,
        coveragePolicies,
        otherServices);
  }

  /// With the codes that need the payer's leave.
  public ScrubContext withAuthorizationRequired(Set<ProcedureCode> codes) {
    return new ScrubContext(
        asOf,
        history,
        timelyFilingDays,
        codes,
        memberIdPattern,
        eligibility,
        authorizations,
        coveragePolicies,
        otherServices);
  }

  /// With the form of the payer's member ids.
  public ScrubContext withMemberIdPattern(@Nullable String pattern) {
    return new ScrubContext(
        asOf,
        history,
        timelyFilingDays,
        authorizationRequired,
        pattern,
        eligibility,
        authorizations,
        coveragePolicies,
        otherServices);
  }

  /// With the payer's latest answer about the coverage.
  public ScrubContext withEligibility(@Nullable EligibilityAnswer answer) {
    return new ScrubContext(
        asOf,
        history,
        timelyFilingDays,
        authorizationRequired,
        memberIdPattern,
        answer,
        authorizations,
        coveragePolicies,
        otherServices);
  }

  /// With the authorizations on file.
  public ScrubContext withAuthorizations(List<KnownAuthorization> known) {
    return new ScrubContext(
        asOf,
        history,
        timelyFilingDays,
        authorizationRequired,
        memberIdPattern,
        eligibility,
        known,
        coveragePolicies,
        otherServices);
  }

  /// With the payer's coverage policies.
  public ScrubContext withCoveragePolicies(CoveragePolicies policies) {
    return new ScrubContext(
        asOf,
        history,
        timelyFilingDays,
        authorizationRequired,
        memberIdPattern,
        eligibility,
        authorizations,
        policies,
        otherServices);
  }

  /// With the services on all other claims of the patient, where more are known than the history
  /// holds: those of a file that come after the claim.
  public ScrubContext withOtherServices(OtherServices services) {
    return new ScrubContext(
        asOf,
        history,
        timelyFilingDays,
        authorizationRequired,
        memberIdPattern,
        eligibility,
        authorizations,
        coveragePolicies,
        services);
  }

  /// The services on the patient's other claims.
  OtherServices services() {
    return otherServices == null ? OtherServices.of(history) : otherServices;
  }
}
