package org.cleanclaim.app.claim;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.ClaimFrequency;
import org.cleanclaim.kernel.claim.Diagnosis;
import org.cleanclaim.kernel.claim.InformationCode;
import org.cleanclaim.kernel.claim.ServiceLine;
import org.cleanclaim.kernel.claim.Subscriber;
import org.cleanclaim.kernel.code.Modifier;
import org.cleanclaim.kernel.code.PlaceOfService;
import org.cleanclaim.kernel.identifier.ClaimControlNumber;
import org.cleanclaim.kernel.identifier.MemberId;
import org.jspecify.annotations.Nullable;

/// Copies of frozen claims and lines with one field different.
final class ClaimCopies {
  private ClaimCopies() {}

  /// A claim that corrects another: everything of it under a number of its own, each line numbered
  /// after it.
  ///
  /// @param payerNumber the payer's number of the corrected claim, empty for none
  static Claim correction(
      Claim claim, ClaimControlNumber number, ClaimFrequency frequency, String payerNumber) {
    String before = claim.controlNumber().value();
    var lines =
        claim.lines().stream().map(line -> renumbered(line, before, number.value())).toList();
    return new Claim(
        claim.type(),
        number,
        frequency,
        payerNumber.isEmpty() ? null : payerNumber,
        claim.billingProvider(),
        claim.subscriber(),
        claim.patient(),
        claim.payer(),
        claim.totalCharge(),
        claim.placeOfService(),
        claim.billType(),
        claim.acceptsAssignment(),
        claim.assignsBenefits(),
        claim.releaseOfInformation(),
        claim.hasSignatureOnFile(),
        claim.accident(),
        claim.onsetOn(),
        claim.admittedOn(),
        claim.dischargedOn(),
        claim.patientPaid(),
        claim.authorizationNumber(),
        claim.referralNumber(),
        claim.propertyCasualtyClaimNumber(),
        claim.cliaNumber(),
        claim.note(),
        claim.diagnoses(),
        claim.providers(),
        claim.otherCoverages(),
        claim.otherReferences(),
        lines,
        claim.admission(),
        claim.informationCodes(),
        claim.particulars(),
        claim.formalities());
  }

  /// With one more code that is no numbered diagnosis.
  static Claim informationCode(Claim claim, InformationCode code) {
    var codes = new ArrayList<>(claim.informationCodes());
    codes.add(code);
    return new Claim(
        claim.type(),
        claim.controlNumber(),
        claim.frequency(),
        claim.payerClaimControlNumber(),
        claim.billingProvider(),
        claim.subscriber(),
        claim.patient(),
        claim.payer(),
        claim.totalCharge(),
        claim.placeOfService(),
        claim.billType(),
        claim.acceptsAssignment(),
        claim.assignsBenefits(),
        claim.releaseOfInformation(),
        claim.hasSignatureOnFile(),
        claim.accident(),
        claim.onsetOn(),
        claim.admittedOn(),
        claim.dischargedOn(),
        claim.patientPaid(),
        claim.authorizationNumber(),
        claim.referralNumber(),
        claim.propertyCasualtyClaimNumber(),
        claim.cliaNumber(),
        claim.note(),
        claim.diagnoses(),
        claim.providers(),
        claim.otherCoverages(),
        claim.otherReferences(),
        claim.lines(),
        claim.admission(),
        codes,
        claim.particulars(),
        claim.formalities());
  }

  private static ServiceLine renumbered(ServiceLine line, String before, String after) {
    String own = line.controlNumber();
    return new ServiceLine(
        line.number(),
        own != null && own.startsWith(before) ? after + own.substring(before.length()) : own,
        line.procedure(),
        line.modifiers(),
        line.revenueCode(),
        line.charge(),
        line.unitsBilled(),
        line.unit(),
        line.diagnosisPointers(),
        line.placeOfService(),
        line.servedFrom(),
        line.servedThrough(),
        line.drug(),
        line.authorizationNumber(),
        line.note(),
        line.providers(),
        line.priorAdjudications(),
        line.dental(),
        line.particulars(),
        line.marks());
  }

  static Claim placeOfService(Claim claim, PlaceOfService place) {
    return copy(
        claim,
        place,
        claim.authorizationNumber(),
        claim.propertyCasualtyClaimNumber(),
        claim.subscriber(),
        claim.diagnoses(),
        claim.lines());
  }

  static Claim authorizationNumber(Claim claim, String number) {
    return copy(
        claim,
        claim.placeOfService(),
        number,
        claim.propertyCasualtyClaimNumber(),
        claim.subscriber(),
        claim.diagnoses(),
        claim.lines());
  }

