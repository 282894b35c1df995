package org.cleanclaim.kernel.acknowledgment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// 999: whether the transaction sets of a functional group follow the implementation guide.
///
/// @param functionalId AK101, HC for claims, HS for eligibility questions
/// @param groupControlNumber AK102, the GS06 that is answered
/// @param code AK901: A accepted, E accepted with errors, P partly, R rejected
/// @param syntaxCodes what is wrong with the group itself (AK905 to AK909)
public record FunctionalAcknowledgment(
    String functionalId,
    String groupControlNumber,
    @Nullable String version,
    List<TransactionResult> transactions,
    String code,
    int included,
    int received,
    int accepted,
    List<String> syntaxCodes) {
  public FunctionalAcknowledgment {
    syntaxCodes = List.copyOf(syntaxCodes);
    transactions = List.copyOf(transactions);
  }

  /// @param transactionType AK201, for example 837
  /// @param controlNumber AK202, the ST02 that is answered
  /// @param code IK501: A, E, R, M, W or X
  /// @param syntaxCodes IK502 to IK506
  public record TransactionResult(
      String transactionType,
      String controlNumber,
      @Nullable String version,
      String code,
      List<String> syntaxCodes,
      List<SegmentError> errors) {
    public TransactionResult {
      syntaxCodes = List.copyOf(syntaxCodes);
      errors = List.copyOf(errors);
    }

    public boolean isAccepted() {
      return code.equals("A") || code.equals("E");
    }
  }

  /// @param position number of the segment in its transaction set, ST is 1
  /// @param code IK304
  /// @param unit what the error is about, such as `CLM01` for a claim (CTX01)
  /// @param unitNumber its number, such as the claim's (CTX01)
  public record SegmentError(
      String segment,
      int position,
      @Nullable String loop,
      String code,
      @Nullable String unit,
      @Nullable String unitNumber,
      List<ElementError> elements) {
    public SegmentError {
      elements = List.copyOf(elements);
    }
  }

  /// @param position element number, 1-based
  /// @param component component number, 1-based
  /// @param number of the data element in the dictionary (IK402)
  /// @param code IK403
  /// @param badValue copy of the bad value (IK404)
  public record ElementError(
      int position,
      @Nullable Integer component,
      @Nullable String number,
      String code,
      @Nullable String badValue) {
    @Override
    public String toString() {
      return "element " + position + " error " + code;
    }
  }
}
