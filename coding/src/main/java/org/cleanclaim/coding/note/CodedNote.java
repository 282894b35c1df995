package org.cleanclaim.coding.note;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.coding.CodingProposal;
import org.cleanclaim.coding.EncounterSetting;
import org.cleanclaim.coding.hcpcs.ServiceProposal;
import org.cleanclaim.coding.procedure.ProcedureProposal;
import org.cleanclaim.coding.source.SourceDocument;
import org.cleanclaim.coding.visit.VisitWorksheet;
import org.cleanclaim.kernel.Finding;
import org.jspecify.annotations.Nullable;

/// A document and all that it supports; a coder decides.
///
/// @param visit null when nothing could be read
/// @param editions the code lists that were asked, in words: `ICD-10-CM FY2026`
public record CodedNote(
    SourceDocument document,
    EncounterSetting setting,
    LocalDate servedOn,
    CodingProposal diagnoses,
    ServiceProposal services,
    ProcedureProposal procedures,
    @Nullable VisitWorksheet visit,
    List<String> editions,
    List<Finding> findings) {
  public CodedNote {
    editions = List.copyOf(editions);
    findings = List.copyOf(findings);
  }

  /// The same with one finding more, said first.
  public CodedNote with(Finding finding) {
    var all = new ArrayList<Finding>();
    all.add(finding);
    all.addAll(findings);
    return new CodedNote(
        document, setting, servedOn, diagnoses, services, procedures, visit, editions, all);
  }
}
