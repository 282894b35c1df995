package org.cleanclaim.app.claim;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.ClaimCopy;
import org.cleanclaim.kernel.claim.ClaimFrequency;
import org.cleanclaim.kernel.claim.Diagnosis;
import org.cleanclaim.kernel.claim.InformationCode;
import org.cleanclaim.kernel.claim.LineCopy;
import org.cleanclaim.kernel.claim.ServiceLine;
import org.cleanclaim.kernel.claim.Subscriber;
import org.cleanclaim.kernel.code.Modifier;
import org.cleanclaim.kernel.code.PlaceOfService;
import org.cleanclaim.kernel.identifier.ClaimControlNumber;
import org.cleanclaim.kernel.identifier.MemberId;
import org.jspecify.annotations.Nullable;

/// Copies of frozen claims and lines, changed as corrections and fixes change them.
final class ClaimCopies {
  private ClaimCopies() {}

  /// A claim that corrects another: everything of it under a number of its own, each line numbered
  /// after it.
  ///
  /// @param payerNumber the payer's number of the corrected claim, empty for none
  static Claim correction(
      Claim claim, ClaimControlNumber number, ClaimFrequency frequency, String payerNumber) {
    var lines = new ArrayList<ServiceLine>();
    for (ServiceLine line : claim.lines()) {
      String own = renumbered(line, claim.controlNumber(), number);
      lines.add(LineCopy.of(line).controlNumber(own).copy());
    }
    return ClaimCopy.of(claim)
        .controlNumber(number)
        .frequency(frequency)
        .payerClaimControlNumber(payerNumber.isEmpty() ? null : payerNumber)
        .lines(lines)
        .copy();
  }

  /// Our number of a line when its claim gets another: what was numbered after the claim still is.
  static @Nullable String renumbered(
      ServiceLine line, ClaimControlNumber before, ClaimControlNumber after) {
    String own = line.controlNumber();
    if (own == null || !own.startsWith(before.value())) return own;
    return after.value() + own.substring(before.value().length());
  }

  /// With one more code that is no numbered diagnosis.
  static Claim informationCode(Claim claim, InformationCode code) {
    var codes = new ArrayList<>(claim.informationCodes());
    codes.add(code);
    return ClaimCopy.of(claim).informationCodes(codes).copy();
  }

  static Claim placeOfService(Claim claim, PlaceOfService place) {
    return ClaimCopy.of(claim).placeOfService(place).copy();
  }

  static Claim authorizationNumber(Claim claim, String number) {
    return ClaimCopy.of(claim).authorizationNumber(number).copy();
  }

  static Claim carrierClaimNumber(Claim claim, String number) {
    return ClaimCopy.of(claim).propertyCasualtyClaimNumber(number).copy();
  }

  static Claim memberId(Claim claim, MemberId memberId) {
    var s = claim.subscriber();
    var subscriber =
        new Subscriber(
            s.name(),
            memberId,
            s.bornOn(),
            s.sex(),
            s.address(),
            s.sequence(),
            s.filing(),
            s.groupNumber(),
            s.groupName(),
            s.insuranceType(),
            s.references());
    return ClaimCopy.of(claim).subscriber(subscriber).copy();
  }

  static Claim diagnoses(Claim claim, List<Diagnosis> diagnoses) {
    return ClaimCopy.of(claim).diagnoses(diagnoses).copy();
  }

  /// With other lines; the total changes by what their charges change.
  static Claim lines(Claim claim, List<ServiceLine> lines) {
    Money total = claim.totalCharge().minus(sum(claim.lines())).plus(sum(lines));
    return ClaimCopy.of(claim).lines(lines).totalCharge(total).copy();
  }

  static ServiceLine modifiers(ServiceLine line, List<Modifier> modifiers) {
    return LineCopy.of(line).modifiers(modifiers).copy();
  }

  static ServiceLine pointers(ServiceLine line, List<Integer> pointers) {
    return LineCopy.of(line).diagnosisPointers(pointers).copy();
  }

  static ServiceLine number(ServiceLine line, int number) {
    return LineCopy.of(line).number(number).copy();
  }

  static ServiceLine units(ServiceLine line, BigDecimal units, Money charge) {
    return LineCopy.of(line).unitsBilled(units).charge(charge).copy();
  }

  static ServiceLine served(ServiceLine line, LocalDate from, LocalDate through) {
    return LineCopy.of(line).servedFrom(from).servedThrough(through).copy();
  }

  private static Money sum(List<ServiceLine> lines) {
    return Money.sum(lines.stream().map(ServiceLine::charge).toList());
  }
}
