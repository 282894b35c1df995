package org.cleanclaim.app.claim;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.codesets.publication.RuleTables;
import org.cleanclaim.grouping.msdrg.GrouperTables;
import org.cleanclaim.grouping.msdrg.GrouperVersion;
import org.cleanclaim.grouping.msdrg.MsDrgGrouper;
import org.cleanclaim.grouping.msdrg.PresentOnAdmission;
import org.cleanclaim.grouping.msdrg.ReturnCode;
import org.cleanclaim.grouping.msdrg.Stay;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.Diagnosis;
import org.cleanclaim.kernel.claim.InformationCode;
import org.cleanclaim.kernel.claim.InformationCode.Kind;
import org.springframework.stereotype.Component;

/// The MS-DRG of an inpatient claim, by the grouper logic installed for its day of discharge.
@Component
class StayDrg {
  private final CodeSets codeSets;

  StayDrg(CodeSets codeSets) {
    this.codeSets = codeSets;
  }

  /// Empty when no logic is installed for the day, or the stay has none.
  Optional<InformationCode> of(Claim claim, LocalDate discharged) {
    var version = GrouperVersion.on(discharged);
    var born = claim.patient().bornOn();
    var admission = claim.admission();
    String status = admission == null ? null : admission.patientStatus();
    var admitted = claim.admittedOn();
    boolean isKnown =
        version.isPresent()
            && born != null
            && admitted != null
            && status != null
            && status.matches("\\d{1,2}")
            && !claim.diagnoses().isEmpty();
    if (!isKnown) return Optional.empty();
    return codeSets
        .rules(PublicationKind.MSDRG_LOGIC, discharged)
        .map(logic -> logic.view(RuleTables.class, GrouperTables.class, GrouperTables::of))
        .filter(tables -> tables.has(version.get()))
        .flatMap(tables -> {
          var stay =
              new Stay(
                  Math.toIntExact(ChronoUnit.YEARS.between(born, admitted)),
                  claim.patient().sex(),
                  Integer.parseInt(status),
                  Stay.PoaReporting.REQUIRED,
                  condition(claim.diagnoses().getFirst()),
                  claim.diagnoses().stream().skip(1).map(StayDrg::condition).toList(),
                  procedures(claim));
          var last = new MsDrgGrouper(tables).group(stay, version.get()).last();
          return last.returnCode() == ReturnCode.OK
              ? Optional.of(code("%03d".formatted(last.drg())))
              : Optional.empty();
        });
  }

  private static InformationCode code(String drg) {
    return new InformationCode(Kind.DRG, Kind.DRG.list(), drg, null, null, null, null);
  }

  private static Stay.Condition condition(Diagnosis diagnosis) {
    String sign = diagnosis.presentOnAdmission();
    return new Stay.Condition(
        diagnosis.code().value(), PresentOnAdmission.of(sign == null ? "" : sign));
  }

  private static List<String> procedures(Claim claim) {
    var codes = new ArrayList<String>();
    claim.informationCodes(Kind.PRINCIPAL_PROCEDURE).forEach(c -> codes.add(c.code()));
    claim.informationCodes(Kind.OTHER_PROCEDURE).forEach(c -> codes.add(c.code()));
    return codes;
  }
}
