package org.cleanclaim.edits;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.codesets.publication.RuleTables;
import org.cleanclaim.edits.mce.EditKind;
import org.cleanclaim.edits.mce.EditorTables;
import org.cleanclaim.edits.mce.MedicareCodeEditor;
import org.cleanclaim.edits.mce.Stay;
import org.cleanclaim.edits.mce.StayEdits;
import org.cleanclaim.kernel.Citation;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Place;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.Diagnosis;
import org.cleanclaim.kernel.claim.InformationCode;
import org.cleanclaim.kernel.claim.InformationCode.Kind;
import org.cleanclaim.kernel.party.Sex;

/// The Medicare Code Editor over inpatient claims; silent while its tables are not installed or the
/// claim does not say age and last day.
final class MceRules implements EditRule {
  private static final LocalDate ICD10_BEGAN = LocalDate.of(2015, 10, 1);

  private final CodeSets codeSets;
  private final MedicareEdits weights;

  MceRules(CodeSets codeSets, MedicareEdits weights) {
    this.codeSets = codeSets;
    this.weights = weights;
  }

  @Override
  public List<Finding> check(Claim claim, ScrubContext context) {
    if (!BillTypes.hasInpatientEditor(claim) || claim.diagnoses().isEmpty()) return List.of();
    Weight weight = weights.inpatientEditor(claim);
    if (weight == Weight.OFF) return List.of();
    LocalDate bornOn = claim.patient().bornOn();
    LocalDate last = StatementPeriod.of(claim).through();
    if (bornOn == null || last == null) return List.of();
    return codeSets
        .rules(PublicationKind.MCE, last)
        .map(p -> p.view(RuleTables.class, EditorTables.class, EditorTables::of))
        .filter(EditorTables::areComplete)
        .filter(tables -> !last.isAfter(tables.lastDay()))
        .map(tables -> findings(claim, stay(claim, bornOn, last), tables))
        .map(findings -> findings.stream().map(weight::of).toList())
        .orElse(List.of());
  }

  private static Stay stay(Claim claim, LocalDate bornOn, LocalDate last) {
    LocalDate admitted = claim.admittedOn();
    LocalDate first = admitted == null ? last : admitted;
    var diagnoses = claim.diagnoses().stream().map(d -> d.code().value()).toList();
    return new Stay(
        last,
        Math.toIntExact(ChronoUnit.YEARS.between(bornOn, first)),
        sex(claim.patient().sex()),
        status(claim),
        Math.toIntExact(ChronoUnit.DAYS.between(first, last)),
        claim.informationCodes(Kind.ADMITTING_DIAGNOSIS).stream()
            .map(InformationCode::code)
            .findFirst()
            .orElse(null),
        diagnoses.getFirst(),
        diagnoses.subList(1, diagnoses.size()),
        procedures(claim).map(InformationCode::code).toList());
  }

  private static Stream<InformationCode> procedures(Claim claim) {
    return Stream.concat(
        claim.informationCodes(Kind.PRINCIPAL_PROCEDURE).stream(),
        claim.informationCodes(Kind.OTHER_PROCEDURE).stream());
  }

  private static int sex(Sex sex) {
    return switch (sex) {
      case MALE -> Stay.MALE;
      case FEMALE -> Stay.FEMALE;
      case UNKNOWN -> Stay.UNKNOWN_SEX;
    };
  }

  private static int status(Claim claim) {
    var admission = claim.admission();
    String status = admission == null ? null : admission.patientStatus();
    return status != null && status.matches("\\d{1,2}") ? Integer.parseInt(status) : -1;
  }

  private static List<Finding> findings(Claim claim, Stay stay, EditorTables tables) {
    StayEdits edits = MedicareCodeEditor.with(tables).edit(stay);
    var source =
        new Citation(
            "Definitions of Medicare Code Edits, V%d.%d"
                .formatted(edits.version() / 10, edits.version() % 10),
            new EffectivePeriod(ICD10_BEGAN, tables.lastDay().plusDays(1)));
    var findings = new ArrayList<Finding>();
    add(edits.ofStay(), "Stay", "The claim", source, findings);
    for (int i = 0; i < edits.diagnoses(); i++) {
      Diagnosis diagnosis = claim.diagnoses().get(i);
      add(edits.ofDiagnosis(i), "Diagnoses", diagnosis.code().dotted(), source, findings);
    }
    for (int i = 0; i < edits.procedures(); i++) {
      add(edits.ofProcedure(i), "Procedures", stay.procedures().get(i), source, findings);
    }
    return findings;
  }

  private static void add(
      Set<EditKind> kinds, String field, String what, Citation source, List<Finding> findings) {
    for (EditKind kind : kinds) {
      var words = MceWords.of(kind);
      findings.add(
          words
              .rule()
              .at(Place.field(field), what + " " + words.complaint(), words.remedy(), source));
    }
  }
}
