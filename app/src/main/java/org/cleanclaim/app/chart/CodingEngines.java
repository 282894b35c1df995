package org.cleanclaim.app.chart;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.Edition;
import org.cleanclaim.coding.CodingEngine;
import org.cleanclaim.coding.hcpcs.HcpcsEngine;
import org.cleanclaim.coding.note.EditionFinding;
import org.cleanclaim.coding.procedure.PcsEngine;
import org.cleanclaim.kernel.code.CodeSystem;
import org.springframework.stereotype.Component;

/// One compiled coding engine per edition of the codes in force. An edition whose time is over
/// proposes no services and no procedures.
@Component
class CodingEngines {
  private final CodeSets codeSets;
  private final Map<String, CodingEngine> engines = new ConcurrentHashMap<>();
  private final Map<String, HcpcsEngine> services = new ConcurrentHashMap<>();
  private final Map<String, Optional<PcsEngine>> procedures = new ConcurrentHashMap<>();

  CodingEngines(CodeSets codeSets) {
    this.codeSets = codeSets;
  }

  CodingEngine asOf(LocalDate servedOn) {
    String edition =
        codeSets.edition(CodeSystem.ICD10CM, servedOn).map(Edition::searchId).orElse("none");
    return engines.computeIfAbsent(edition, id -> CodingEngine.of(codeSets, servedOn));
  }

  /// Whether a list of diagnoses is installed whose time is not over on the day.
  boolean hasDiagnoses(LocalDate servedOn) {
    return current(CodeSystem.ICD10CM, servedOn).isPresent();
  }

  /// For services of HCPCS Level II.
  Optional<HcpcsEngine> services(LocalDate servedOn) {
    return current(CodeSystem.HCPCS, servedOn)
        .map(
            edition -> services.computeIfAbsent(edition.searchId(), id -> HcpcsEngine.of(edition)));
  }

  /// For procedures of stays; none where the Tables of ICD-10-PCS are not installed.
  Optional<PcsEngine> procedures(LocalDate servedOn) {
    return current(CodeSystem.ICD10PCS, servedOn)
        .flatMap(
            edition -> procedures.computeIfAbsent(edition.searchId(), id -> PcsEngine.of(edition)));
  }

  private Optional<Edition> current(CodeSystem system, LocalDate servedOn) {
    return codeSets
        .edition(system, servedOn)
        .filter(edition -> !EditionFinding.isTooOld(edition, servedOn));
  }
}
