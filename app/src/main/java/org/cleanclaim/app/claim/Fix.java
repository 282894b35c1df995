package org.cleanclaim.app.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.Diagnosis;
import org.cleanclaim.kernel.claim.ServiceLine;
import org.cleanclaim.kernel.code.Icd10Cm;
import org.cleanclaim.kernel.code.Modifier;
import org.cleanclaim.kernel.code.PlaceOfService;
import org.cleanclaim.kernel.identifier.MemberId;
import org.jspecify.annotations.Nullable;

/// A change of one field, worked out on a frozen claim; the claim given stays as it is.
///
/// @param value as written: `25`, `1 2`, `S52.501A`
public record Fix(FixKind kind, String value) {
  /// A line has four modifiers and points to four diagnoses at most (SV101, SV107).
  private static final int MOST_PER_LINE = 4;

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
          case DIAGNOSIS_POINTERS -> pointers().isPresent();
          case FIRST_DIAGNOSIS -> Icd10Cm.parse(value).isPresent();
          case PLACE_OF_SERVICE -> PlaceOfService.parse(value).isPresent();
          case MEMBER_ID -> MemberId.parse(value).isPresent();
          case AUTHORIZATION_NUMBER, CARRIER_CLAIM_NUMBER ->
              !value.isBlank() && value.strip().length() <= LONGEST_NUMBER;
        };
    return isReadable
        ? Optional.empty()
        : Optional.of(
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
      case ADD_MODIFIER, REMOVE_MODIFIER, DIAGNOSIS_POINTERS -> changeLines(claim, lines);
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

  private Result changeLines(Claim claim, Set<Integer> wanted) {
    var numbers = claim.lines().stream().map(ServiceLine::number).collect(Collectors.toSet());
    for (int number : wanted) {
      if (!numbers.contains(number)) return new Result.Refused("It has no line " + number + ".");
    }
    var lines = new ArrayList<ServiceLine>();
    var before = new ArrayList<String>();
    var after = new ArrayList<String>();
    String refusal = null;
    for (ServiceLine line : claim.lines()) {
      if (!wanted.isEmpty() && !wanted.contains(line.number())) {
        lines.add(line);
        continue;
      }
      switch (changeLine(claim, line)) {
        case LineResult.Line(ServiceLine mended) -> {
          lines.add(mended);
          before.add(inWords(line));
          after.add(inWords(mended));
        }
        case LineResult.Not(String why) -> {
          lines.add(line);
          refusal = why;
        }
      }
    }
    if (before.isEmpty()) {
      return new Result.Refused(refusal == null ? "It has no lines." : refusal);
    }
    return new Result.Changed(
        ClaimCopies.lines(claim, lines), String.join("; ", before), String.join("; ", after));
  }

  private sealed interface LineResult {
    record Line(ServiceLine mended) implements LineResult {}

    record Not(String why) implements LineResult {}
  }

  private LineResult changeLine(Claim claim, ServiceLine line) {
    return switch (kind) {
      case ADD_MODIFIER -> addModifier(line, Modifier.parse(value).orElseThrow());
      case REMOVE_MODIFIER -> removeModifier(line, Modifier.parse(value).orElseThrow());
      case DIAGNOSIS_POINTERS -> point(claim, line);
      case FIRST_DIAGNOSIS,
          PLACE_OF_SERVICE,
          AUTHORIZATION_NUMBER,
          MEMBER_ID,
          CARRIER_CLAIM_NUMBER ->
          throw new IllegalStateException(kind + " does not change lines");
    };
  }

  private static LineResult addModifier(ServiceLine line, Modifier modifier) {
    if (line.modifiers().contains(modifier)) {
      return new LineResult.Not(
          "Line " + line.number() + " has modifier " + modifier + " already.");
    }
    if (line.modifiers().size() >= MOST_PER_LINE) {
      return new LineResult.Not(
          "Line %d has %d modifiers; it cannot take another."
              .formatted(line.number(), line.modifiers().size()));
    }
    var modifiers = new ArrayList<>(line.modifiers());
    modifiers.add(modifier);
    return new LineResult.Line(ClaimCopies.modifiers(line, modifiers));
  }

  /// A modifier that stands twice goes away once, so that a repeated one is mended.
  private static LineResult removeModifier(ServiceLine line, Modifier modifier) {
    var modifiers = new ArrayList<>(line.modifiers());
    int last = modifiers.lastIndexOf(modifier);
    if (last < 0) {
      return new LineResult.Not("Line " + line.number() + " has no modifier " + modifier + ".");
    }
    modifiers.remove(last);
    return new LineResult.Line(ClaimCopies.modifiers(line, modifiers));
  }

  private LineResult point(Claim claim, ServiceLine line) {
    var pointers = pointers().orElseThrow();
    for (int pointer : pointers) {
      if (pointer > claim.diagnoses().size()) {
        return new LineResult.Not(
            "It has %d diagnoses; none is number %d.".formatted(claim.diagnoses().size(), pointer));
      }
    }
    if (pointers.equals(line.diagnosisPointers())) {
      return new LineResult.Not("Line " + line.number() + " points to them already.");
    }
    return new LineResult.Line(ClaimCopies.pointers(line, pointers));
  }

  private Optional<List<Integer>> pointers() {
    var parts = List.of(value.strip().split("[ ,]+"));
    if (parts.size() > MOST_PER_LINE || !parts.stream().allMatch(p -> p.matches("[1-9]|1[0-2]"))) {
      return Optional.empty();
    }
    var pointers = parts.stream().map(Integer::valueOf).toList();
    return Set.copyOf(pointers).size() == pointers.size()
        ? Optional.of(pointers)
        : Optional.empty();
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

  private String inWords(ServiceLine line) {
    var what =
        kind == FixKind.DIAGNOSIS_POINTERS
            ? "diagnoses " + list(line.diagnosisPointers())
            : "modifiers " + list(line.modifiers());
    return "line %d %s, %s"
        .formatted(line.number(), line.procedure() == null ? "" : line.procedure().value(), what);
  }

  private static String list(List<?> values) {
    return values.isEmpty()
        ? "none"
        : values.stream().map(Objects::toString).collect(Collectors.joining(" "));
  }

  private static String words(@Nullable Object value) {
    return value == null ? "none" : value.toString();
  }
}
