package org.cleanclaim.pricing.contract;

import java.util.List;
import java.util.Set;
import org.cleanclaim.kernel.code.Modifier;
import org.cleanclaim.pricing.CodeScope;
import org.jspecify.annotations.Nullable;

/// Which lines a term is about. What is null limits nothing.
///
/// @param codes procedure codes
/// @param revenueCodes four digits
/// @param modifiers of which the line must have one
/// @param places of service, two digits
/// @param whenBilled codes of which the claim must have one, on any line
/// @param drgs of which the stay must have one
public record LineScope(
    @Nullable CodeScope codes,
    @Nullable CodeScope revenueCodes,
    @Nullable Set<String> modifiers,
    @Nullable Set<String> places,
    @Nullable CodeScope whenBilled,
    @Nullable CodeScope drgs) {
  /// Every line.
  public static final LineScope ALL = new LineScope(null, null, null, null, null, null);

  boolean contains(ContractLine line, List<ContractLine> claim, @Nullable HospitalStay stay) {
    if (drgs != null && (stay == null || !drgs.contains(stay.drg()))) return false;
    if (codes != null && (line.procedure() == null || !codes.contains(line.procedure().value()))) {
      return false;
    }
    if (revenueCodes != null
        && (line.revenueCode() == null || !revenueCodes.contains(line.revenueCode()))) {
      return false;
    }
    if (modifiers != null
        && line.modifiers().stream().map(Modifier::value).noneMatch(modifiers::contains)) {
      return false;
    }
    if (places != null
        && (line.placeOfService() == null || !places.contains(line.placeOfService().value()))) {
      return false;
    }
    return whenBilled == null
        || claim.stream()
            .anyMatch(l -> l.procedure() != null && whenBilled.contains(l.procedure().value()));
  }
}
