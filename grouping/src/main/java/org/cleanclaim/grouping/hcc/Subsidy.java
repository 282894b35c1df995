package org.cleanclaim.grouping.hcc;

/// Whether Medicare helps the member with the cost of drugs (the low-income subsidy of Part D).
public enum Subsidy {
  NONE,
  LOW_INCOME
}
