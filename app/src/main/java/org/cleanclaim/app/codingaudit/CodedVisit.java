package org.cleanclaim.app.codingaudit;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cleanclaim.kernel.code.Icd10Cm;
import org.jspecify.annotations.Nullable;

/// The codes of one visit as somebody coded them: what an audit freezes, and what the auditor puts
/// beside it.
///
/// @param coder who answers for the diagnoses
/// @param diagnoses the first-listed or principal one first
public record CodedVisit(String coder, List<Diagnosis> diagnoses, List<Procedure> procedures) {
  public CodedVisit {
    diagnoses = List.copyOf(diagnoses);
    procedures = List.copyOf(procedures);
  }

  /// @param code ICD-10-CM without the dot
  /// @param presentOnAdmission Y, N, U or W; null where none is reported
  public record Diagnosis(String code, String title, @Nullable String presentOnAdmission) {
    /// As a line that an auditor may type.
    public String line() {
      String dotted = Icd10Cm.written(code);
      return presentOnAdmission == null ? dotted : dotted + " " + presentOnAdmission;
    }
  }

  /// @param code CPT, HCPCS Level II or ICD-10-PCS
  /// @param enteredBy who answers for it: who captured the charge, or the coder of the chart
  public record Procedure(String code, String title, List<String> modifiers, String enteredBy) {
    public Procedure {
      modifiers = List.copyOf(modifiers);
    }

    /// As a line that an auditor may type.
    public String line() {
      return modifiers.isEmpty() ? code : code + " " + String.join(" ", modifiers);
    }
  }

  /// Who answers for a procedure that is missing: who captured the others, else the coder.
  public String procedureCoder() {
    return procedures.isEmpty() ? coder : procedures.getFirst().enteredBy();
  }

  /// Everybody whose work this is.
  public Set<String> people() {
    return Stream.concat(Stream.of(coder), procedures.stream().map(Procedure::enteredBy))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /// The diagnoses as lines of text.
  public String diagnosisLines() {
    return diagnoses.stream().map(Diagnosis::line).collect(Collectors.joining("\n"));
  }

  /// The procedures as lines of text.
  public String procedureLines() {
    return procedures.stream().map(Procedure::line).collect(Collectors.joining("\n"));
  }
}
