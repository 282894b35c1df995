package org.cleanclaim.grouping.hcc;

/// Where the member lives: an institution after more than 90 days in it (LTI flag).
public enum Residence {
  COMMUNITY,
  INSTITUTION
}
