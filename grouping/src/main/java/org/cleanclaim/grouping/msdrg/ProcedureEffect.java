package org.cleanclaim.grouping.msdrg;

/// What a procedure did to the DRG.
///
/// @param isRecognized the version knows the code
/// @param isOperation an operating-room procedure
public record ProcedureEffect(
    String code, boolean isRecognized, boolean isOperation, Affects affects) {}
