package org.cleanclaim.pricing.contract;

import java.math.BigDecimal;
import java.util.List;
import org.cleanclaim.pricing.CodeScope;

/// What is left of the prices of several procedures of one day. It concerns lines that are paid by
/// a fee schedule or a share of the charge; Medicare's prices are reduced by Medicare's own rules.
///
/// @param codes the procedures that are ranked
/// @param exempt codes among them that are always paid in full
/// @param shares by rank of the price, the highest first; the last holds for all further ones
public record MultipleProcedurePolicy(CodeScope codes, CodeScope exempt, List<BigDecimal> shares) {
  public MultipleProcedurePolicy {
    shares = List.copyOf(shares);
    if (shares.isEmpty()) throw new IllegalArgumentException("a policy needs shares");
  }

  /// Full price, then half, then half of all further ones.
  public static List<BigDecimal> usualShares() {
    return List.of(BigDecimal.ONE, new BigDecimal("0.50"));
  }

  BigDecimal share(int rank) {
    return shares.get(Math.min(rank, shares.size() - 1));
  }

  boolean ranks(ContractLine line) {
    return line.procedure() != null
        && codes.contains(line.procedure().value())
        && !exempt.contains(line.procedure().value());
  }
}
