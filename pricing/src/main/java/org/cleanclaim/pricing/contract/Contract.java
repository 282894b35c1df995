package org.cleanclaim.pricing.contract;

import java.util.List;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.pricing.FeeSchedule;
import org.jspecify.annotations.Nullable;

/// What a payer has agreed to allow.
///
/// @param terms the first that fits a line and has a price for it decides, so a carve-out stands
///   before the rule that it is taken from
/// @param multipleProcedures null when the contract has no such policy
public record Contract(
    String name,
    EffectivePeriod period,
    List<Term> terms,
    ChargeCap cap,
    @Nullable MultipleProcedurePolicy multipleProcedures) {

  /// Whether the charge bounds what is allowed.
  public enum ChargeCap {
    /// The lesser of the term's price and the charge.
    LESSER_OF_CHARGE,
    NONE
  }

  public Contract {
    terms = List.copyOf(terms);
  }

  /// A contract of one fee schedule, never above the charge.
  public static Contract of(String name, EffectivePeriod period, FeeSchedule schedule) {
    var term = new Term("fee schedule", period, LineScope.ALL, new Term.Payment.Fees(schedule));
    return new Contract(name, period, List.of(term), ChargeCap.LESSER_OF_CHARGE, null);
  }

  /// What the contract allows for the lines of one claim; a line's place in the result is its place
  /// in the list.
  public List<Expectation> expect(List<ContractLine> claim, MedicareFees medicare) {
    return expect(claim, null, medicare);
  }

  /// The same for the bill of a hospital.
  ///
  /// @param stay null when the bill states no DRG
  public List<Expectation> expect(
      List<ContractLine> claim, @Nullable HospitalStay stay, MedicareFees medicare) {
    return new ExpectedPayment(this, claim, stay, medicare).expectations();
  }

  /// Whether one amount for all lines of a case decided all of them, so that how a payer spreads it
  /// over the lines says nothing.
  public boolean isOneCase(List<Expectation> expectations) {
    return expectations.stream()
        .allMatch(e -> e instanceof Expectation.Allowed allowed && isCase(allowed.term()));
  }

  /// Whether a sum per member and month covers anything.
  public boolean hasCapitation() {
    return terms.stream().anyMatch(t -> t.payment() instanceof Term.Payment.Capitated);
  }

  /// Whether a sum per member and month covers a line.
  public boolean isCapitated(Expectation expectation) {
    return expectation instanceof Expectation.Allowed allowed
        && terms.stream()
            .filter(t -> t.name().equals(allowed.term()))
            .anyMatch(t -> t.payment() instanceof Term.Payment.Capitated);
  }

  private boolean isCase(String term) {
    return terms.stream().anyMatch(t -> t.name().equals(term) && t.payment().isForCase());
  }
}
