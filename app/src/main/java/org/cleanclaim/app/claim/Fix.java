package org.cleanclaim.app.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.Diagnosis;
import org.cleanclaim.kernel.code.Icd10Cm;
import org.cleanclaim.kernel.code.Modifier;
import org.cleanclaim.kernel.code.PlaceOfService;
import org.cleanclaim.kernel.identifier.MemberId;
import org.jspecify.annotations.Nullable;

/// A change of one field, worked out on a frozen claim; the claim given stays as it is.
///
/// @param value as written: `25`, `1 2`, `S52.501A`, `2026-03-02 2026-03-04`; empty where none is
///   taken
public record Fix(FixKind kind, String value) {
  private static final int LONGEST_NUMBER = 50;

  /// What a fix makes of a claim.
  public sealed interface Result {
    /// The field in words before and after.
    record Changed(Claim claim, String before, String after) implements Result {}

    /// It cannot be done on this claim.
    record Refused(String why) implements Result {}
  }

  /// Why the value cannot be used on any claim; empty when it can.
  public Optional<String> problem() {
    boolean isReadable =
        switch (kind) {
          case ADD_MODIFIER, REMOVE_MODIFIER -> Modifier.parse(value).isPresent();
          case DIAGNOSIS_POINTERS, UNITS, SERVICE_DATES -> LineFix.isReadable(kind, value);
          case REMOVE_LINE -> value.isBlank();
          case FIRST_DIAGNOSIS -> Icd10Cm.parse(value).isPresent();
          case PLACE_OF_SERVICE -> PlaceOfService.parse(value).isPresent();
          case MEMBER_ID -> MemberId.parse(value).isPresent();
          case AUTHORIZATION_NUMBER, CARRIER_CLAIM_NUMBER ->
              !value.isBlank() && value.strip().length() <= LONGEST_NUMBER;
        };
    if (isReadable) return Optional.empty();
    if (!kind.takesValue()) {
      return Optional.of(kind.title() + ": it takes no value. Leave the value empty.");
    }
    return Optional.of(
        "%s: the value %s cannot be read. Write it like %s."
            .formatted(kind.title(), value.isBlank() ? "(none)" : value, kind.example()));
  }

  /// Changes a claim.
  ///
  /// @param lines numbers of the lines the finding names; empty for all lines
  public Result applyTo(Claim claim, Set<Integer> lines) {
    var problem = problem();
    if (problem.isPresent()) return new Result.Refused(problem.get());
    return switch (kind) {
      case ADD_MODIFIER, REMOVE_MODIFIER, DIAGNOSIS_POINTERS, UNITS, SERVICE_DATES, REMOVE_LINE ->
          new LineFix(kind, value).applyTo(claim, lines);
      case FIRST_DIAGNOSIS -> listFirst(claim, Icd10Cm.parse(value).orElseThrow());
      case PLACE_OF_SERVICE ->
          changed(
              claim,
              ClaimCopies.placeOfService(claim, PlaceOfService.parse(value).orElseThrow()),
              words(claim.placeOfService()));
      case AUTHORIZATION_NUMBER ->
          changed(
              claim,
              ClaimCopies.authorizationNumber(claim, value.strip()),
              words(claim.authorizationNumber()));
      case MEMBER_ID ->
          changed(
              claim,
              ClaimCopies.memberId(claim, MemberId.parse(value).orElseThrow()),
              words(memberId(claim)));
      case CARRIER_CLAIM_NUMBER ->
          changed(
              claim,
              ClaimCopies.carrierClaimNumber(claim, value.strip()),
              words(claim.propertyCasualtyClaimNumber()));
    };
  }

  private static @Nullable String memberId(Claim claim) {
    var id = claim.subscriber().memberId();
    return id == null ? null : id.value();
  }

  private Result changed(Claim old, Claim mended, String before) {
    if (old.equals(mended)) return new Result.Refused("It is " + value.strip() + " already.");
    return new Result.Changed(mended, before, value.strip());
  }

  /// Puts a diagnosis of the claim before the others; lines go on pointing to the same codes.
  private static Result listFirst(Claim claim, Icd10Cm code) {
    var old = claim.diagnoses();
    var wanted = old.stream().filter(d -> d.code().equals(code)).findFirst();
    if (wanted.isEmpty()) return new Result.Refused("It has no diagnosis " + code.dotted() + ".");
    if (old.getFirst().equals(wanted.get())) {
      return new Result.Refused(code.dotted() + " is listed first already.");
    }
    var diagnoses = new ArrayList<Diagnosis>(old);
    diagnoses.remove(wanted.get());
    diagnoses.addFirst(wanted.get());
    int from = old.indexOf(wanted.get()) + 1;
    var lines =
        claim.lines().stream()
            .map(line ->
                ClaimCopies.pointers(
                    line,
                    line.diagnosisPointers().stream()
                        .map(p -> p == from ? 1 : p < from ? p + 1 : p)
                        .toList()))
            .toList();
    return new Result.Changed(
        ClaimCopies.diagnoses(ClaimCopies.lines(claim, lines), diagnoses),
        inWords(old),
        inWords(diagnoses));
  }

  private static String inWords(List<Diagnosis> diagnoses) {
    return diagnoses.stream().map(d -> d.code().dotted()).collect(Collectors.joining(" "));
  }

  private static String words(@Nullable Object value) {
    return value == null ? "none" : value.toString();
  }
}
