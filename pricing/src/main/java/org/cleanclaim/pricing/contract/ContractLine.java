package org.cleanclaim.pricing.contract;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.ServiceLine;
import org.cleanclaim.kernel.code.Modifier;
import org.cleanclaim.kernel.code.PlaceOfService;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.jspecify.annotations.Nullable;

/// A billed line as a contract looks at it.
///
/// @param number of the line on the claim, from 1
/// @param procedure null on lines with a revenue code alone
/// @param revenueCode null on professional lines
/// @param charge for all units
public record ContractLine(
    int number,
    @Nullable ProcedureCode procedure,
    @Nullable String revenueCode,
    List<Modifier> modifiers,
    BigDecimal units,
    Money charge,
    LocalDate servedOn,
    @Nullable PlaceOfService placeOfService) {
  public ContractLine {
    modifiers = List.copyOf(modifiers);
  }

  /// The lines of a claim.
  public static List<ContractLine> of(Claim claim) {
    return claim.lines().stream().map(line -> of(claim, line)).toList();
  }

  private static ContractLine of(Claim claim, ServiceLine line) {
    return new ContractLine(
        line.number(),
        line.procedure(),
        line.revenueCode(),
        line.modifiers(),
        line.unitsBilled(),
        line.charge(),
        line.servedFrom(),
        line.placeOfService() == null ? claim.placeOfService() : line.placeOfService());
  }
}
