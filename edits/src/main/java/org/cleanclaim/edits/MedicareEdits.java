package org.cleanclaim.edits;

import java.util.EnumMap;
import java.util.Map;
import org.cleanclaim.edits.payerrule.PayerClass;
import org.cleanclaim.kernel.claim.Claim;

/// What the edits that Medicare publishes weigh on the claims of each class of payers. Medicare and
/// Medicaid are bound to the National Correct Coding Initiative (Social Security Act, section
/// 1903(r)(1)(B)), Medicare Advantage and TRICARE judge by it; others may, by contract. The
/// inpatient code editor is Medicare's.
///
/// @param pairsAndUnits the National Correct Coding Initiative
/// @param inpatientEditor the Medicare Code Editor
public record MedicareEdits(
    Map<PayerClass, Weight> pairsAndUnits, Map<PayerClass, Weight> inpatientEditor) {
  /// As is usual.
  public static final MedicareEdits USUAL =
      new MedicareEdits(
          Map.of(
              PayerClass.MEDICARE, Weight.HOLD,
              PayerClass.MEDICARE_ADVANTAGE, Weight.HOLD,
              PayerClass.MEDICAID, Weight.HOLD,
              PayerClass.TRICARE, Weight.HOLD),
          Map.of(PayerClass.MEDICARE, Weight.HOLD, PayerClass.MEDICARE_ADVANTAGE, Weight.HOLD));

  public MedicareEdits {
    pairsAndUnits = Map.copyOf(pairsAndUnits);
    inpatientEditor = Map.copyOf(inpatientEditor);
  }

  /// With other weights of the pairs, unit limits and add-on codes for some classes of payers.
  public MedicareEdits withPairsAndUnits(Map<PayerClass, Weight> weights) {
    return new MedicareEdits(merged(pairsAndUnits, weights), inpatientEditor);
  }

  /// With other weights of the inpatient editor for some classes of payers.
  public MedicareEdits withInpatientEditor(Map<PayerClass, Weight> weights) {
    return new MedicareEdits(pairsAndUnits, merged(inpatientEditor, weights));
  }

  private static Map<PayerClass, Weight> merged(
      Map<PayerClass, Weight> usual, Map<PayerClass, Weight> weights) {
    var merged = new EnumMap<PayerClass, Weight>(PayerClass.class);
    merged.putAll(usual);
    merged.putAll(weights);
    return merged;
  }

  Weight pairsAndUnits(Claim claim) {
    return pairsAndUnits.getOrDefault(PayerClass.of(claim), Weight.WARN);
  }

  Weight inpatientEditor(Claim claim) {
    return inpatientEditor.getOrDefault(PayerClass.of(claim), Weight.WARN);
  }
}