  static Claim carrierClaimNumber(Claim claim, String number) {
    return copy(
        claim,
        claim.placeOfService(),
        claim.authorizationNumber(),
        number,
        claim.subscriber(),
        claim.diagnoses(),
        claim.lines());
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
    return copy(
        claim,
        claim.placeOfService(),
        claim.authorizationNumber(),
        claim.propertyCasualtyClaimNumber(),
        subscriber,
        claim.diagnoses(),
        claim.lines());
  }

  static Claim diagnoses(Claim claim, List<Diagnosis> diagnoses) {
    return copy(
        claim,
        claim.placeOfService(),
        claim.authorizationNumber(),
        claim.propertyCasualtyClaimNumber(),
        claim.subscriber(),
        diagnoses,
        claim.lines());
  }

  /// With other lines; the total changes by what their charges change.
  static Claim lines(Claim claim, List<ServiceLine> lines) {
    return copy(
        claim,
        claim.placeOfService(),
        claim.authorizationNumber(),
        claim.propertyCasualtyClaimNumber(),
        claim.subscriber(),
        claim.diagnoses(),
        lines);
  }

  static ServiceLine modifiers(ServiceLine line, List<Modifier> modifiers) {
    return copy(line, line.number(), modifiers, line.diagnosisPointers());
  }

  static ServiceLine pointers(ServiceLine line, List<Integer> pointers) {
    return copy(line, line.number(), line.modifiers(), pointers);
  }

  static ServiceLine number(ServiceLine line, int number) {
    return copy(line, number, line.modifiers(), line.diagnosisPointers());
  }

  static ServiceLine units(ServiceLine line, BigDecimal units, Money charge) {
    return copy(
        line,
        line.number(),
        line.modifiers(),
        line.diagnosisPointers(),
        charge,
        units,
        line.servedFrom(),
        line.servedThrough());
  }

  static ServiceLine served(ServiceLine line, LocalDate from, LocalDate through) {
    return copy(
        line,
        line.number(),
        line.modifiers(),
        line.diagnosisPointers(),
        line.charge(),
        line.unitsBilled(),
        from,
        through);
  }

  private static Money total(Claim claim, List<ServiceLine> lines) {
    return claim.totalCharge().minus(sum(claim.lines())).plus(sum(lines));
  }

  private static Money sum(List<ServiceLine> lines) {
    return Money.sum(lines.stream().map(ServiceLine::charge).toList());
  }

  private static Claim copy(
      Claim claim,
      @Nullable PlaceOfService placeOfService,
      @Nullable String authorizationNumber,
      @Nullable String propertyCasualtyClaimNumber,
      Subscriber subscriber,
      List<Diagnosis> diagnoses,
      List<ServiceLine> lines) {
    return new Claim(
        claim.type(),
        claim.controlNumber(),
        claim.frequency(),
        claim.payerClaimControlNumber(),
        claim.billingProvider(),
        subscriber,
        claim.patient(),
        claim.payer(),
        total(claim, lines),
        placeOfService,
        claim.billType(),
        claim.acceptsAssignment(),
        claim.assignsBenefits(),
        claim.releaseOfInformation(),
        claim.hasSignatureOnFile(),
        claim.accident(),
        claim.onsetOn(),
        claim.admittedOn(),
        claim.dischargedOn(),
        claim.patientPaid(),
        authorizationNumber,
        claim.referralNumber(),
        propertyCasualtyClaimNumber,
        claim.cliaNumber(),
        claim.note(),
        diagnoses,
        claim.providers(),
        claim.otherCoverages(),
        claim.otherReferences(),
        lines,
        claim.admission(),
        claim.informationCodes(),
        claim.particulars(),
        claim.formalities());
  }

  private static ServiceLine copy(
      ServiceLine line, int number, List<Modifier> modifiers, List<Integer> diagnosisPointers) {
    return copy(
        line,
        number,
        modifiers,
        diagnosisPointers,
        line.charge(),
        line.unitsBilled(),
        line.servedFrom(),
        line.servedThrough());
  }

  private static ServiceLine copy(
      ServiceLine line,
      int number,
      List<Modifier> modifiers,
      List<Integer> diagnosisPointers,
      Money charge,
      BigDecimal units,
      LocalDate from,
      LocalDate through) {
    return new ServiceLine(
        number,
        line.controlNumber(),
        line.procedure(),
        modifiers,
        line.revenueCode(),
        charge,
        units,
        line.unit(),
        diagnosisPointers,
        line.placeOfService(),
        from,
        through,
        line.drug(),
        line.authorizationNumber(),
        line.note(),
        line.providers(),
        line.priorAdjudications(),
        line.dental(),
        line.particulars(),
        line.marks());
  }
}
