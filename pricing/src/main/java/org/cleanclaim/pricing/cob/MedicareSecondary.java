package org.cleanclaim.pricing.cob;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;

/// What Medicare pays after another payer. Source: 42 CFR 411.33.
///
/// @param amounts the amounts of which the least is paid, each with its name
/// @param payment never below zero
public record MedicareSecondary(List<Amount> amounts, Money payment) {

  /// @param basis which amount the regulation means
  public record Amount(Basis basis, Money value) {}

  /// The amounts that the regulation compares.
  public enum Basis {
    /// The charge, or what the provider must accept as full payment, less the primary's payment
    /// (411.33(a)(1)).
    EXCESS_OVER_PRIMARY,
    /// What Medicare would pay alone (411.33(a)(2)).
    MEDICARE_NORMAL,
    /// The higher of the two allowed amounts less the primary's payment (411.33(a)(3)).
    HIGHER_ALLOWED_MINUS_PRIMARY,
    /// Medicare's gross payment less deductible and coinsurance (411.33(e)(1)).
    GROSS_MINUS_COST_SHARE,
    /// Medicare's gross payment less the primary's (411.33(e)(2)).
    GROSS_MINUS_PRIMARY,
    /// The charges, or what must be accepted, less the primary's payment (411.33(e)(3)).
    CHARGES_MINUS_PRIMARY,
    /// The charges, or what must be accepted, less deductible and coinsurance (411.33(e)(4)).
    CHARGES_MINUS_COST_SHARE
  }

  /// A service paid by a fee schedule.
  ///
  /// @param obligedToAccept what the provider must take from the primary as full payment; null when
  ///   there is no such duty
  /// @param share Medicare's part of the fee, `0.80`
  public record FeeScheduleService(
      Money charge,
      @Nullable Money obligedToAccept,
      Money fee,
      Money deductibleLeft,
      BigDecimal share,
      Money primaryAllowed,
      Money primaryPaid) {}

  /// Services of an institution.
  ///
  /// @param charges or what the provider must accept as full payment
  /// @param gross what Medicare would pay without deductible and coinsurance
  public record InstitutionalServices(
      Money charges, Money gross, Money deductible, Money coinsurance, Money primaryPaid) {}

  public MedicareSecondary {
    amounts = List.copyOf(amounts);
  }

  public static MedicareSecondary of(FeeScheduleService service) {
    Money ceiling =
        service.obligedToAccept() == null
            ? service.charge()
            : service.charge().min(service.obligedToAccept());
    Money normal =
        service
            .fee()
            .minus(service.deductibleLeft())
            .max(Money.ZERO)
            .times(service.share(), RoundingMode.HALF_UP);
    return least(
        new Amount(Basis.EXCESS_OVER_PRIMARY, ceiling.minus(service.primaryPaid())),
        new Amount(Basis.MEDICARE_NORMAL, normal),
        new Amount(
            Basis.HIGHER_ALLOWED_MINUS_PRIMARY,
            service.fee().max(service.primaryAllowed()).minus(service.primaryPaid())));
  }

  public static MedicareSecondary of(InstitutionalServices services) {
    Money share = services.deductible().plus(services.coinsurance());
    return least(
        new Amount(Basis.GROSS_MINUS_COST_SHARE, services.gross().minus(share)),
        new Amount(Basis.GROSS_MINUS_PRIMARY, services.gross().minus(services.primaryPaid())),
        new Amount(Basis.CHARGES_MINUS_PRIMARY, services.charges().minus(services.primaryPaid())),
        new Amount(Basis.CHARGES_MINUS_COST_SHARE, services.charges().minus(share)));
  }

  private static MedicareSecondary least(Amount... compared) {
    var amounts = new ArrayList<Amount>();
    for (Amount amount : compared) {
      amounts.add(new Amount(amount.basis(), amount.value().max(Money.ZERO)));
    }
    Money least = amounts.getFirst().value();
    for (Amount amount : amounts) least = least.min(amount.value());
    return new MedicareSecondary(amounts, least);
  }

  /// One of the amounts compared.
  public Optional<Money> amount(Basis basis) {
    return amounts.stream().filter(a -> a.basis() == basis).map(Amount::value).findFirst();
  }
}
