package org.cleanclaim.edits;

import org.cleanclaim.edits.mce.EditKind;

/// What a finding of the code editor says.
///
/// @param complaint goes after the code or after "The claim"
record MceWords(Rule rule, String complaint, String remedy) {
  static MceWords of(EditKind kind) {
    return switch (kind) {
      case INVALID_CODE ->
          new MceWords(
              Rule.MCE_INVALID_CODE,
              "is not valid on the day of discharge.",
              "Choose a code that was valid on that day.");
      case INVALID_ADMIT_DX ->
          new MceWords(
              Rule.MCE_INVALID_ADMIT_DX,
              "has an admitting diagnosis that is not valid on the day of discharge.",
              "Choose a code that was valid on that day.");
      case INVALID_AGE ->
          new MceWords(
              Rule.MCE_INVALID_AGE,
              "gives an age outside 0 to 124 years.",
              "Correct the birth date.");
      case INVALID_SEX ->
          new MceWords(
              Rule.MCE_INVALID_SEX,
              "gives a sex that the editor does not know for this day.",
              "Correct the sex in the registration.");
      case INVALID_DISCHARGE_STATUS ->
          new MceWords(
              Rule.MCE_INVALID_DISCHARGE_STATUS,
              "has no discharge status that is valid on the day.",
              "Enter where the patient went.");
      case DUPLICATE_OF_PDX ->
          new MceWords(
              Rule.MCE_DUPLICATE_OF_PDX,
              "repeats the principal diagnosis.",
              "Remove the secondary diagnosis.");
      case AGE_CONFLICT ->
          new MceWords(
              Rule.MCE_AGE_CONFLICT,
              "does not fit the patient's age.",
              "Check the birth date and the code.");
      case SEX_CONFLICT ->
          new MceWords(
              Rule.MCE_SEX_CONFLICT,
              "does not fit the patient's registered sex.",
              "Check the registration and the code.");
      case E_CODE_AS_PDX ->
          new MceWords(
              Rule.MCE_E_CODE_AS_PDX,
              "says how it happened and cannot be the principal diagnosis.",
              "List the injury or disease first.");
      case MANIFESTATION_AS_PDX ->
          new MceWords(
              Rule.MCE_MANIFESTATION_AS_PDX,
              "is a manifestation and cannot be the principal diagnosis.",
              "List the disease behind it first.");
      case QUESTIONABLE_ADMISSION ->
          new MceWords(
              Rule.MCE_QUESTIONABLE_ADMISSION,
              "rarely needs a hospital.",
              "Check that the record supports the admission.");
      case UNACCEPTABLE_PDX ->
          new MceWords(
              Rule.MCE_UNACCEPTABLE_PDX,
              "does not say why the patient came and cannot be the principal diagnosis.",
              "List the condition that was treated first.");
      case REQUIRES_SDX ->
          new MceWords(
              Rule.MCE_REQUIRES_SDX,
              "stands as principal diagnosis only with a secondary one.",
              "Add the condition that was treated.");
      case UNSPECIFIED ->
          new MceWords(
              Rule.MCE_UNSPECIFIED,
              "leaves open what the code could say.",
              "Ask the clinician and choose the specific code.");
      case WRONG_PROCEDURE_PERFORMED ->
          new MceWords(
              Rule.MCE_WRONG_PROCEDURE_PERFORMED,
              "tells of a wrong operation, side or patient.",
              "Bill the rest of the stay by itself, and this as not covered.");
      case NON_COVERED ->
          new MceWords(
              Rule.MCE_NON_COVERED,
              "is not covered by Medicare in this case.",
              "Check the code and the diagnoses that make it covered.");
      case LIMITED_COVERAGE ->
          new MceWords(
              Rule.MCE_LIMITED_COVERAGE,
              "is covered under conditions only.",
              "Check that facility and patient meet the conditions.");
      case INCONSISTENT_WITH_LENGTH_OF_STAY ->
          new MceWords(
              Rule.MCE_INCONSISTENT_WITH_LENGTH_OF_STAY,
              "takes longer than the stay lasted.",
              "Check the code and the days of admission and discharge.");
      case QUESTIONABLE_OBSTETRIC_ADMISSION ->
          new MceWords(
              Rule.MCE_QUESTIONABLE_OBSTETRIC_ADMISSION,
              "is a delivery whose outcome is not among the secondary diagnoses.",
              "Add the code of the outcome.");
    };
  }
}
