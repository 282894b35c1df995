package org.cleanclaim.app.web;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.cleanclaim.app.encounter.Encounter;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.kernel.code.CodeSystem;
import org.cleanclaim.kernel.code.Icd10Cm;

/// A code as a coder typed it, found in the lists of the day of service: a diagnosis, or for a stay
/// a procedure of ICD-10-PCS.
record TypedCode(CodeSystem system, String code) {

  static Optional<TypedCode> read(String text, Encounter encounter, CodeSets codeSets) {
    Stream<TypedCode> diagnosis =
        Icd10Cm.parse(text).stream().map(c -> new TypedCode(CodeSystem.ICD10CM, c.value()));
    Stream<TypedCode> procedure =
        encounter.setting().equals("INPATIENT")
            ? Stream.of(new TypedCode(CodeSystem.ICD10PCS, text.strip().toUpperCase(Locale.ROOT)))
            : Stream.of();
    return Stream.concat(diagnosis, procedure)
        .filter(c -> codeSets.find(c.system(), c.code(), encounter.servedOn()).isPresent())
        .findFirst();
  }
}
