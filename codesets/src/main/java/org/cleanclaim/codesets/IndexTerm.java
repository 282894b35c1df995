package org.cleanclaim.codesets;

/// One path of the alphabetic index: the words a clinician writes and the code they lead to.
///
/// @param phrase lower-case words, main term first or in natural order: `essential hypertension`
/// @param code without dot; may be a category that needs more detail
public record IndexTerm(String phrase, String code) {}
