package org.cleanclaim.kernel.claim;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.code.Modifier;
import org.cleanclaim.kernel.code.PlaceOfService;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.cleanclaim.kernel.particular.Particulars;
import org.cleanclaim.kernel.party.Provider;
import org.jspecify.annotations.Nullable;

/// One line of a claim (loop 2400).
///
/// @param number 1-based position (LX01)
/// @param controlNumber our number of the line (REF 6R), which comes back in the remittance
/// @param procedure null only on institutional lines that carry a revenue code alone
/// @param unitsBilled quantity, greater than zero on a clean claim
/// @param unit UN units or MJ minutes of anesthesia
/// @param diagnosisPointers 1-based positions in the claim's diagnoses, most important first
/// @param placeOfService only where it differs from the claim's
/// @param providers providers that differ from those of the claim
public record ServiceLine(
    int number,
    @Nullable String controlNumber,
    @Nullable ProcedureCode procedure,
    List<Modifier> modifiers,
    @Nullable String revenueCode,
    Money charge,
    BigDecimal unitsBilled,
    String unit,
    List<Integer> diagnosisPointers,
    @Nullable PlaceOfService placeOfService,
    LocalDate servedFrom,
    LocalDate servedThrough,
    @Nullable Drug drug,
    @Nullable String authorizationNumber,
    @Nullable String note,
    List<Provider> providers,
    List<LineAdjudication> priorAdjudications,
    @Nullable DentalService dental,
    Particulars particulars,
    LineMarks marks) {
  public ServiceLine {
    modifiers = List.copyOf(modifiers);
    diagnosisPointers = List.copyOf(diagnosisPointers);
    providers = List.copyOf(providers);
    priorAdjudications = List.copyOf(priorAdjudications);
  }
}
