package org.cleanclaim.kernel;

/// The family of checks that a [Finding] comes from, in the order in which they run.
public enum Layer {
  STRUCTURE,
  DEMOGRAPHICS,
  CODE_VALIDITY,
  CHART,
  NCCI,
  MODIFIER,
  COVERAGE,
  DUPLICATE,
  TIMELY_FILING,
  AUTHORIZATION,
  ELIGIBILITY,
  ACCIDENT,
  INSTITUTIONAL,
  PAYER_RULE,
  BALANCE
}
