package org.cleanclaim.grouping.msdrg;

import java.util.List;

/// A grouped stay.
///
/// @param initial before hospital-acquired conditions were looked at
/// @param last the final result, which is paid by
/// @param hacCategories how many hospital-acquired conditions meet their criteria
/// @param initialFormula the formula that led to the initial DRG; empty when none did
/// @param lastFormula the formula that led to the final DRG; empty when none did
public record Grouping(
    GrouperVersion version,
    DrgResult initial,
    DrgResult last,
    HacFinding.Outcome hacOutcome,
    int hacCategories,
    DiagnosisEffect principal,
    List<DiagnosisEffect> secondaries,
    List<ProcedureEffect> procedures,
    String initialFormula,
    String lastFormula) {}
